import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { SQSClient } from '@aws-sdk/client-sqs'
import middy from '@middy/core'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import * as z from 'zod/mini'
import { answerProblems } from '../adapters/answer-problems.ts'
import { drafts } from '../adapters/drafts.ts'
import { readEnv } from '../adapters/env.ts'
import { guardTable } from '../adapters/guard-table.ts'
import { readDoor, readIdempotencyKey, readSent } from '../adapters/http-request.ts'
import { eventKeys } from '../adapters/keys.ts'
import { logRequests } from '../adapters/log-requests.ts'
import { quiet } from '../adapters/quiet.ts'
import { claimReport } from '../adapters/report-claim.ts'
import { newMessageId, newReportId } from '../adapters/report-ids.ts'
import { reportQueue } from '../adapters/report-queue.ts'
import { acceptedAnswer, rejectedAnswer } from './answers.ts'
import { amendReport, type Kept, type Ports, postReport, withdrawReport } from './receive-report.ts'

const env = readEnv({
  REPORT_QUEUE_URL: z.url(),
  GUARD_TABLE: z.string(),
  DIALOGUE_TABLE: z.string(),
  SECRET_ARN: z.string(),
  EVENT: z.string(),
})
const readKeys = eventKeys(new SecretsManagerClient({}), { secret: env.SECRET_ARN, event: env.EVENT })
const client = quiet(new DynamoDBClient({}))
const queue = reportQueue(quiet(new SQSClient({})), env.REPORT_QUEUE_URL)
const ports = {
  event: env.EVENT,
  guards: guardTable(client, env.GUARD_TABLE),
  drafts: drafts(client, env.DIALOGUE_TABLE),
  queue,
  now: () => new Date(),
  newReportId,
  newMessageId,
}

const changes: Record<string, (event: APIGatewayProxyEventV2, ports: Ports) => Promise<Kept>> = {
  'POST /v1/reports': (event, ports) =>
    postReport({ ...readSent(event), door: readDoor(event), source: event.requestContext.http.sourceIp }, ports),
  'PUT /v1/reports/{id}': (event, ports) => amendReport(claimReport(event, ports.keys), readSent(event), ports),
  'DELETE /v1/reports/{id}': (event, ports) =>
    withdrawReport(claimReport(event, ports.keys), readIdempotencyKey(event), ports),
}

export const handler = middy(async (event: APIGatewayProxyEventV2) => {
  const kept = await changes[event.routeKey]!(event, { ...ports, keys: await readKeys() })
  return acceptedAnswer(kept, event)
})
  .use(logRequests())
  .use(answerProblems(rejectedAnswer))
