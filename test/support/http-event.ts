import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { randomUUID } from 'node:crypto'

export type HttpRequest = {
  method?: string
  path?: string
  /** Names as the client sends them; the gateway lowers their case. */
  headers?: Record<string, string>
  body?: string | Uint8Array
  /** When it is not the path's own: `$default`, `ANY /v1/reports`. */
  routeKey?: string
  sourceIp?: string
  query?: Record<string, string>
}

/** The event of payload format 2.0 that an HTTP API makes of a request. */
export function httpEvent({
  method = 'POST',
  path = '/v1/reports',
  headers = {},
  body,
  sourceIp = '192.0.2.1',
  query,
  ...rest
}: HttpRequest = {}) {
  const lowered = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
  const routeKey = rest.routeKey ?? `${method} ${path.replace(/^\/v1\/reports\/[^/]+$/, '/v1/reports/{id}')}`
  const event: APIGatewayProxyEventV2 = {
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString: '',
    headers: { host: 'api.example.org', ...lowered },
    requestContext: {
      accountId: '000000000000',
      apiId: 'api',
      domainName: 'api.example.org',
      domainPrefix: 'api',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp, userAgent: 'test' },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      time: '02/May/2011:14:03:00 +0000',
      timeEpoch: 1304344980000,
    },
    ...(query ? { rawQueryString: new URLSearchParams(query).toString(), queryStringParameters: query } : {}),
    ...(routeKey.endsWith('{id}') ? { pathParameters: { id: path.split('/').at(-1)! } } : {}),
    isBase64Encoded: false,
  }
  return body === undefined || body.length === 0 ? event : { ...event, ...asGatewayBody(body, lowered['content-type']) }
}

// As on AWS: JSON, JavaScript, XML and text arrive as text, with U+FFFD for what is no UTF-8; all else in base64.
function asGatewayBody(body: string | Uint8Array, contentType = '') {
  const bytes = Buffer.from(body)
  const type = contentType.toLowerCase().split(';')[0]!.trim()
  const isText = type.startsWith('text/') || /^application\/(json|xml|javascript)$/.test(type)
  return { body: bytes.toString(isText ? 'utf8' : 'base64'), isBase64Encoded: !isText }
}

/** A post of JSON. */
export function jsonPost(body: unknown, headers: Record<string, string> = {}): HttpRequest {
  return { headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body) }
}

/** A post as a browser makes it of a plain HTML form; what it likes to get is a page. */
export function formPost(fields: [string, string][], headers: Record<string, string> = {}): HttpRequest {
  return {
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
      ...headers,
    },
    body: new URLSearchParams(fields).toString(),
  }
}
