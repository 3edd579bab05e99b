import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodyOf, type Door, openDoor } from '../support/door.ts'
import { type HttpRequest, jsonPost } from '../support/http-event.ts'

let door: Door
beforeAll(async () => {
  door = await openDoor()
})
afterAll(() => door.stop())

const json = { 'Content-Type': 'application/json' }
const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
const valid = { call: { callerId: 'private' } }
const withCall = (fields: string): HttpRequest => ({ headers: json, body: `{"call":{"callerId":"private",${fields}}}` })

describe('bad input is answered with its status and a problem, and nothing is sent', () => {
  test.each<[string, HttpRequest, number, string]>([
    ['no body', { headers: json }, 400, 'not-json'],
    ['not JSON', { headers: json, body: 'call me' }, 400, 'not-json'],
    ['a body cut in the middle', { headers: json, body: JSON.stringify(valid).slice(0, -3) }, 400, 'not-json'],
    ['an array', jsonPost([valid]), 422, 'invalid-fields'],
    ['a number', jsonPost(7), 422, 'invalid-fields'],
    ['null', jsonPost(null), 422, 'invalid-fields'],
    ['a text', jsonPost('private'), 422, 'invalid-fields'],
    ['an empty object', jsonPost({}), 422, 'invalid-fields'],
    ['an unknown field', jsonPost({ ...valid, more: 1 }), 422, 'invalid-fields'],
    ['a wrong type', withCall('"message":["x"]'), 422, 'invalid-fields'],
    ['a huge number', withCall(`"message":${'9'.repeat(400)}`), 422, 'invalid-fields'],
    ['a deep array', withCall(`"message":${'['.repeat(15_000)}${']'.repeat(15_000)}`), 422, 'invalid-fields'],
    ['a deep object', { headers: json, body: `${'{"call":'.repeat(3000)}1${'}'.repeat(3000)}` }, 422, 'invalid-fields'],
    ['__proto__', withCall('"__proto__":{"kind":"live"}'), 422, 'invalid-fields'],
    ['constructor', { headers: json, body: '{"call":{"callerId":"1"},"constructor":{}}' }, 422, 'invalid-fields'],
    ['NUL', withCall('"message":"a\\u0000b"'), 422, 'invalid-fields'],
    ['a lone surrogate', withCall('"message":"\\ud800"'), 422, 'invalid-fields'],
    ['a character that queues refuse', withCall('"message":"\\uffff"'), 422, 'invalid-fields'],
    ['31 February', withCall('"receivedAt":"2011-02-31"'), 422, 'invalid-fields'],
    ['the future', withCall('"receivedAt":"2999-01-01T00:00"'), 422, 'invalid-fields'],
    ['the year 1', withCall('"receivedAt":"0001-01-01"'), 422, 'invalid-fields'],
    ['33 KiB', jsonPost({ call: { message: 'x'.repeat(33 * 1024) } }), 413, 'too-large'],
    ['invalid UTF-8', { headers: json, body: Buffer.from('{"call":{"callerId":"\xe9"}}', 'latin1') }, 400, 'not-utf-8'],
    ['a form in Latin-1', { headers: form, body: Buffer.from('call.message=\xe9', 'latin1') }, 400, 'not-utf-8'],
    ['a form encoded from Latin-1', { headers: form, body: 'call.message=%E9' }, 400, 'not-a-form'],
    ['a field twice', { headers: form, body: 'call.callerId=1&call.callerId=2' }, 422, 'invalid-fields'],
    ['an empty form', { headers: form, body: 'call.callerId=&_x=1' }, 422, 'invalid-fields'],
    ['no media type', { body: JSON.stringify(valid) }, 415, 'unsupported-media-type'],
    ['another media type', { headers: { 'Content-Type': 'text/plain' }, body: '{}' }, 415, 'unsupported-media-type'],
    ['a content encoding', jsonPost(valid, { 'Content-Encoding': 'gzip' }), 415, 'unsupported-encoding'],
    ['a short key', jsonPost(valid, { 'Idempotency-Key': 'x'.repeat(15) }), 400, 'malformed-header'],
    ['a long key', jsonPost(valid, { 'Idempotency-Key': 'x'.repeat(256) }), 400, 'malformed-header'],
  ])('%s', async (_, request, status, code) => {
    const answer = await door.ask(request)
    expect(await door.drain()).toEqual([])
    expect(answer.statusCode).toBe(status)
    expect(answer.headers['content-type']).toBe('application/problem+json')
    expect(bodyOf(answer)).toMatchObject({
      type: `urn:callwitness:problem:${code}`,
      title: expect.any(String) as string,
      status,
      detail: expect.any(String) as string,
    })
  })
})

test('all errors come at once, each with pointer, code and message', async () => {
  const answer = await door.ask(jsonPost({ call: { kind: 'robot', receivedAt: '2999-01' }, reporter: { phone: 'x' } }))
  expect(bodyOf(answer)['errors']).toEqual([
    {
      pointer: '/call/kind',
      code: 'not-an-option',
      allowed: ['recorded', 'live', 'text', 'unsure'],
      message: expect.any(String) as string,
    },
    { pointer: '/reporter/phone', code: 'not-a-phone-number', message: expect.any(String) as string },
    { pointer: '/call/receivedAt', code: 'in-the-future', message: expect.any(String) as string },
  ])
})

test('problems are in the language asked for, and their codes are not', async () => {
  const french = await door.ask(jsonPost({}, { 'Accept-Language': 'fr' }))
  const other = await door.ask(jsonPost({}, { 'Accept-Language': 'de,iu;q=0.9' }))
  expect(french.headers['content-language']).toBe('fr')
  expect(bodyOf(french)['title']).toContain('champs')
  expect(other.headers['content-language']).toBe('en')
  expect(bodyOf(french)['type']).toBe(bodyOf(other)['type'])
})

test('nothing of what was sent comes back, nor into the log', async () => {
  const marked = 'XYZZY'
  const requests: HttpRequest[] = [
    jsonPost({ [marked]: 1, call: { [marked]: 1, kind: marked, receivedAt: marked, language: marked } }),
    jsonPost({ call: { callerId: marked }, reporter: { phone: marked, [marked]: { [marked]: 1 } } }),
    { headers: { ...form, 'Accept-Language': marked }, body: `${marked}=1&call.${marked}=1&call.kind=${marked}` },
    { headers: { ...form, Accept: 'text/html' }, body: `${marked}=1&call.${marked}=1&call.kind=${marked}` },
    { headers: json, body: marked },
    { headers: { 'Content-Type': marked }, body: marked },
    jsonPost({}, { 'Idempotency-Key': marked }),
  ]
  for (const request of requests) expect(JSON.stringify(await door.ask(request))).not.toContain(marked)
  expect(door.logs().join('\n')).not.toContain(marked)
})
