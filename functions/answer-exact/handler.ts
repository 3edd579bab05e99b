import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import middy from '@middy/core'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import * as z from 'zod/mini'
import { readAnalyst } from '../adapters/analyst.ts'
import { answerProblems } from '../adapters/answer-problems.ts'
import { auditTrail } from '../adapters/audit-trail.ts'
import { countRecords } from '../adapters/count-records.ts'
import { readEnv } from '../adapters/env.ts'
import { logRequests } from '../adapters/log-requests.ts'
import { exactAnswer } from '../adapters/exact-answer.ts'
import { readPurpose } from '../domain/purpose.ts'
import { tableAt } from '../domain/stats-query.ts'
import { COLUMNS } from '../domain/stats-row.ts'
import { describeExact, fileName } from '../domain/stats/describe-table.ts'
import { answerExact } from './answer-exact.ts'

const names = { STATS_TABLE: z.string(), AUDIT_TABLE: z.string(), EVENT: z.string(), RATE_LIMIT: z.string() }
const env = readEnv({ ...names, INVENTED: z.enum(['true', 'false']) })
const client = new DynamoDBClient({})
const records = countRecords(client, env.STATS_TABLE, env.EVENT)
const ports = { records, trail: auditTrail(client, env.AUDIT_TABLE, env.EVENT), now: () => new Date() }
const deployment = { event: env.EVENT, isInvented: env.INVENTED === 'true' }

export const handler = middy(async (event: APIGatewayProxyEventV2) => {
  const { routeKey, headers, queryStringParameters: parameters = {}, pathParameters: named, requestContext } = event
  const table = tableAt(routeKey.replace('GET /v1/exact/', ''))
  const analyst = readAnalyst(event)
  const purpose = readPurpose(headers['purpose'])
  const asOf = await records.asOf()
  const asked = { table, parameters, named, purpose, requestId: requestContext.requestId }
  const page = await answerExact({ analyst, ...asked }, ports)
  const meta = describeExact(table, { ...deployment, asOf, limits: analyst.limits })
  const name = `${fileName(table, deployment)}-exact`
  return exactAnswer(event, { meta, columns: COLUMNS[table], name, rate: env.RATE_LIMIT, ...page })
})
  .use(logRequests())
  .use(answerProblems())
