import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import middy from '@middy/core'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import * as z from 'zod/mini'
import { answerProblems } from '../adapters/answer-problems.ts'
import { countRecords } from '../adapters/count-records.ts'
import { readEnv } from '../adapters/env.ts'
import { logRequests } from '../adapters/log-requests.ts'
import { statsAnswer } from '../adapters/stats-answer.ts'
import { tableAt } from '../domain/stats-query.ts'
import { COLUMNS } from '../domain/stats-row.ts'
import { describeTable, fileName } from '../domain/stats/describe-table.ts'
import { listRows } from '../domain/stats/list-rows.ts'

const env = readEnv({ STATS_TABLE: z.string(), EVENT: z.string(), INVENTED: z.enum(['true', 'false']) })
const records = countRecords(new DynamoDBClient({}), env.STATS_TABLE, env.EVENT)
const deployment = { event: env.EVENT, isInvented: env.INVENTED === 'true' }

export const handler = middy(async (event: APIGatewayProxyEventV2) => {
  const table = tableAt(event.routeKey.replace('GET /v1/stats/', ''))
  const asOf = await records.asOf()
  const page = await listRows(table, event.queryStringParameters ?? {}, { records }, event.pathParameters)
  return statsAnswer(event, {
    meta: describeTable(table, { ...deployment, asOf }),
    columns: COLUMNS[table],
    name: fileName(table, deployment),
    ...page,
  })
})
  .use(logRequests())
  .use(answerProblems())
