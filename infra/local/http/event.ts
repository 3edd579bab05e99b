import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { ACCOUNT } from '../template/identities.ts'
import type { Authorized } from './authorize.ts'
import type { Match } from './routes.ts'
import type { Api } from '../template/stack.ts'

/** Headers that concern the connection to the gateway and go no further. */
const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'transfer-encoding', 'te', 'trailer', 'upgrade', 'expect'])
/** Measured on AWS: these and `text/*` arrive as text; all else in base64, forms, `+json` and no type at all included. */
const TEXT_TYPES = new Set(['application/json', 'application/xml', 'application/javascript'])

export type Target = { path: string; query: string }
export type Received = { requestId: string; at: Date; sourceIp: string; target: Target; body: Buffer }

/** Path and query as sent; undefined when they cannot be decoded. */
export function readTarget(url: string): Target | undefined {
  const local = url.replace(/^https?:\/\/[^/?#]*/i, '').replace(/#.*/s, '')
  const [path = '', ...rest] = local.split('?')
  try {
    decodeURIComponent(path)
  } catch {
    return undefined
  }
  return path.startsWith('/') || path === '' ? { path: path || '/', query: rest.join('?') } : undefined
}

/** The event of payload format 2.0, as an HTTP API makes it: empty fields are left out, and the path arrives decoded. */
export function toEvent(request: IncomingMessage, received: Received, match: Match, api: Api): APIGatewayProxyEventV2 {
  const { requestId, at, sourceIp, target, body } = received
  const { cookies, headers } = readHeaders(request, sourceIp, body.length)
  const query = readQuery(target.query)
  const { routeKey } = match.route
  const path = decodeURIComponent(target.path)
  const domainName = (headers['host'] ?? '').replace(/:\d+$/, '')
  const isText = isTextType(headers['content-type'] ?? '')
  return {
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString: target.query,
    ...(cookies.length > 0 && { cookies }),
    headers,
    ...(Object.keys(query).length > 0 && { queryStringParameters: query }),
    requestContext: {
      accountId: ACCOUNT,
      apiId: api.id,
      domainName,
      domainPrefix: domainName.split('.')[0] ?? '',
      http: {
        method: request.method ?? '',
        path,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId,
      routeKey,
      stage: api.stage.StageName,
      time: logTime(at),
      timeEpoch: at.getTime(),
    },
    ...(Object.keys(match.pathParameters).length > 0 && { pathParameters: match.pathParameters }),
    ...(api.stage.StageVariables && { stageVariables: api.stage.StageVariables }),
    ...(body.length > 0 && { body: body.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !isText,
  }
}

/** The event of a request whose token a JWT authorizer has found good. */
export function withToken(event: APIGatewayProxyEventV2, jwt: Authorized) {
  return { ...event, requestContext: { ...event.requestContext, authorizer: { jwt } } }
}

/** Lower-case names, repeated ones joined by a comma; cookies in a list of their own. */
function readHeaders(request: IncomingMessage, sourceIp: string, length: number) {
  const joined = new Map<string, string>()
  const cookies: string[] = []
  for (let i = 0; i < request.rawHeaders.length; i += 2) {
    const name = (request.rawHeaders[i] ?? '').toLowerCase()
    // Node reads header bytes as Latin-1; what clients send beyond ASCII is UTF-8.
    const value = Buffer.from(request.rawHeaders[i + 1] ?? '', 'latin1').toString('utf8')
    if (name === 'cookie') cookies.push(...value.split(/; */).filter((cookie) => cookie !== ''))
    else if (!HOP_BY_HOP.has(name)) joined.set(name, joined.has(name) ? `${joined.get(name)},${value}` : value)
  }
  const forwarded = joined.get('x-forwarded-for')
  joined.set('content-length', String(length))
  joined.set('x-forwarded-for', forwarded ? `${forwarded}, ${sourceIp}` : sourceIp)
  joined.set('x-forwarded-port', String(request.socket.localPort ?? ''))
  joined.set('x-forwarded-proto', 'http')
  if (!joined.has('x-amzn-trace-id')) {
    const seconds = Math.floor(Date.now() / 1000).toString(16)
    joined.set('x-amzn-trace-id', `Root=1-${seconds}-${randomBytes(12).toString('hex')}`)
  }
  return { cookies, headers: Object.fromEntries(joined) }
}

function readQuery(query: string): Record<string, string> {
  const joined = new Map<string, string>()
  for (const [name, value] of new URLSearchParams(query)) {
    joined.set(name, joined.has(name) ? `${joined.get(name)},${value}` : value)
  }
  return Object.fromEntries(joined)
}

function isTextType(contentType: string): boolean {
  const type = (contentType.split(';')[0] ?? '').trim().toLowerCase()
  return type.startsWith('text/') || TEXT_TYPES.has(type)
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `23/Nov/2026:08:36:01 +0000`, as in the common log format. */
export function logTime(at: Date): string {
  const [date = '', time = ''] = at.toISOString().split(/[T.]/)
  const [year, month, day] = date.split('-')
  return `${day}/${MONTHS[Number(month) - 1]}/${year}:${time} +0000`
}
