import { describe, expect, test } from 'vitest'
import { callerKey, normaliseCallerId, spellCallerId } from '../../functions/domain/caller-id.ts'
import { checkCallerIds } from '../strings/arbitrary-caller-ids.ts'

test.each([
  '(450) 555-0146',
  '450.555.0146',
  '+1 450 555 0146',
  '14505550146',
  'Elections Canada 450-555-0146',
  '450 555 O146',
  '４５０５５５０１４６',
  '٤٥٠-٥٥٥-٠١٤٦',
  'four five zero 555 0146',
  '001 450 555 0146',
  'tel:+1-450-555-0146',
  '2011-05-02 10:15 450 555 0146',
])('%s is one caller ID', (text) => expect(callerKey(normaliseCallerId(text))).toBe('CALLER#+14505550146'))

test.each([
  ['Private', 'withheld'],
  ['numéro masqué', 'withheld'],
  ['PRIVÉ', 'withheld'],
  ['Unknown', 'unavailable'],
  ['inconnu', 'unavailable'],
  ['out of area', 'unavailable'],
  ['000-000-0000', 'invalid'],
  ['they never said', 'invalid'],
  ['a private company called me', 'invalid'],
  ['', 'invalid'],
  ['12345', 'short-code:12345'],
  ['texted from 123-456', 'short-code:123456'],
])('%s is %s', (text, kind) => expect(callerKey(normaliseCallerId(text))).toBe(`CALLER#${kind}`))

test.each(['44 20 7946 0958', '86 21 6279 8600', '514 873 222 2222', '49 30 901820 1234'])(
  'a longer number without its plus is no North American one: %s',
  (text) => expect(normaliseCallerId(text)).toEqual({ kind: 'invalid', signs: ['too-long'] }),
)

test.each([
  'May 2, 2011: 450-555-0146',
  '05-02-11 450 555 0146',
  'Ref 20110502, 450 555 0146',
  '450-555-0146 (2)',
  '450, 555, 0146',
])('digits beside a number are none of it: %s', (text) => expect(normaliseCallerId(text).e164).toBe('+14505550146'))

test('of two numbers in one field the first is counted and the second noted', () => {
  expect(normaliseCallerId('450 555 0146 or 613-555-0123')).toMatchObject({
    e164: '+14505550146',
    second: '+16135550123',
  })
})

test('an extension and the country are told apart from the number', () => {
  const { kind, e164, extension, country } = normaliseCallerId('(450) 555-0146 poste 12')
  expect({ kind, e164, extension, country }).toEqual({
    kind: 'number',
    e164: '+14505550146',
    extension: '12',
    country: 'CA',
  })
  expect(normaliseCallerId('1-800-555-0199').country).toBeUndefined()
})

describe('what speaks against a number being real is said', () => {
  test.each([
    ['450 555 0146', ['fictional']],
    ['450 911 0146', ['unassignable-exchange-code']],
    ['999 867 4210', ['unassignable-area-code']],
    ['450 155 0146', ['unassignable-exchange-code']],
    ['222-222-2222', ['same-digits']],
    ['911', ['service-code']],
    ['555-0146', ['too-short']],
    ['450 555 01461', ['too-long']],
    ['Private', []],
  ])('%s: %j', (text, signs) => expect(normaliseCallerId(text).signs).toEqual(signs))
})

test("the reporter's own number is never a caller ID, and a neighbour's keeps the door's sign", () => {
  expect(normaliseCallerId('', ['same-line'])).toEqual({ kind: 'invalid', signs: ['same-line'] })
  expect(normaliseCallerId('519 555 0199', ['same-exchange']).signs).toEqual(['fictional', 'same-exchange'])
})

test('any text has a normal form, and a normal form is its own', () => {
  for (const text of ['0043 1555 x 0', '8008000555#٤0146']) {
    const normal = normaliseCallerId(text)
    expect(normaliseCallerId(spellCallerId(normal))).toEqual(normal)
  }
  expect(checkCallerIds(20_000)).toBe(20_000)
})

test.each(['9'.repeat(10_000), '(5'.repeat(5000), '1-8'.repeat(4000), '+'.repeat(10_000), 'é\u0301'.repeat(5000), '450 555 '.repeat(1200), '\u202e٤'.repeat(4000), '☎️'.repeat(3000), 'x1'.repeat(5000), 'un '.repeat(3000)])(
  'ten thousand characters take at most five milliseconds: %#',
  (text) => {
    const took = Array.from({ length: 5 }, () => {
      const start = performance.now()
      normaliseCallerId(text)
      return performance.now() - start
    })
    expect(Math.min(...took)).toBeLessThan(5)
  },
) // prettier-ignore
