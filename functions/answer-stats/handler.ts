import { S3Client } from '@aws-sdk/client-s3'
import middy from '@middy/core'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import * as z from 'zod/mini'
import { answerProblems } from '../adapters/answer-problems.ts'
import { codeDigest } from '../adapters/code-digest.ts'
import { readEnv } from '../adapters/env.ts'
import { logRequests } from '../adapters/log-requests.ts'
import { objectStore } from '../adapters/object-store.ts'
import { publishedEditions } from '../adapters/published-editions.ts'
import { publishedTable } from '../adapters/published-table.ts'
import { quiet } from '../adapters/quiet.ts'
import { describePublished } from '../domain/published/describe-published.ts'
import { tableAt } from '../domain/stats-query.ts'
import { fileName } from '../domain/stats/describe-table.ts'
import { answerStats } from './answer-stats.ts'

const env = readEnv({ EDITION_BUCKET: z.string(), EVENT: z.string(), RATE_LIMIT: z.string() })
const editions = publishedEditions(objectStore(quiet(new S3Client({})), env.EDITION_BUCKET), env.EVENT)
const code = codeDigest(import.meta.filename)

export const handler = middy(async (event: APIGatewayProxyEventV2) => {
  const { routeKey, queryStringParameters: parameters = {}, pathParameters: named } = event
  const table = tableAt(routeKey.replace(/^\w+ \/v1\/stats\//, ''))
  const { edition, readPage } = await answerStats({ table, parameters, named }, { editions })
  const read = async () => {
    const { meta, ...page } = await readPage()
    const name = `${fileName(table, { event: meta.event, isInvented: meta.isInvented === true })}-${edition}`
    return { ...page, name, meta: describePublished(table, meta) }
  }
  return await publishedTable(event, { of: [code, edition], read, rate: env.RATE_LIMIT })
})
  .use(logRequests())
  .use(answerProblems())
