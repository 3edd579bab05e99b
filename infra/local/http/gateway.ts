import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Outcome } from '../lambda/function-environment.ts'
import { accessLog } from './access-log.ts'
import { gatewayAnswer, toAnswer, type Answer } from './answer.ts'
import { authorizer } from './authorize.ts'
import { preflight, withCors } from './cors.ts'
import { logTime, readTarget, toEvent, withToken, type Received } from './event.ts'
import { routeTable, type Match } from './routes.ts'
import { throttle } from './throttle.ts'
import type { Api } from '../template/stack.ts'

const MEGABYTE = 1024 * 1024
/** API Gateway's limit on a body, and Lambda's on an event. */
const BODY_BYTES = 10 * MEGABYTE
const EVENT_BYTES = 6 * MEGABYTE
/** API Gateway's limit on request line and headers together. */
const HEADER_BYTES = 10_240

type Options = {
  api: Api
  port: number
  logsDir: string
  isThrottled: boolean
  invoke: (functionName: string, event: object) => Promise<Outcome>
  /** Where the keys of an issuer of tokens are found. */
  addressOf: (issuer: string) => string
}
export type Gateway = { url: string; stop: () => Promise<void> }

export async function startGateway({ api, port, logsDir, isThrottled, invoke, addressOf }: Options): Promise<Gateway> {
  const find = routeTable(api.routes)
  const mayPass = isThrottled ? throttle(api.stage) : () => true
  const log = accessLog(api, logsDir)
  const authorize = authorizer(addressOf)

  const decide = async (request: IncomingMessage, received: Received, match: Match | undefined): Promise<Answer> => {
    if (!match) return gatewayAnswer(404, 'Not Found')
    if (!mayPass(match.route.routeKey)) return gatewayAnswer(429, 'Too Many Requests')
    const asked = toEvent(request, received, match, api)
    const jwt = match.route.authorizer && (await authorize(match.route.authorizer, asked.headers['authorization']))
    if (jwt && 'status' in jwt) return jwt
    const event = jwt ? withToken(asked, jwt) : asked
    if ((event.body?.length ?? 0) > EVENT_BYTES) return gatewayAnswer(413, 'Request Entity Too Large')
    const late = gatewayAnswer(503, 'Service Unavailable')
    const answer = invoke(match.route.functionName, event).then(toAnswer)
    return await within(answer, match.route.timeoutInMillis, late)
  }

  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const at = new Date()
    const requestId = randomBytes(11).toString('base64')
    const body = await readBody(request)
    const target = readTarget(request.url ?? '')
    const match = target && find(request.method ?? '', target.path)
    const sourceIp = (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '')
    const own = preflight(request.method ?? '', request.headers, api.cors)
    let answer: Answer
    if (!target) answer = gatewayAnswer(400, 'Bad Request')
    else if (own) answer = own
    else if (!body) answer = gatewayAnswer(413, 'Request Entity Too Large')
    else answer = await decide(request, { requestId, at, sourceIp, target, body }, match)
    const { status, headers, body: content } = withCors(answer, request.headers.origin, api.cors)
    const isBodiless = status === 204 || status === 304
    response.writeHead(status, [
      ...headers.filter(([name]) => !isBodiless || name !== 'content-type').flat(),
      'apigw-requestid',
      requestId,
      ...(isBodiless ? [] : ['content-length', String(content.length)]),
      ...(body ? [] : ['connection', 'close']),
    ])
    response.end(isBodiless ? undefined : content)
    const latency = Date.now() - at.getTime()
    log.write({
      requestId,
      extendedRequestId: requestId,
      routeKey: own ? '-' : match?.route.routeKey,
      status,
      responseLength: isBodiless ? 0 : content.length,
      responseLatency: latency,
      integrationLatency: latency,
      httpMethod: request.method,
      protocol: `HTTP/${request.httpVersion}`,
      path: target?.path,
      stage: api.stage.StageName,
      apiId: api.id,
      domainName: request.headers.host,
      requestTime: logTime(at),
      requestTimeEpoch: at.getTime(),
      'identity.sourceIp': sourceIp,
      'identity.userAgent': request.headers['user-agent'],
    })
  }

  const server = createServer({ maxHeaderSize: HEADER_BYTES, keepAliveTimeout: 60_000, requestTimeout: 60_000 })
  const lastAnswer = new WeakMap<Socket, ServerResponse>()
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    lastAnswer.set(request.socket, response)
    // A client that went away, or a body cut in the middle: there is nobody to answer.
    respond(request, response).catch(() => response.destroy())
    response.on('error', () => {})
  })
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    const answer = lastAnswer.get(socket)
    // What follows a whole request must not take its answer: that request may be kept already.
    if (answer?.req.complete && !answer.writableFinished) answer.once('finish', () => socket.end())
    else refuseUnreadable(error, socket)
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  let stopping: Promise<void> | undefined
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => await (stopping ??= stopServer(server).then(log.close)),
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  // Leaving early must not destroy the socket: the refusal still goes out on it.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > BODY_BYTES) return undefined
    chunks.push(chunk)
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)
}

async function within<T>(work: Promise<T>, millis: number, late: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<T>((resolve) => (timer = setTimeout(() => resolve(late), millis)))
  try {
    return await Promise.race([work, timeout])
  } finally {
    clearTimeout(timer)
  }
}

/** What is no HTTP request: answered if it still can be, and the connection closed. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy()
  const isTooLong = error.code === 'HPE_HEADER_OVERFLOW'
  const [status, message] = isTooLong
    ? ['431 Request Header Fields Too Large', 'Request Header Fields Too Large']
    : ['400 Bad Request', 'Bad Request']
  const body = JSON.stringify({ message })
  socket.end(
    `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`,
  )
}

/** Requests in flight are answered; a client that holds on longer than a function may run is cut off. */
async function stopServer(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  server.closeIdleConnections()
  const timer = setTimeout(() => server.closeAllConnections(), 30_000)
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  await closed
  clearTimeout(timer)
  clearInterval(idle)
}
