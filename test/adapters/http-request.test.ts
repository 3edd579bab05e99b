import { describe, expect, test } from 'vitest'
import { readIdempotencyKey, readSent } from '../../functions/adapters/http-request.ts'
import { RejectedError } from '../../functions/domain/rejected.ts'
import { httpEvent, type HttpRequest } from '../support/http-event.ts'

const json = { 'content-type': 'application/json' }
const form = { 'content-type': 'application/x-www-form-urlencoded' }
const read = (request: HttpRequest) => readSent(httpEvent(request))

describe('any spelling of the two media types is read', () => {
  test.each(['application/json', 'Application/JSON; charset=UTF-8', 'application/json;charset="utf-8"'])(
    '%s',
    (type) => {
      expect(read({ headers: { 'content-type': type }, body: '{"a":1}' }).input).toEqual({ a: 1 })
    },
  )
  test.each(['application/x-www-form-urlencoded', 'application/x-www-form-urlencoded; charset=utf-8'])('%s', (type) => {
    expect(read({ headers: { 'content-type': type }, body: 'riding=Guelph' }).input).toEqual({ riding: 'Guelph' })
  })
})

test.each([
  '',
  'text/plain',
  'application/jsonp',
  'application/merge-patch+json',
  'application/json; charset=latin1',
  'application/json,application/json',
  'multipart/form-data; boundary=x',
])('the media type %j is not taken', (type) =>
  expect(() => read({ headers: { 'content-type': type }, body: '{}' })).toThrow(
    new RejectedError('unsupported-media-type'),
  ),
)

test('without a media type nothing is guessed', () => {
  expect(() => read({ body: '{}' })).toThrow(new RejectedError('unsupported-media-type'))
})

test.each(['gzip', 'identity', 'br', ''])('the content encoding %j is not taken', (encoding) => {
  expect(() => read({ headers: { ...json, 'content-encoding': encoding }, body: '{}' })).toThrow(
    new RejectedError('unsupported-encoding'),
  )
})

describe('a body has at most 32768 bytes', () => {
  const padded = (bytes: number) => JSON.stringify({ a: 'x'.repeat(bytes - 8) })
  test('JSON', () => {
    expect(read({ headers: json, body: padded(32_768) }).errors).toEqual([])
    expect(() => read({ headers: json, body: padded(32_769) })).toThrow(new RejectedError('too-large'))
  })
  test('JSON of characters of two bytes', () => {
    expect(() => read({ headers: json, body: JSON.stringify({ a: 'é'.repeat(16_381) }) })).toThrow(
      new RejectedError('too-large'),
    )
  })
  test('a form', () => {
    expect(read({ headers: form, body: `_=${'x'.repeat(32_766)}` }).errors).toEqual([])
    expect(() => read({ headers: form, body: `_=${'x'.repeat(32_767)}` })).toThrow(new RejectedError('too-large'))
  })
})

test('bytes that are not UTF-8 are told from text, in both media types', () => {
  const bytes = Buffer.concat([Buffer.from('{"a":"'), Buffer.of(0xff), Buffer.from('"}')])
  expect(() => read({ headers: json, body: bytes })).toThrow(new RejectedError('not-utf-8'))
  expect(() => read({ headers: form, body: bytes })).toThrow(new RejectedError('not-utf-8'))
})

test('a byte order mark before JSON is not part of it', () => {
  expect(read({ headers: json, body: '\uFEFF{"a":1}' }).input).toEqual({ a: 1 })
})

test.each(['x'.repeat(15), 'x'.repeat(256), '', `${'x'.repeat(20)}\n`, `${'x'.repeat(20)}é`, `${'x'.repeat(20)}\0`])(
  'the key %j is malformed',
  (key) => {
    const headers = { ...json, 'idempotency-key': key }
    expect(() => read({ headers, body: '{}' })).toThrow(new RejectedError('malformed-header'))
    expect(() => readIdempotencyKey(httpEvent({ headers }))).toThrow(new RejectedError('malformed-header'))
  },
)

test.each(['x'.repeat(16), 'x'.repeat(255), '"0b52ed9f-6a8b-4f3c"'])('the key %j is taken', (key) => {
  expect(read({ headers: { ...json, 'idempotency-key': key }, body: '{}' }).idempotencyKey).toBe(key)
})

test('a form’s hidden key is a key like the header’s, which goes first', () => {
  const body = 'idempotencyKey=from-the-hidden-field'
  expect(read({ headers: form, body }).idempotencyKey).toBe('from-the-hidden-field')
  expect(read({ headers: { ...form, 'idempotency-key': 'from-the-header-itself' }, body }).idempotencyKey).toBe(
    'from-the-header-itself',
  )
  expect(() => read({ headers: form, body: 'idempotencyKey=short' })).toThrow(new RejectedError('malformed-header'))
})
