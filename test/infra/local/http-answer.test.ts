import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { createConnection } from 'node:net'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { api, lambda, startTiny, type RunningTiny } from './tiny-stack.ts'

/** Answers with whatever JSON the request holds; `{ throw }`, `{ hang }` and `{ exit }` misbehave. */
const ANSWER = `export const handler = async (event) => {
  const wish = event.body === undefined ? { statusCode: 204 } : JSON.parse(event.body)
  if (wish?.throw) throw new TypeError(wish.throw)
  if (wish?.hang) await new Promise(() => setInterval(() => {}, 1000))
  if (wish?.exit) process.exit(1)
  return wish?.nothing ? undefined : wish
}`
const cors = {
  AllowOrigins: ['*'],
  AllowMethods: ['GET', 'POST'],
  AllowHeaders: ['Content-Type', 'X-Own'],
  ExposeHeaders: ['Location', 'Link'],
  MaxAge: 600,
}
const AccessLogSettings = {
  DestinationArn: { 'Fn::GetAtt': ['Access', 'Arn'] },
  Format:
    '{"id":"$context.requestId","route":"$context.routeKey","status":"$context.status","bytes":"$context.responseLength","user":"$context.identity.user"}',
}

let tiny: RunningTiny
beforeAll(async () => {
  tiny = await startTiny({
    code: { answer: ANSWER },
    resources: {
      Access: { Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName: '/access/tiny' } },
      Answer: lambda('answer', { Timeout: 1 }),
      ...api(
        { 'POST /': 'Answer', 'GET /': 'Answer', 'GET /v1/{id}': 'Answer' },
        { cors, stage: { AccessLogSettings } },
      ),
    },
  })
})
afterAll(() => tiny.end())

async function answer(wish: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const body = JSON.stringify(wish)
  return await fetch(tiny.url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } })
}

test.each([
  [{ statusCode: 201, headers: { 'X-A': 'b', n: 1, t: true }, body: 'é' }, 201, 'é', 'text/plain;charset=utf-8'],
  [{ statusCode: 200, headers: { 'Content-Type': 'text/html' }, body: '<p>' }, 200, '<p>', 'text/html'],
  [{ statusCode: '202', body: 'ok' }, 202, 'ok', 'text/plain;charset=utf-8'],
  [{ statusCode: 200, body: 'w6k=', isBase64Encoded: true }, 200, 'é', 'text/plain;charset=utf-8'],
  [{ statusCode: 200, body: null }, 200, '', 'text/plain;charset=utf-8'],
  [{ any: 'object' }, 200, '{"any":"object"}', 'application/json'],
  ['a string', 200, 'a string', 'application/json'],
  [[1, 2], 200, '[1,2]', 'application/json'],
  [{ nothing: true }, 200, 'null', 'application/json'],
  [{ statusCode: 'soon' }, 500, '{"message":"Internal Server Error"}', 'application/json'],
  [{ statusCode: 999 }, 500, '{"message":"Internal Server Error"}', 'application/json'],
  [{ statusCode: 200, body: { a: 1 } }, 500, '{"message":"Internal Server Error"}', 'application/json'],
  [{ statusCode: 200, headers: { a: ['b'] } }, 500, '{"message":"Internal Server Error"}', 'application/json'],
  [{ statusCode: 200, headers: { a: 'b\r\nc: d' } }, 500, '{"message":"Internal Server Error"}', 'application/json'],
  [{ throw: 'a secret' }, 500, '{"message":"Internal Server Error"}', 'application/json'],
  [{ exit: true }, 500, '{"message":"Internal Server Error"}', 'application/json'],
])('a function that answers %j is a %i', async (wish, status, body, type) => {
  const response = await answer(wish)
  expect([response.status, await response.text(), response.headers.get('content-type')]).toEqual([status, body, type])
  expect(response.headers.get('apigw-requestid')).toMatch(/=$/)
})

test('each cookie of an answer is a header of its own', async () => {
  const response = await answer({ statusCode: 200, cookies: ['a=1; Secure', 'b=2'] })
  expect(response.headers.getSetCookie()).toEqual(['a=1; Secure', 'b=2'])
})

test('an answer without a body has none', async () => {
  const response = await fetch(tiny.url)
  expect([response.status, await response.text(), response.headers.get('content-type')]).toEqual([204, '', null])
})

test('a function that takes longer than its timeout is ended, and the next call finds a new environment', async () => {
  expect((await answer({ hang: true })).status).toBe(500)
  expect((await answer({ statusCode: 200 })).status).toBe(200)
  const log = readFileSync(join(tiny.logsDir, 'answer.log'), 'utf8')
  expect(log).toContain('Task timed out after 1.00 seconds')
})

test('a function that answers after its integration’s time is a 503', async () => {
  const slow =
    'export const handler = async () => { await new Promise((done) => setTimeout(done, 1_000)); return "late" }'
  const routes = api({ 'GET /': 'Slow' })
  Object.assign(routes['Integration0']?.Properties ?? {}, { TimeoutInMillis: 200 })
  const late = await startTiny({ code: { slow }, resources: { Slow: lambda('slow'), ...routes } })
  const response = await fetch(late.url)
  expect([response.status, await response.text()]).toEqual([503, '{"message":"Service Unavailable"}'])
  await late.end()
})

test('a path or method without a route is not found', async () => {
  for (const [method, path] of [
    ['GET', '/other'],
    ['PUT', '/'],
    ['GET', '/v1/'],
    ['GET', '/v1/a/b'],
  ] as const) {
    const response = await fetch(tiny.url + path, { method })
    expect([response.status, await response.text()]).toEqual([404, '{"message":"Not Found"}'])
  }
})

test('a body over ten megabytes is refused, and one that Lambda would not take', async () => {
  const statuses = [11, 7, 5].map(async (megabytes) => {
    const body = JSON.stringify({ statusCode: 200, body: 'x', more: 'y'.repeat(megabytes * 1024 * 1024) })
    const response = await fetch(tiny.url, { method: 'POST', body, headers: { 'content-type': 'application/json' } })
    return response.status
  })
  expect(await Promise.all(statuses)).toEqual([413, 413, 200])
})

test('a body that does not end is refused once it is too large', async () => {
  const { port } = new URL(tiny.url)
  const endless = request({ host: '127.0.0.1', port, method: 'POST' })
  endless.on('error', () => {})
  for (let i = 0; i < 11; i++) endless.write(Buffer.alloc(1024 * 1024))
  const [response] = (await once(endless, 'response')) as [IncomingMessage]
  expect(response.statusCode).toBe(413)
  endless.destroy()
})

test('a preflight is answered by the gateway, with the headers of the template', async () => {
  const preflight = { Origin: 'https://a.example', 'Access-Control-Request-Method': 'POST' }
  const response = await fetch(`${tiny.url}/anything`, { method: 'OPTIONS', headers: preflight })
  expect(response.status).toBe(204)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET,POST',
    'access-control-allow-headers': 'Content-Type,X-Own',
    'access-control-max-age': '600',
  })
  const plain = await fetch(`${tiny.url}/anything`, { method: 'OPTIONS' })
  expect(plain.status).toBe(404)
})

test('every answer to another site carries the headers of the template, in place of the function’s own', async () => {
  const origin = { origin: 'https://a.example' }
  const own = { 'Access-Control-Allow-Origin': 'https://evil.example', 'access-control-allow-credentials': 'true' }
  for (const response of [
    await answer({ statusCode: 200, headers: own }, origin),
    await answer({ throw: 'x' }, origin),
    await fetch(`${tiny.url}/other`, { headers: origin }),
  ]) {
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('access-control-expose-headers')).toBe('Location,Link')
    expect(response.headers.get('access-control-allow-credentials')).toBeNull()
  }
  const same = await answer({ statusCode: 200, headers: own })
  expect(same.headers.get('access-control-allow-origin')).toBeNull()
})

test.each([
  ['no HTTP at all', 'hello\r\n\r\n', /^HTTP\/1\.1 400 /],
  ['an unknown method', 'BREW / HTTP/1.1\r\nHost: x\r\n\r\n', /^HTTP\/1\.1 400 /],
  ['endless headers', `GET / HTTP/1.1\r\nHost: x\r\nA: ${'a'.repeat(20_000)}\r\n\r\n`, /^HTTP\/1\.1 431 /],
  ['a wrong chunk', 'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n', /^HTTP\/1\.1 400 |^$/],
  ['two lengths', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na', /^HTTP\/1\.1 400 /],
  ['no host', 'GET / HTTP/1.1\r\n\r\n', /^HTTP\/1\.1 400 /],
  ['a body cut in the middle', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{"a', /^HTTP\/1\.1 400 /],
])('%s does not end the host', async (_, bytes, expected) => {
  const { port } = new URL(tiny.url)
  const socket = createConnection({ host: '127.0.0.1', port: Number(port) })
  socket.end(bytes)
  socket.on('error', () => {})
  expect(await text(socket).catch(() => '')).toMatch(expected)
  expect((await answer({ statusCode: 200 })).status).toBe(200)
})

test('a client that goes away while it waits does not end the host', async () => {
  const controller = new AbortController()
  const body = JSON.stringify({ hang: true })
  const waiting = fetch(tiny.url, {
    method: 'POST',
    body,
    signal: controller.signal,
    headers: { 'content-type': 'application/json' },
  })
  setTimeout(() => controller.abort(), 50)
  await expect(waiting).rejects.toThrow('aborted')
  expect((await answer({ statusCode: 200 })).status).toBe(200)
})

test('the access log has the template’s fields, and a hyphen for what is not there', async () => {
  const response = await answer({ statusCode: 200, body: 'four' })
  await fetch(`${tiny.url}/other`)
  const lines = await vi.waitFor(() => {
    const file = readdirSync(tiny.logsDir).find((name) => name.includes('access'))
    const written = readFileSync(join(tiny.logsDir, file ?? ''), 'utf8')
      .trim()
      .split('\n')
    if (!written.at(-1)?.includes('404')) throw new Error('not written yet')
    return written
  })
  const id = response.headers.get('apigw-requestid')
  expect(JSON.parse(lines.at(-2) ?? '')).toEqual({ id, route: 'POST /', status: '200', bytes: '4', user: '-' })
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ route: '-', status: '404' })
})

test('a route beyond its rate limit is answered 429, other routes are not', async () => {
  const stage = { DefaultRouteSettings: { ThrottlingBurstLimit: 3, ThrottlingRateLimit: 1 } }
  const resources = { Answer: lambda('answer'), ...api({ 'GET /a': 'Answer', 'GET /b': 'Answer' }, { stage }) }
  const throttled = await startTiny({ code: { answer: ANSWER }, resources })
  try {
    const statuses = async (path: string) =>
      await Promise.all(Array.from({ length: 5 }, async () => (await fetch(throttled.url + path)).status))
    expect((await statuses('/a')).toSorted()).toEqual([204, 204, 204, 429, 429])
    expect((await statuses('/b')).toSorted()).toEqual([204, 204, 204, 429, 429])
    await pause(1_100)
    const response = await fetch(`${throttled.url}/a`)
    expect(response.status).toBe(204)
  } finally {
    await throttled.end()
  }
})
