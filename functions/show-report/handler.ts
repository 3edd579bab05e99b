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
import { readQuotedNumbers, readScriptIds } from '../adapters/script-ids.ts'
import { scriptStore } from '../adapters/script-store.ts'
import { storedReports } from '../adapters/stored-reports.ts'
import { showReport } from './show-report.ts'

const env = readEnv({
  COMPLAINT_TABLE: z.string(),
  WORD_TABLE: z.string(),
  SCRIPT_TABLE: z.string(),
  QUOTED_NUMBERS: z.string(),
  SECRET_ARN: z.string(),
  SCRIPT_SECRET_ARN: z.string(),
  EVENT: z.string(),
})
const secrets = new SecretsManagerClient({})
const keys = eventKeys(secrets, { secret: env.SECRET_ARN, event: env.EVENT })
const readIds = readScriptIds(secrets, env.SCRIPT_SECRET_ARN)
const client = new DynamoDBClient({})
const ports = {
  reports: storedReports(client, { complaints: env.COMPLAINT_TABLE, words: env.WORD_TABLE }),
  scripts: scriptStore(client, env.SCRIPT_TABLE, env.EVENT),
}
const quoted = readQuotedNumbers(env.QUOTED_NUMBERS)

export const handler = middy(async (event: APIGatewayProxyEventV2) => {
  const [ofEvent, idOf] = await Promise.all([keys(), readIds()])
  const { id } = claimReport(event, ofEvent)
  return jsonAnswer(200, await showReport(id, { ...ports, grouping: { quoted, idOf } }))
})
  .use(logRequests())
  .use(answerProblems())
