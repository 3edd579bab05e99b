import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PermittedStack, startPermittedStack } from '../support/permitted-stack.ts'
import { rawRequest, sendBytes } from '../support/raw-http.ts'
import { aReport } from '../support/sender.ts'
import { storing } from '../support/stored.ts'

const MARKER = 'qqMarker7'

let stack: PermittedStack
beforeAll(async () => {
  stack = await startPermittedStack()
})
afterAll(() => stack.stop())

const REPORT = JSON.stringify(aReport({ message: MARKER }))
const POST = 'POST /v1/reports'
const JSON_TYPE = 'content-type: application/json'
const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`
const chunked = (headers: string[], body: string) =>
  Buffer.from(`${POST} HTTP/1.1\r\nhost: x\r\n${JSON_TYPE}\r\n${headers.join('\r\n')}\r\n\r\n${body}`)

type Framed = { what: string; bytes: string | Buffer; isCut?: boolean; answers: string }

/** The connection ends without an answer. */
const NONE = 'none'

const FRAMED: Framed[] = [
  { what: 'a body that ends before its length', bytes: rawRequest(POST, [JSON_TYPE], REPORT.slice(0, 90), REPORT.length), isCut: true, answers: '400 application/json' }, // prettier-ignore
  { what: 'a whole report that ends before its length', bytes: rawRequest(POST, [JSON_TYPE], REPORT, REPORT.length + 1), isCut: true, answers: '400 application/json' }, // prettier-ignore
  { what: 'a length that cuts the body', bytes: rawRequest(POST, [JSON_TYPE], REPORT, 90), answers: '400 application/problem+json' }, // prettier-ignore
  { what: 'a length that cuts a character', bytes: rawRequest(POST, [JSON_TYPE], '{"call":{"message":"é"}}', 21), answers: '400 application/problem+json' }, // prettier-ignore
  { what: 'a chunked body cut in the middle', bytes: chunked(['transfer-encoding: chunked'], chunk(REPORT.slice(0, 90))), isCut: true, answers: '400 application/json' }, // prettier-ignore
  { what: 'a chunked body with a wrong size', bytes: chunked(['transfer-encoding: chunked'], `zz\r\n${REPORT}\r\n0\r\n\r\n`), answers: '400 application/json' }, // prettier-ignore
  { what: 'length and chunks at once', bytes: chunked(['transfer-encoding: chunked', 'content-length: 5'], `${chunk(REPORT)}0\r\n\r\n`), answers: '400 application/json' }, // prettier-ignore
  { what: 'two lengths', bytes: rawRequest(POST, [JSON_TYPE, 'content-length: 3'], REPORT), answers: '400 application/json' }, // prettier-ignore
  { what: 'a length below zero', bytes: rawRequest(POST, [JSON_TYPE], REPORT, -1), answers: '400 application/json' },
  { what: 'two content types', bytes: rawRequest(POST, [JSON_TYPE, 'content-type: text/plain'], REPORT), answers: '415 application/problem+json' }, // prettier-ignore
  { what: 'a key that is no text', bytes: rawRequest(POST, [JSON_TYPE, 'idempotency-key: \xff\xfe0123456789abcdef'], REPORT), answers: '400 application/problem+json' }, // prettier-ignore
  { what: 'a method that nobody knows', bytes: rawRequest(`${MARKER} /v1/reports`, [JSON_TYPE], REPORT), answers: '400 application/json' }, // prettier-ignore
  { what: 'TRACE', bytes: rawRequest('TRACE /v1/reports', [`x-marker: ${MARKER}`]), answers: '405 application/problem+json' }, // prettier-ignore
  { what: 'CONNECT', bytes: rawRequest(`CONNECT ${MARKER}:443`, []), answers: NONE },
  { what: 'an escape that is none', bytes: rawRequest(`POST /v1/reports/${MARKER}%zz`, []), answers: '400 application/json' }, // prettier-ignore
  { what: 'a path that is no UTF-8', bytes: rawRequest(`GET /v1/reports/${MARKER}%ff`, []), answers: '400 application/json' }, // prettier-ignore
  { what: 'an id with a slash in it', bytes: rawRequest('GET /v1/reports/a%2Fb', []), answers: '404 application/problem+json' }, // prettier-ignore
  { what: 'dots in a path', bytes: rawRequest('GET /v1/reports/../../etc/passwd', []), answers: '404 application/problem+json' }, // prettier-ignore
  { what: 'a whole address as the path', bytes: rawRequest(`GET http://${MARKER}/v1/nothing`, []), answers: '404 application/problem+json' }, // prettier-ignore
  { what: 'headers of 11 KB', bytes: rawRequest(POST, [JSON_TYPE, `x-marker: ${MARKER.padEnd(11_000, 'x')}`], REPORT), answers: '431 application/json' }, // prettier-ignore
  { what: 'no HTTP at all', bytes: `${MARKER}\x00\x01\x02\r\n\r\n`, answers: '400 application/json' },
  { what: 'a body of 11 MB', bytes: rawRequest(POST, [JSON_TYPE], Buffer.alloc(11 * 1024 * 1024, 'x')), answers: '413 application/json' }, // prettier-ignore
]

test.each(FRAMED)('$what: $answers', async ({ bytes, isCut = false, answers }) => {
  const answer = await sendBytes(stack.url, bytes, { isCut })
  const [, status = NONE] = /^HTTP\/1\.1 (\d{3})/.exec(answer) ?? []
  const [, type] = /\r\ncontent-type: ([\w/+]+)/i.exec(answer) ?? []
  expect([status, type].filter(Boolean).join(' ')).toBe(answers)
  expect(answer).not.toContain(MARKER)
})

test('what follows a whole request takes nothing from its answer', async () => {
  const bytes = Buffer.concat([rawRequest(POST, [JSON_TYPE], REPORT.slice(0, 90)), Buffer.from(`${MARKER}\r\n\r\n`)])
  expect(await sendBytes(stack.url, bytes)).toMatch(/not-json/)
})

test('of all that, nothing was stored or queued, and no function failed', async () => {
  expect(await storing(stack)).toEqual([])
  expect(Object.entries(stack.invocations()).filter(([, { errors }]) => errors > 0)).toEqual([])
})
