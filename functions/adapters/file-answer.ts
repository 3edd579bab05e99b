import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { conditionalAnswer } from './cacheable-answer.ts'
import type { HttpAnswer } from './http-answer.ts'

type Served = { file: { bytes: Uint8Array } | { link: string }; contentType: string; cacheControl: string }

/** A file as it is, or where to read it; 304 when the sender holds it already. */
export function fileAnswer(event: APIGatewayProxyEventV2, { file, contentType, cacheControl }: Served): HttpAnswer {
  // The link is good for longer than an answer is kept.
  if ('link' in file)
    return { statusCode: 302, headers: { location: file.link, 'cache-control': 'public, max-age=60' } }
  // Lambda answers in JSON: text goes as text, which is a quarter shorter.
  const isText = /^text\/|json/.test(contentType)
  const body = Buffer.from(file.bytes).toString(isText ? 'utf8' : 'base64')
  const headers = { 'content-type': contentType, 'cache-control': cacheControl, 'x-content-type-options': 'nosniff' }
  return { ...conditionalAnswer(event, { body, headers }), isBase64Encoded: !isText }
}
