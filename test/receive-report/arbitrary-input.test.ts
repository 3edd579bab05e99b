import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Door, openDoor } from '../support/door.ts'
import type { HttpRequest } from '../support/http-event.ts'

const DOCUMENTED = new Set([202, 400, 404, 413, 415, 422])

let door: Door
beforeAll(async () => {
  door = await openDoor()
})
afterAll(() => door.stop())

/** Asks each time; only documented answers come back, and the queue has just what was answered 202. */
async function check(requests: fc.Arbitrary<HttpRequest>, numRuns: number) {
  let accepted = 0
  await fc.assert(
    fc.asyncProperty(requests, async (request) => {
      const { statusCode, body } = await door.ask(request)
      expect(DOCUMENTED).toContain(statusCode)
      expect(body).toBeTruthy()
      accepted += statusCode === 202 ? 1 : 0
    }),
    { numRuns },
  )
  expect(await door.drain()).toHaveLength(accepted)
  return accepted
}

const NAMES = [
  'call',
  'reporter',
  'riding',
  'source',
  'phone',
  'earlierPoll',
  'callerId',
  'message',
  'receivedAt',
  'kind',
  'language',
  'ageBand',
  '__proto__',
  'constructor',
  'toString',
]
const VALUES = [
  'federal',
  'live',
  '2011-05-02T10:03',
  '2011-02-31',
  '519-555-0123',
  'fr-CA',
  'under-14',
  '',
  ' ',
  '\0',
  '\uD800',
]
const json = (body: string | Uint8Array): HttpRequest => ({ headers: { 'content-type': 'application/json' }, body })
const form = (body: string | Uint8Array): HttpRequest => ({
  headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
  body,
})

test('arbitrary JSON', async () => {
  const { tree } = fc.letrec((tie) => ({
    leaf: fc.oneof(fc.constantFrom(...VALUES), fc.jsonValue({ maxDepth: 1 }), fc.string({ unit: 'binary' })),
    tree: fc.oneof(
      { maxDepth: 4 },
      tie('leaf'),
      fc.dictionary(fc.constantFrom(...NAMES), tie('tree'), { maxKeys: 6 }),
      fc.array(tie('tree'), { maxLength: 2 }),
    ),
  }))
  await check(
    fc.oneof(tree, fc.jsonValue()).map((value) => json(JSON.stringify(value))),
    1500,
  )
})

test('reports that may be valid', async () => {
  const text = fc.oneof(fc.constantFrom(...VALUES), fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }))
  const some = (names: string[]) => fc.dictionary(fc.constantFrom(...names), text, { maxKeys: 3 })
  const reports = fc.record(
    {
      call: some(['message', 'callerId', 'callerName', 'receivedAt', 'kind', 'language']),
      riding: text,
      reporter: some(['phone', 'ageBand']),
    },
    { requiredKeys: [] },
  )
  const accepted = await check(
    reports.map((report) => json(JSON.stringify(report))),
    1000,
  )
  expect(accepted).toBeGreaterThan(20)
})

test('arbitrary bytes', async () => {
  const bytes = fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.uint8Array({ minLength: 32_700, maxLength: 32_800 }))
  await check(fc.oneof(bytes.map(json), bytes.map(form)), 500)
})

test('arbitrary forms', async () => {
  const name = fc.oneof(
    fc.array(fc.constantFrom(...NAMES), { maxLength: 4 }).map((names) => names.join('.')),
    fc.string(),
  )
  const value = fc.oneof(fc.constantFrom('%FF', '%00', '+', '%', 'x', 'live'), fc.string().map(encodeURIComponent))
  const fields = fc.array(
    fc.tuple(name, value).map((pair) => pair.join('=')),
    { maxLength: 6 },
  )
  await check(
    fields.map((pairs) => form(pairs.join('&'))),
    1000,
  )
})

test('arbitrary headers, methods and ids', async () => {
  const text = fc.string({ unit: 'grapheme' })
  const headers = fc.dictionary(
    fc.constantFrom(
      'content-type',
      'content-encoding',
      'accept',
      'accept-language',
      'authorization',
      'idempotency-key',
    ),
    fc.oneof(
      text,
      fc.constantFrom('application/json', 'text/html', 'fr', 'Bearer r1.x.y', 'x'.repeat(20), '*/*;q=0.5'),
    ),
  )
  const id = fc.oneof(text, fc.constant(`rpt_${'A'.repeat(26)}`))
  const request = fc.record({
    method: fc.constantFrom('PUT', 'DELETE'),
    path: id.map((each) => `/v1/reports/${each.replaceAll('/', '') || 'x'}`),
    headers,
    body: fc.constant('{}'),
  })
  await check(fc.oneof(request, fc.record({ headers, body: fc.constant('{"call":{"message":"x"}}') })), 1000)
})
