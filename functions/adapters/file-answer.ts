import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { conditionalAnswer, holds } from './cacheable-answer.ts'
import type { HttpAnswer } from './http-answer.ts'
import type { StoredObject } from './object-store.ts'

/** A file that is read when it is needed, or where it can be read for some minutes. */
export type ShownFile = { etag: string; read: () => Promise<StoredObject> } | { link: string }
type Served = { file: ShownFile; contentType: string; cacheControl: string }

/** A file as it is, or where to read it; 304, with nothing read, when the sender holds it already. */
export async function fileAnswer(event: APIGatewayProxyEventV2, served: Served): Promise<HttpAnswer> {
  const { file, contentType, cacheControl } = served
  // The link is good for longer than an answer is kept.
  if ('link' in file)
    return { statusCode: 302, headers: { location: file.link, 'cache-control': 'public, max-age=60' } }
  const headers = { 'content-type': contentType, 'cache-control': cacheControl, 'x-content-type-options': 'nosniff' }
  if (holds(event, file.etag)) return { statusCode: 304, headers: { ...headers, etag: file.etag } }
  const { bytes, etag } = await file.read()
  // Lambda answers in JSON: text goes as text, which is a quarter shorter.
  const isText = /^text\/|json/.test(contentType)
  const body = Buffer.from(bytes).toString(isText ? 'utf8' : 'base64')
  return conditionalAnswer(event, { statusCode: 200, headers: { ...headers, etag }, body, isBase64Encoded: !isText })
}
