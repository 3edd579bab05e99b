import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { createHash } from 'node:crypto'
import type { HttpAnswer } from './http-answer.ts'

type Asked = Pick<APIGatewayProxyEventV2, 'headers'>
type Cacheable = { body: string; seconds: number; headers: Record<string, string> }

/** What anyone may keep for so many seconds; 304 when the sender holds it already. */
export function cacheableAnswer(event: Asked, { seconds, headers: own, body }: Cacheable): HttpAnswer {
  const headers = { ...own, etag: tagOf(body), 'cache-control': `public, max-age=${seconds}` }
  return conditionalAnswer(event, { statusCode: 200, headers, body })
}

/** 304 in place of what the sender holds already, by the answer's `etag`. */
export function conditionalAnswer(event: Asked, answer: HttpAnswer): HttpAnswer {
  const isHeld = holds(event, answer.headers['etag']) || event.headers['if-none-match'] === '*'
  return isHeld ? { statusCode: 304, headers: answer.headers } : answer
}

/** An entity tag made of all that an answer depends on: the same parts are the same bytes. */
export function tagOf(...parts: string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(parts))
  return `"${hash.digest('base64url').slice(0, 27)}"`
}

/** Whether the sender names this tag as one that it holds. */
export function holds({ headers }: Asked, etag: string | undefined): boolean {
  const tags = (headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return etag !== undefined && tags.includes(etag)
}
