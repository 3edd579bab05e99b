import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import middy from '@middy/core'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import * as z from 'zod/mini'
import { answerProblems } from '../adapters/answer-problems.ts'
import { readEnv } from '../adapters/env.ts'
import { jsonAnswer } from '../adapters/http-answer.ts'
import { eventKeys } from '../adapters/keys.ts'
import { logRequests } from '../adapters/log-requests.ts'
import { claimReport } from '../adapters/report-claim.ts'
import { storedReports } from '../adapters/stored-reports.ts'
import { showReport } from './show-report.ts'

const env = readEnv({ COMPLAINT_TABLE: z.string(), WORD_TABLE: z.string(), SECRET_ARN: z.string(), EVENT: z.string() })
const keys = eventKeys(new SecretsManagerClient({}), { secret: env.SECRET_ARN, event: env.EVENT })
const reports = storedReports(new DynamoDBClient({}), { complaints: env.COMPLAINT_TABLE, words: env.WORD_TABLE })

export const handler = middy(async (event: APIGatewayProxyEventV2) => {
  const { id } = claimReport(event, await keys())
  return jsonAnswer(200, await showReport(id, { reports }))
})
  .use(logRequests())
  .use(answerProblems())
