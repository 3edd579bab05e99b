import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { conditionalAnswer } from './cacheable-answer.ts'
import type { HttpAnswer } from './http-answer.ts'

type Served = { bytes: Uint8Array; contentType: string; cacheControl: string }

/** A file as it is; 304 when the sender holds it already. */
export function fileAnswer(event: APIGatewayProxyEventV2, { bytes, contentType, cacheControl }: Served): HttpAnswer {
  // Lambda answers in JSON: text goes as text, which is a quarter shorter.
  const isText = /^text\/|json/.test(contentType)
  const body = Buffer.from(bytes).toString(isText ? 'utf8' : 'base64')
  const headers = { 'content-type': contentType, 'cache-control': cacheControl, 'x-content-type-options': 'nosniff' }
  return { ...conditionalAnswer(event, { body, headers }), isBase64Encoded: !isText }
}
