import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { createHash } from 'node:crypto'
import type { HttpAnswer } from './http-answer.ts'

type Cacheable = { body: string; seconds: number; headers: Record<string, string> }

/** What anyone may keep for so many seconds; 304 when the sender holds it already. */
export function cacheableAnswer(event: APIGatewayProxyEventV2, { seconds, headers, body }: Cacheable): HttpAnswer {
  return conditionalAnswer(event, { body, headers: { ...headers, 'cache-control': `public, max-age=${seconds}` } })
}

/** 304 when the sender holds it already. */
export function conditionalAnswer(
  { headers: sent }: APIGatewayProxyEventV2,
  { body, headers: own }: Omit<Cacheable, 'seconds'>,
): HttpAnswer {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  const headers = { ...own, etag }
  return holds(sent['if-none-match'], etag) ? { statusCode: 304, headers } : { statusCode: 200, headers, body }
}

function holds(ifNoneMatch: string | undefined, etag: string): boolean {
  const tags = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return tags.includes(etag) || tags.includes('*')
}
