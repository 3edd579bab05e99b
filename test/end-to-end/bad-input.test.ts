import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PermittedStack, startPermittedStack } from '../support/permitted-stack.ts'
import { type Answer, aReport, send } from '../support/sender.ts'
import { storing } from '../support/stored.ts'
import { type BadRequest, JSON_TYPE, MARKER } from './bad-requests/bad-request.ts'
import { INVALID_FIELDS, INVALID_SHAPES, INVALID_TIMES } from './bad-requests/invalid-fields.ts'
import { BAD_HEADERS, BAD_PLACES, BAD_QUERIES } from './bad-requests/refused-requests.ts'
import { UNREADABLE_BODIES } from './bad-requests/unreadable-bodies.ts'

let stack: PermittedStack
beforeAll(async () => {
  stack = await startPermittedStack()
})
afterAll(() => stack.stop())

const REQUESTS = [
  UNREADABLE_BODIES,
  INVALID_SHAPES,
  INVALID_FIELDS,
  INVALID_TIMES,
  BAD_HEADERS,
  BAD_PLACES,
  BAD_QUERIES,
].flat()

// In whatever else a client sends along, too.
const ALONG = { 'user-agent': MARKER, cookie: MARKER, referer: `https://x.example/${MARKER}`, origin: `https://${MARKER}.example` } // prettier-ignore

async function answerTo(bad: Partial<BadRequest>, language: string): Promise<Answer> {
  const { method = 'POST', path = '/v1/reports', headers = JSON_TYPE, body = JSON.stringify(aReport()) } = bad
  const all = { ...ALONG, ...headers, 'accept-language': language }
  return await send(`${stack.url}${path}`, { method, headers: all, body: method === 'GET' ? null : body })
}

test.each(REQUESTS)('$what: $status $problem, in both languages, echoing nothing', async (bad) => {
  const answers = [await answerTo(bad, 'en'), await answerTo(bad, 'fr-CA')]
  for (const { status, headers, json, text } of answers) {
    expect([status, json['type']]).toEqual([bad.status, `urn:callwitness:problem:${bad.problem}`])
    expect(headers.get('content-type')).toBe('application/problem+json')
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(json).toMatchObject({ status: bad.status, title: expect.any(String), detail: expect.any(String) })
    expect(errorsIn(json)).toEqual((bad.errors ?? []).toSorted())
    expect(`${text} ${JSON.stringify([...headers])}`.toLowerCase()).not.toContain(MARKER.toLowerCase())
  }
  expect(answers[0]!.json['title']).not.toBe(answers[1]!.json['title'])
  expect(answers.map(({ headers }) => headers.get('content-language'))).toEqual(['en', 'fr'])
})

function errorsIn({ errors = [] }: Record<string, unknown>): string[] {
  const each = errors as { pointer: string; code: string; message: string }[]
  return each
    .map(({ pointer, code, message }) => (message.length > 10 ? `${pointer} ${code}` : `${code} without a message`))
    .toSorted()
}

test.each([
  ['/v1/reports', 'POST'],
  ['/v1/reports/rpt_00000000000000000000000000', 'GET, PUT, DELETE'],
  ['/v1/stats/timeline', 'GET, HEAD'],
])('405 at %s names what is allowed there: %s', async (path, allowed) => {
  const { status, headers } = await send(`${stack.url}${path}`, { method: 'PATCH' })
  expect([status, headers.get('allow')]).toEqual([405, allowed])
})

test('a HEAD request is refused without a body', async () => {
  const { status, text } = await send(`${stack.url}/v1/reports`, { method: 'HEAD' })
  expect([status, text]).toEqual([405, ''])
})

test('exactly 32 KiB are read to the last byte, and refused for that byte alone', async () => {
  const body = `${JSON.stringify(aReport()).padEnd(32 * 1024 - 1)}x`
  expect(await answerTo({ body }, 'en')).toMatchObject({ status: 400 })
})

test('of all that, nothing was stored or queued, and no function failed', async () => {
  expect(await storing(stack)).toEqual([])
  expect(stack.invocations()['merge-report']).toMatchObject({ invocations: 0 })
  expect(Object.entries(stack.invocations()).filter(([, { errors }]) => errors > 0)).toEqual([])
})
