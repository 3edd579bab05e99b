import fc from 'fast-check'
import { afterAll, beforeAll, test } from 'vitest'
import { publishNow } from '../../operate/publish.ts'
import { operated, sendWeek } from '../support/exactly-once.ts'
import { type PermittedStack, startPermittedStack } from '../support/permitted-stack.ts'
import { send } from '../support/sender.ts'

let stack: PermittedStack
beforeAll(async () => {
  stack = await startPermittedStack()
  await sendWeek(stack.url, { seed: 'arbitrary questions', reports: 60 })
  await stack.idle()
  await publishNow(operated(stack))
})
afterAll(() => stack.stop())

const RUNS = { numRuns: 100, interruptAfterTimeLimit: 10_000, markInterruptAsFailure: false }

/** The answers that README and contract name; the gateway's own are for what is no HTTP request at all. */
const DOCUMENTED = [202, 400, 404, 405, 413, 415, 422]

/** Sends it, and says whether what came back is one of the documented answers, whole. */
async function isAnsweredAsDocumented(path: string, init: RequestInit): Promise<boolean> {
  const { status, json, headers, text } = await send(`${stack.url}${path}`, init)
  if (status === 202) return typeof json['receipt'] === 'string' || text.startsWith('<!doctype html>')
  const isProblem = headers.get('content-type') === 'application/problem+json' && json['status'] === status
  const isPage = headers.get('content-type') === 'text/html; charset=utf-8'
  const isGateway = status === 400 && text === '{"message":"Bad Request"}'
  return DOCUMENTED.includes(status) && (isProblem || isPage || isGateway)
}

const post = async (body: string | Uint8Array<ArrayBuffer>, type: string) =>
  await isAnsweredAsDocumented('/v1/reports', { method: 'POST', headers: { 'content-type': type }, body })
const postJson = async (body: string) => await post(body, 'application/json')

const NAMES = ['call', 'reporter', 'earlierPoll', 'riding', 'source', 'representationOrder', 'callerId', 'receivedAt', 'message', 'callerName', 'claimedToBe', 'phone', 'ageBand', 'language', 'kind', '__proto__', 'toString'] // prettier-ignore
const TEXTS = ['federal', 'recorded', '2011-05-02T10:03', '2011-02-31', '519-555-0123', 'en', 'yes', '2003', '14-17', '\0', '\ud800'] // prettier-ignore
const text = fc.oneof(fc.constantFrom(...TEXTS), fc.string({ unit: 'binary', maxLength: 200 }))

/** JSON whose names and values often are ours. */
const nearly = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, text, tie('object'), fc.jsonValue()),
  object: fc.dictionary(fc.constantFrom(...NAMES), tie('value'), { maxKeys: 8 }),
})).object

test('arbitrary JSON', async () => {
  await fc.assert(fc.asyncProperty(fc.json({ stringUnit: 'binary' }), postJson), RUNS)
})

test('JSON with names of our own', async () => {
  await fc.assert(
    fc.asyncProperty(nearly, async (value) => await postJson(JSON.stringify(value))),
    RUNS,
  )
})

test('arbitrary bytes, whatever they claim to be', async () => {
  const types = fc.constantFrom('application/json', 'application/x-www-form-urlencoded', 'text/plain', 'a', ';')
  const bytes = fc.uint8Array({ maxLength: 2_000 }).map((array) => new Uint8Array(array))
  await fc.assert(fc.asyncProperty(bytes, types, post), RUNS)
})

test('arbitrary forms', async () => {
  const names = fc.oneof(
    fc.constantFrom('call.message', 'call.callerId', 'reporter.phone', 'idempotencyKey', '_x'),
    text,
  )
  const forms = fc.array(fc.tuple(names, text)).map((pairs) => new URLSearchParams(pairs).toString())
  await fc.assert(
    fc.asyncProperty(forms, async (form) => await post(form, 'application/x-www-form-urlencoded')),
    RUNS,
  )
})

test('arbitrary methods, paths and headers', async () => {
  const segment = fc.oneof(fc.constantFrom('v1', 'reports', 'stats', 'ridings', 'rpt_00000000000000000000000000'), text)
  const path = fc.array(segment, { maxLength: 5 }).map((parts) => `/${parts.map(encoded).join('/')}`)
  // All that a client lets through.
  const codes = fc.oneof(fc.integer({ min: 0x20, max: 0x7e }), fc.integer({ min: 0x80, max: 0xff }))
  const header = fc.string({ unit: codes.map((code) => String.fromCharCode(code)) })
  const names = ['authorization', 'idempotency-key', 'accept', 'accept-language', 'content-type', 'if-none-match', 'x']
  const headers = fc.dictionary(fc.constantFrom(...names), header)
  const method = fc.constantFrom('POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS')
  await fc.assert(
    fc.asyncProperty(method, path, headers, (method, path, headers) =>
      isAnsweredAsDocumented(path, { method, headers, body: '{}' }),
    ),
    RUNS,
  )
})

test('arbitrary questions', async () => {
  const tables = ['summary', 'ridings', 'caller-ids', 'sources', 'timeline', 'ages', 'earlier-polls', 'earlier-polls/odds-ratios'] as const // prettier-ignore
  const ofSomebody = text.map((id) => `caller-ids/${encoded(id) || '-'}`)
  const table = fc.oneof(fc.constantFrom(...tables), ofSomebody, fc.constant('scripts/scr_1/list-source'))
  const name = fc.oneof(fc.constantFrom('from', 'to', 'by', 'kind', 'limit', 'after', 'format', 'interval'), text)
  const query = fc.array(fc.tuple(name, text), { maxLength: 4 }).map((pairs) => new URLSearchParams(pairs).toString())
  const isAnswered = async (table: string, query: string) => {
    const { status, json } = await send(`${stack.url}/v1/stats/${table}?${query}`)
    if (status === 404) return /[/](?:caller-ids|scripts)[/]/.test(`/${table}`)
    return status === 200 || (status === 422 && json['type'] === 'urn:callwitness:problem:invalid-query')
  }
  await fc.assert(fc.asyncProperty(table, query, isAnswered), RUNS)
})

// A lone surrogate has no bytes.
function encoded(part: string): string {
  return encodeURIComponent(part.toWellFormed())
}
