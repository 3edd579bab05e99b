import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { SQSClient } from '@aws-sdk/client-sqs'
import middy from '@middy/core'
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'
import * as z from 'zod/mini'
import { answerProblems } from '../adapters/answer-problems.ts'
import { readEnv } from '../adapters/env.ts'
import { jsonAnswer } from '../adapters/http-answer.ts'
import { eventKeys } from '../adapters/keys.ts'
import { lineReports } from '../adapters/line-reports.ts'
import { logRequests } from '../adapters/log-requests.ts'
import { oneTimeCodes } from '../adapters/one-time-codes.ts'
import { quiet } from '../adapters/quiet.ts'
import { newMessageId } from '../adapters/report-ids.ts'
import { reportQueue } from '../adapters/report-queue.ts'
import { storedReports } from '../adapters/stored-reports.ts'
import { LineRequest } from '../domain/held.ts'
import { claimHeld } from './claim-held.ts'
import { answerLine, openHeld } from './open-line.ts'

const env = readEnv({
  COMPLAINT_TABLE: z.string(),
  WORD_TABLE: z.string(),
  DIALOGUE_TABLE: z.string(),
  REPORT_QUEUE_URL: z.url(),
  SECRET_ARN: z.string(),
  EVENT: z.string(),
})
const readKeys = eventKeys(new SecretsManagerClient({}), { secret: env.SECRET_ARN, event: env.EVENT })
const client = quiet(new DynamoDBClient({}))
const ports = {
  event: env.EVENT,
  lines: lineReports(client, env.COMPLAINT_TABLE),
  reports: storedReports(client, { complaints: env.COMPLAINT_TABLE, words: env.WORD_TABLE }),
  codes: oneTimeCodes(client, env.DIALOGUE_TABLE),
  queue: reportQueue(quiet(new SQSClient({})), env.REPORT_QUEUE_URL),
  now: () => new Date(),
  newMessageId,
}

const answerHttp = middy(async (event: APIGatewayProxyEventV2) =>
  jsonAnswer(200, await openHeld(claimHeld(event), { ...ports, keys: await readKeys() })),
)
  .use(logRequests())
  .use(answerProblems())

/** Asked by whoever was given a code, through the gateway, and by `receive-sms`, whose question no request of the public looks like. */
export async function handler(event: APIGatewayProxyEventV2 | LineRequest, context: Context): Promise<unknown> {
  if ('routeKey' in event) return await answerHttp(event, context)
  return await answerLine(LineRequest.parse(event), { ...ports, keys: await readKeys() })
}
