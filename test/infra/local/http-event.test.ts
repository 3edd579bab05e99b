import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { api, lambda, startTiny, type RunningTiny } from './tiny-stack.ts'

let tiny: RunningTiny
beforeAll(async () => {
  tiny = await startTiny({
    code: { echo: 'export const handler = async (event) => event' },
    resources: {
      Echo: lambda('echo', { Timeout: 10 }),
      ...api({
        'POST /things': 'Echo',
        'GET /things/{id}': 'Echo',
        'ANY /things/{id}': 'Echo',
        'GET /things/new': 'Echo',
        'ANY /files/{path+}': 'Echo',
        $default: 'Echo',
      }),
    },
  })
})
afterAll(() => tiny.end())

async function sent(path: string, init: RequestInit = {}): Promise<APIGatewayProxyEventV2> {
  const response = await fetch(tiny.url + path, init)
  return (await response.json()) as APIGatewayProxyEventV2
}

/** For what fetch will not send: repeated headers, odd paths. */
async function sentRaw(options: { path: string; method?: string; headers?: string[] | Record<string, string> }) {
  const { port } = new URL(tiny.url)
  return await new Promise<APIGatewayProxyEventV2>((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, ...options }, (response) => {
      void text(response).then((body) => resolve(JSON.parse(body) as APIGatewayProxyEventV2))
    })
    outgoing.on('error', reject).end()
  })
}

test('an event is what an HTTP API makes of the request', async () => {
  const event = await sent('/things?a=1&b=&a=2%2C3&c=x+y', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json; charset=utf-8', 'User-Agent': 'tests', Accept: '*/*' },
    body: '{"text":"é"}',
  })
  expect(event).toMatchObject({
    version: '2.0',
    routeKey: 'POST /things',
    rawPath: '/things',
    rawQueryString: 'a=1&b=&a=2%2C3&c=x+y',
    queryStringParameters: { a: '1,2,3', b: '', c: 'x y' },
    body: '{"text":"é"}',
    isBase64Encoded: false,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-length': '13',
      'user-agent': 'tests',
      host: new URL(tiny.url).host,
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-proto': 'http',
      'x-forwarded-port': new URL(tiny.url).port,
    },
    requestContext: {
      accountId: '000000000000',
      apiId: 'api',
      domainName: '127.0.0.1',
      http: { method: 'POST', path: '/things', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'tests' },
      routeKey: 'POST /things',
      stage: '$default',
    },
  })
  expect(event.requestContext.requestId).toMatch(/^[\w+/-]{15}=$/)
  expect(event.requestContext.time).toMatch(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/)
  expect(Math.abs(event.requestContext.timeEpoch - Date.now())).toBeLessThan(5_000)
  expect(event.headers['x-amzn-trace-id']).toMatch(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$/)
})

test('what a request does not have is absent from its event', async () => {
  const event = await sent('/things/1')
  for (const key of ['body', 'cookies', 'queryStringParameters', 'stageVariables'])
    expect(event).not.toHaveProperty(key)
  expect(event).toMatchObject({ rawQueryString: '', isBase64Encoded: false })
  expect(event.headers).toMatchObject({ 'content-length': '0' })
  expect(event.headers).not.toHaveProperty('connection')
})

test('repeated headers are joined by a comma, and cookies are listed apart', async () => {
  const headers = [
    'Host',
    'x',
    'X-A',
    '1',
    'x-a',
    '2',
    'Cookie',
    'a=1; b=2',
    'cookie',
    'c=3',
    'Authorization',
    'q',
    'authorization',
    'r',
  ]
  const event = await sentRaw({ path: '/things/1', headers })
  expect(event.headers).toMatchObject({ 'x-a': '1,2', authorization: 'q,r' })
  expect(event.headers).not.toHaveProperty('cookie')
  expect(event.cookies).toEqual(['a=1', 'b=2', 'c=3'])
})

test.each([
  ['application/json', false],
  ['Application/JSON ; charset=utf-8', false],
  ['text/plain', false],
  ['text/csv', false],
  ['application/xml', false],
  ['application/javascript', false],
  ['application/x-www-form-urlencoded', true],
  ['application/problem+json', true],
  ['multipart/form-data; boundary=x', true],
  ['application/octet-stream', true],
  ['', true],
])('a body of the type %j arrives in base64: %s', async (type, isBase64Encoded) => {
  const body = Buffer.from('a=é&b=1')
  const event = await sent('/things', { method: 'POST', body, headers: { 'content-type': type } })
  expect(event).toMatchObject({ isBase64Encoded, body: body.toString(isBase64Encoded ? 'base64' : 'utf8') })
})

test('bytes that are no UTF-8 in a text body become replacement characters', async () => {
  const body = Buffer.from([0x22, 0xff, 0xfe, 0x22])
  const event = await sent('/things', { method: 'POST', body, headers: { 'content-type': 'application/json' } })
  expect(event.body).toBe('"\ufffd\ufffd"')
})

test.each([
  ['GET', '/things/new', 'GET /things/new', undefined],
  ['GET', '/things/7', 'GET /things/{id}', { id: '7' }],
  ['PUT', '/things/7', 'ANY /things/{id}', { id: '7' }],
  ['GET', '/things/a%20b%2Fc', 'GET /things/{id}', { id: 'a b/c' }],
  ['GET', '/files/a/b', 'ANY /files/{path+}', { path: 'a/b' }],
  ['GET', '/files', '$default', undefined],
  ['GET', '/things/', '$default', undefined],
  ['GET', '/things', '$default', undefined],
  ['GET', '/', '$default', undefined],
])('%s %s goes to %s', async (method, path, routeKey, pathParameters) => {
  const event = await sent(path, { method })
  expect(event.routeKey).toBe(routeKey)
  expect(event.pathParameters).toEqual(pathParameters)
})

test('names that JavaScript gives a meaning to are only names', async () => {
  const event = await sent('/things/1?__proto__=a&constructor=b', { headers: { constructor: 'c' } })
  expect(Object.entries(event.queryStringParameters ?? {})).toEqual([
    ['__proto__', 'a'],
    ['constructor', 'b'],
  ])
  expect(Object.entries(event.headers)).toContainEqual(['constructor', 'c'])
})

test('a path that cannot be decoded is refused by the gateway', async () => {
  expect(await sentRaw({ path: '/things/%zz' })).toEqual({ message: 'Bad Request' })
})
