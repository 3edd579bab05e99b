import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RejectedError } from '../../functions/domain/rejected.ts'
import { readForm } from '../../functions/domain/sent-form.ts'
import { readJson } from '../../functions/domain/sent-json.ts'

test('dotted names become a tree, the same as in JSON', () => {
  const form = readForm(
    'call.callerId=%28450%29+555-0146&call.message=h%C3%A9%21&reporter.earlierPoll.how=live&riding=Guelph',
  )
  const json = readJson(
    '{"call":{"callerId":"(450) 555-0146","message":"hé!"},"reporter":{"earlierPoll":{"how":"live"}},"riding":"Guelph"}',
  )
  expect(form).toEqual(json)
})

test('an empty field is an absent one, and names beginning with _ are the form’s own', () => {
  const { input, errors } = readForm(
    'call.callerId=1&call.message=&riding=+&_charset_=utf-8&_gotcha=x&call.kind=&call.kind=live&&',
  )
  expect({ input, errors }).toEqual({ input: { call: { callerId: '1', kind: 'live' } }, errors: [] })
  expect(readJson('{"call":{"callerId":"1","message":" "},"riding":""}').input).toEqual({ call: { callerId: '1' } })
})

test('the hidden idempotencyKey is no field of the report', () => {
  const { input, idempotencyKey } = readForm('idempotencyKey=0123456789abcdef&call.callerId=1')
  expect({ input, idempotencyKey }).toEqual({ input: { call: { callerId: '1' } }, idempotencyKey: '0123456789abcdef' })
})

describe('a fault of the form has its place, without the name that was sent', () => {
  test.each([
    ['call.callerId=1&call.callerId=2', '/call/callerId', 'duplicate-field'],
    ['idempotencyKey=a&idempotencyKey=b', '/idempotencyKey', 'duplicate-field'],
    ['secret=1', '', 'unknown-field'],
    ['call=1', '', 'unknown-field'],
    ['call.secret=1', '/call', 'unknown-field'],
    ['call.callerId.more=1', '/call', 'unknown-field'],
    ['call.__proto__=1', '/call', 'unknown-field'],
    ['constructor=1', '', 'unknown-field'],
    ['toString.call=1', '', 'unknown-field'],
    ['reporter.earlierPoll.constructor.prototype=1', '/reporter/earlierPoll', 'unknown-field'],
    ['=1', '', 'unknown-field'],
  ])('%s', (body, pointer, code) => expect(readForm(body).errors).toMatchObject([{ pointer, code }]))
})

test('a field that a form does not have is answered with those it has, as a form writes them', () => {
  const [inside] = readForm('reporter.secret=1').errors
  expect(inside?.allowed).toContain('reporter.phone')
  expect(inside?.allowed).toContain('reporter.earlierPoll.how')
  expect(inside?.allowed).not.toContain('call.message')
  expect(readForm('secret=1').errors[0]?.allowed).toEqual(expect.arrayContaining(['call.message', 'idempotencyKey']))
})

test.each(['call.message=%FF', 'call.message=%C3', '%E9=1', 'call.message=100%', 'call.message=%zz'])(
  '%s is no form in UTF-8',
  (body) => expect(() => readForm(body)).toThrow(new RejectedError('not-a-form')),
)

test.each(['', 'x', '{', '{"call":', '\uFEFF{}x', "{'call':1}"])('%j is no JSON', (body) =>
  expect(() => readJson(body)).toThrow(new RejectedError('not-json')),
)

test('no form, whatever its names, reaches a prototype', () => {
  const name = fc.array(
    fc.constantFrom('__proto__', 'constructor', 'prototype', 'call', 'reporter', 'toString', 'phone'),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(name, fc.string({ minLength: 1 }))), (fields) => {
      const body = fields.map(([names, value]) => `${names.join('.')}=${encodeURIComponent(value.toWellFormed())}`)
      readForm(body.join('&'))
      expect(Object.keys(Object.prototype)).toEqual([])
      expect(({} as { phone?: string }).phone).toBeUndefined()
    }),
  )
})
