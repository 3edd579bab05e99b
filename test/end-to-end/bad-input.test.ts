import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PermittedStack, startPermittedStack } from '../support/permitted-stack.ts'
import { aReport, send } from '../support/sender.ts'
import { storing } from '../support/stored.ts'

/** Is in everything that is sent here, and must be in nothing that comes back. */
const MARKER = 'qqMarker7'

let stack: PermittedStack
beforeAll(async () => {
  stack = await startPermittedStack()
})
afterAll(() => stack.stop())

type Bad = {
  what: string
  body?: string | Uint8Array
  headers?: Record<string, string>
  method?: string
  path?: string
  status: number
  problem: string
  /** `pointer code`, all of them; for invalid fields only. */
  errors?: string[]
}

const JSON_TYPE = { 'content-type': 'application/json' }
const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' }
const json = (what: string, body: unknown, errors: string[]): Bad => ({
  what,
  body: typeof body === 'string' ? body : JSON.stringify(body),
  status: 422,
  problem: 'invalid-fields',
  errors,
})
const form = (what: string, body: string, errors: string[]): Bad => ({
  ...json(what, body, errors),
  headers: FORM_TYPE,
})
const call = (what: string, fields: object, ...errors: string[]): Bad => json(what, aReport(fields), errors)
const ofSize = (bytes: number) => {
  const empty = JSON.stringify(aReport({ message: '' }, { source: '' }))
  return JSON.stringify(aReport({ message: MARKER.padEnd(bytes - empty.length, 'x') }, { source: '' }))
}
const latin1 = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))
const DEEP = `${'['.repeat(15_000)}${']'.repeat(15_000)}`

const BODIES: Bad[] = [
  { what: 'no JSON', body: `${MARKER} { not json`, status: 400, problem: 'not-json' },
  {
    what: 'JSON cut in the middle',
    body: JSON.stringify(aReport({ message: MARKER })).slice(0, -20),
    status: 400,
    problem: 'not-json',
  },
  { what: 'nothing', body: '', status: 400, problem: 'not-json' },
  { what: 'a form that says it is JSON', body: `call.message=${MARKER}`, status: 400, problem: 'not-json' },
  { what: 'NaN', body: `{"call":{"message":NaN},"${MARKER}":1}`, status: 400, problem: 'not-json' },
  json('an array', [aReport({ message: MARKER })], [' wrong-type']),
  json('a number', '7', [' wrong-type']),
  json('a huge number', `1${'0'.repeat(10_000)}`, [' wrong-type']),
  json('null', 'null', [' wrong-type']),
  json('true', 'true', [' wrong-type']),
  json('a text', `"${MARKER}"`, [' wrong-type']),
  json('an empty object', {}, ['/call one-required']),
  json('a deep array', DEEP, [' wrong-type']),
  json('a deep array in a field', `{"call":{"message":${DEEP}}}`, ['/call/message wrong-type']),
  json('deep objects', `{"call":{"message":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}}}`, [
    '/call/message wrong-type',
  ]),
  json('a huge number in a field', '{"call":{"callerId":1e400,"message":123456789012345678901234567890}}', ['/call/callerId wrong-type', '/call/message wrong-type']), // prettier-ignore
  json('33 KiB of an unknown field', { [MARKER]: 'x'.repeat(32_000) }, [' unknown-field', '/call one-required']),
  json('unknown fields', { ...aReport({ [MARKER]: MARKER }, { [MARKER]: MARKER }) }, [
    ' unknown-field',
    '/call unknown-field',
  ]),
  json('__proto__', `{"__proto__":{"${MARKER}":1},"call":{"message":"x","__proto__":{"${MARKER}":1}}}`, [' unknown-field', '/call unknown-field']), // prettier-ignore
  json('constructor', { constructor: { prototype: { [MARKER]: 1 } }, call: { message: 'x', toString: 1 } }, [' unknown-field', '/call unknown-field']), // prettier-ignore
  json('the wrong types', { call: { callerId: 4505550146, receivedAt: {}, message: [MARKER], kind: 1, language: 2 }, riding: 35027, source: true, representationOrder: 2003, reporter: { phone: 5195550123, ageBand: [], earlierPoll: MARKER } }, ['/call/callerId', '/call/receivedAt', '/call/message', '/call/kind', '/call/language', '/riding', '/source', '/representationOrder', '/reporter/phone', '/reporter/ageBand', '/reporter/earlierPoll'].map((at) => `${at} wrong-type`)), // prettier-ignore
  json('null for each', { call: null, riding: null, reporter: null }, ['/call wrong-type', '/riding wrong-type', '/reporter wrong-type']), // prettier-ignore
  json('other choices', aReport({ kind: MARKER, election: MARKER }, { representationOrder: '1987', reporter: { ageBand: '7', earlierPoll: { received: 'maybe', how: MARKER, askedBy: MARKER, preference: MARKER } } }), ['/call/kind', '/call/election', '/representationOrder', '/reporter/ageBand', '/reporter/earlierPoll/received', '/reporter/earlierPoll/how', '/reporter/earlierPoll/askedBy', '/reporter/earlierPoll/preference'].map((at) => `${at} not-an-option`)), // prettier-ignore
  json('texts too long', aReport({ message: MARKER.padEnd(5001, 'x'), callerId: MARKER.padEnd(101), callerName: 'x'.repeat(101), claimedToBe: 'x'.repeat(201), pollingPlace: 'x'.repeat(301) }, { riding: 'x'.repeat(201), source: 'x'.repeat(61) }), ['/call/message', '/call/callerName', '/call/claimedToBe', '/call/pollingPlace', '/riding', '/source'].map((at) => `${at} too-long`)), // prettier-ignore
  call('a NUL', { message: `${MARKER}\0` }, '/call/message not-text'),
  json('a lone surrogate', `{"call":{"message":"${MARKER}\\ud83d"}}`, ['/call/message not-text']),
  json('a lone low surrogate', `{"call":{"callerName":"\\udcde ${MARKER}"}}`, ['/call/callerName not-text']),
  call('31 February', { receivedAt: '2011-02-31' }, '/call/receivedAt no-such-date'),
  call('29 February of no leap year', { receivedAt: '2011-02-29T10:00' }, '/call/receivedAt no-such-date'),
  call('25 o’clock', { receivedAt: '2011-05-02T25:00' }, '/call/receivedAt no-such-date'),
  call('the future', { receivedAt: '2999-01-01T00:00' }, '/call/receivedAt in-the-future'),
  call('the year 1', { receivedAt: '0001-01-01' }, '/call/receivedAt too-early'),
  call('no time at all', { receivedAt: `${MARKER} at ten` }, '/call/receivedAt not-a-time'),
  call('no language', { language: `${MARKER}-not-a-tag-0` }, '/call/language not-a-language'),
  json('no phone number', aReport({}, { reporter: { phone: MARKER } }), ['/reporter/phone not-a-phone-number']),
  json('an earlier poll in the future', aReport({}, { reporter: { earlierPoll: { receivedOn: '2999-01' } } }), ['/reporter/earlierPoll/receivedOn in-the-future']), // prettier-ignore
  json('nothing of a call', { riding: MARKER, reporter: { phone: '519-555-0123' } }, ['/call one-required']),
  { what: 'more than 32 KiB', body: ofSize(32 * 1024 + 1), status: 413, problem: 'too-large' },
  { what: '33 KiB', body: ofSize(33 * 1024), status: 413, problem: 'too-large' },
  { what: 'a form of 33 KiB', headers: FORM_TYPE, body: `call.message=${MARKER.padEnd(33 * 1024, 'x')}`, status: 413, problem: 'too-large' }, // prettier-ignore
  { what: 'a megabyte', body: ofSize(1024 * 1024), status: 413, problem: 'too-large' },
  { what: 'no UTF-8 in JSON', body: latin1(`{"call":{"message":"${MARKER} d\u00e9m\u00e9nag\u00e9"}}`), status: 400, problem: 'not-utf-8' }, // prettier-ignore
  { what: 'no UTF-8 in a form', headers: FORM_TYPE, body: latin1(`call.message=${MARKER}\u00e9`), status: 400, problem: 'not-utf-8' }, // prettier-ignore
  { what: 'UTF-16', body: Uint8Array.from(Buffer.from('\ufeff{"call":{"message":"x"}}', 'utf16le')), status: 400, problem: 'not-utf-8' }, // prettier-ignore
  form('duplicate form fields', `call.message=${MARKER}&call.message=b&riding=a&riding=b`, ['/call/message duplicate-field', '/riding duplicate-field']), // prettier-ignore
  form('unknown form fields', `call.message=a&${MARKER}=1&call.${MARKER}=1&reporter.earlierPoll.${MARKER}=1`, [' unknown-field', '/call unknown-field', '/reporter/earlierPoll unknown-field']), // prettier-ignore
  form('__proto__ in a form', `call.message=a&__proto__.${MARKER}=1&call.__proto__=1&constructor.prototype.${MARKER}=1`, [' unknown-field', '/call unknown-field']), // prettier-ignore
  form('a form with brackets', `call[message]=${MARKER}`, [' unknown-field', '/call one-required']),
  form('an empty form', 'call.message=&call.callerId=+&_subject=x', ['/call one-required']),
  form('a NUL in a form', `call.message=${MARKER}%00`, ['/call/message not-text']),
  form('31 February in a form', 'call.receivedAt=2011-02-31', ['/call/receivedAt no-such-date']),
  { what: 'a broken escape in a form', headers: FORM_TYPE, body: `call.message=${MARKER}%E9`, status: 400, problem: 'not-a-form' }, // prettier-ignore
  { what: 'half an escape in a form', headers: FORM_TYPE, body: `call.message=${MARKER}%`, status: 400, problem: 'not-a-form' }, // prettier-ignore
]

const HEADERS: Bad[] = [
  ...[
    'text/plain',
    'application/xml',
    'application/octet-stream',
    `application/${MARKER}`,
    `multipart/form-data; boundary=${MARKER}`,
    'application/problem+json',
    'application/json; charset=iso-8859-1',
    'application/x-www-form-urlencoded; charset=windows-1252',
    MARKER,
  ].map((type): Bad => ({
    what: type,
    headers: { 'content-type': type },
    status: 415,
    problem: 'unsupported-media-type',
  })),
  { what: 'no content type', headers: {}, body: Uint8Array.from(Buffer.from('{}')), status: 415, problem: 'unsupported-media-type' }, // prettier-ignore
  ...['gzip', 'br', 'identity', MARKER].map((encoding): Bad => ({
    what: `content encoding ${encoding}`,
    headers: { ...JSON_TYPE, 'content-encoding': encoding },
    status: 415,
    problem: 'unsupported-encoding',
  })),
  ...[
    'short',
    '',
    MARKER.padEnd(15, 'k'),
    MARKER.padEnd(256, 'k'),
    `${MARKER}-clé-de-seize`,
    `${MARKER}\tand a tab in it`,
  ].map((key): Bad => ({
    what: `the key ${JSON.stringify(key.slice(0, 20))} of ${key.length}`,
    headers: { ...JSON_TYPE, 'idempotency-key': Buffer.from(key).toString('latin1') },
    status: 400,
    problem: 'malformed-header',
  })),
  { what: 'a short key in a form', headers: FORM_TYPE, body: `call.message=a&idempotencyKey=${MARKER}`, status: 400, problem: 'malformed-header' }, // prettier-ignore
]

const PLACES: Bad[] = [
  ...['PATCH', 'PUT', 'DELETE', 'GET', 'OPTIONS', 'PROPFIND', 'SEARCH', 'QUERY'].map((method): Bad => ({
    what: `${method} on all reports`,
    method,
    status: 405,
    problem: 'method-not-allowed',
  })),
  ...['POST', 'PATCH', 'OPTIONS', 'PURGE'].map(
    (method): Bad => ({ what: `${method} on a report`, method, path: `/v1/reports/${MARKER}`, status: 405, problem: 'method-not-allowed' }), // prettier-ignore
  ),
  ...['POST', 'PUT', 'DELETE', 'PATCH'].map(
    (method): Bad => ({ what: `${method} on statistics`, method, path: '/v1/stats/ridings', status: 405, problem: 'method-not-allowed' }), // prettier-ignore
  ),
  ...[
    '/',
    `/${MARKER}`,
    '/v1',
    '/v1/reports/',
    `/v1/reports/rpt_0/${MARKER}`,
    '/v2/reports',
    '/V1/Reports',
    '/v1/stats',
    `/v1/stats/${MARKER}`,
    '/v1/reports//',
    '/.env',
    '/v1/%2e%2e/reports',
    `/%00${MARKER}`,
  ].map(
    // prettier-ignore
    (path): Bad => ({ what: `nothing at ${path}`, path, status: 404, problem: 'unknown-path' }),
  ),
  ...[
    MARKER,
    'rpt_',
    `rpt_${'0'.repeat(25)}`,
    `rpt_${'0'.repeat(27)}`,
    `rpt_${'o'.repeat(26)}`,
    `RPT_${'0'.repeat(26)}`,
    'cmp_00000000000000000000000000',
    'REPORTER%23t1.abc',
    '..%2f..%2fetc%2fpasswd',
    '%F0%9F%93%9E',
  ].map(
    // prettier-ignore
    (id): Bad => ({ what: `${id}, which is no id`, method: 'GET', path: `/v1/reports/${id}`, headers: { authorization: `Bearer r1.${MARKER}.x` }, status: 404, problem: 'unknown-report' }), // prettier-ignore
  ),
  ...[
    `${MARKER}=1`,
    `limit=${MARKER}`,
    'limit=0',
    'limit=1e9',
    `kind=${MARKER}`,
    'kind=live&kind=live',
    `after=%00${MARKER}`,
    `format=${MARKER}`,
  ].map(
    // prettier-ignore
    (query): Bad => ({ what: `caller IDs with ${query}`, method: 'GET', path: `/v1/stats/caller-ids?${query}`, status: 422, problem: 'invalid-query' }), // prettier-ignore
  ),
]

async function answerTo({ method = 'POST', path = '/v1/reports', headers = JSON_TYPE, body }: Bad, language: string) {
  const content = body ?? JSON.stringify(aReport({ message: MARKER }))
  return await send(`${stack.url}${path}`, {
    method,
    headers: { 'user-agent': MARKER, cookie: MARKER, referer: `https://example.org/${MARKER}`, origin: `https://${MARKER}.example`, ...headers, 'accept-language': language }, // prettier-ignore
    body: method === 'GET' ? null : content,
  })
}

test.each([...BODIES, ...HEADERS, ...PLACES])(
  '$what: $status $problem, in both languages, echoing nothing',
  async (bad) => {
    const answers = [await answerTo(bad, 'en'), await answerTo(bad, 'fr-CA')]
    for (const { status, headers, json, text } of answers) {
      expect({ status, type: json['type'] }).toEqual({
        status: bad.status,
        type: `urn:callwitness:problem:${bad.problem}`,
      })
      expect(headers.get('content-type')).toBe('application/problem+json')
      expect(headers.get('access-control-allow-origin')).toBe('*')
      expect(json).toMatchObject({ status: bad.status, title: expect.any(String), detail: expect.any(String) })
      expect(found(json).toSorted()).toEqual(expected(bad))
      expect(`${text} ${JSON.stringify([...headers])}`.toLowerCase()).not.toContain(MARKER.toLowerCase())
    }
    const [english, french] = answers
    expect(english!.json['title']).not.toBe(french!.json['title'])
    expect(french!.headers.get('content-language')).toBe('fr')
  },
)

// A query names parameters, whose errors are another test's.
function expected({ problem, errors = [] }: Bad): unknown {
  return problem === 'invalid-query' ? expect.any(Array) : errors.toSorted()
}

function found({ errors = [] }: Record<string, unknown>): string[] {
  const each = errors as { pointer: string; code: string; message: string }[]
  return each.map(({ pointer, code, message }) => (message.length > 10 ? `${pointer} ${code}` : 'without a message'))
}

test.each([
  ['/v1/reports', 'POST'],
  ['/v1/reports/rpt_00000000000000000000000000', 'GET, PUT, DELETE'],
  ['/v1/stats/timeline', 'GET'],
])('405 at %s names what is allowed there: %s', async (path, allowed) => {
  const { status, headers } = await send(`${stack.url}${path}`, { method: 'PATCH' })
  expect(status).toBe(405)
  expect(headers.get('allow')).toBe(allowed)
})

test('what a HEAD request gets is refused without a body', async () => {
  const { status, text } = await send(`${stack.url}/v1/reports`, { method: 'HEAD' })
  expect([status, text]).toEqual([405, ''])
})

test('exactly 32 KiB are read to the last byte, and refused for that byte alone', async () => {
  const json = JSON.stringify(aReport())
  const body = `${json.padEnd(32 * 1024 - 1)}x`
  expect(await answerTo({ ...BODIES[0]!, body }, 'en')).toMatchObject({ status: 400 })
})

test('of all that, nothing was stored or queued', async () => {
  expect(await storing(stack)).toEqual([])
  expect(stack.invocations()['merge-report']).toMatchObject({ invocations: 0 })
})

test('and no function failed', () => {
  expect(Object.entries(stack.invocations()).filter(([, { errors }]) => errors > 0)).toEqual([])
})
