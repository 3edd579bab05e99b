import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normaliseCallerId } from '../../functions/domain/caller-id.ts'
import { readLine } from '../../functions/domain/line.ts'
import { dialledText } from '../support/own-number.ts'

test.each([
  '519-555-0123',
  '(519) 555 0123',
  '+1 519.555.0123',
  '1-519-555-0123 ext. 4',
  '001 519 555 0123',
  'tel:+1-519-555-0123;ext=4',
  'Home: 5195550123',
  '519 555 O123',
  '5l9–555–0I23',
  '５１９ ５５５ ０１２３',
  'five one nine, 555 0123',
])('%j is one line', (text) => expect(readLine(text)).toEqual({ e164: '+15195550123', national: '5195550123' }))

test('a number of another country keeps its code', () => {
  expect(readLine('+44 7700 900123')).toEqual({ e164: '+447700900123', national: '7700900123' })
  expect(readLine('011 33 1 55 50 01 23')?.e164).toBe('+33155500123')
})

test.each([
  '',
  'mine',
  '555-0123',
  '119 555 0123',
  '519 155 0123',
  '0000000000',
  '5195550123 or 5195550124 or',
  '+1',
  '911',
  'x'.repeat(40_000),
])('%j is nobody’s line', (text) => expect(readLine(text)).toBeUndefined())

test('whatever the spelling, the reading is the library’s', () => {
  const digit = fc.constantFrom(...'0123456789'.split(''))
  const separator = fc.constantFrom('', ' ', '-', '.', ') ', ' (', '  ', '+')
  const text = fc
    .array(fc.tuple(fc.constantFrom('', '1', '+1 ', '('), fc.array(digit, { minLength: 2, maxLength: 4 }), separator), {
      minLength: 1,
      maxLength: 4,
    })
    .map((parts) => parts.map(([before, digits, after]) => before + digits.join('') + after).join(''))
  fc.assert(
    fc.property(text, (written) => {
      const e164 = parsePhoneNumberFromString(written, 'CA')?.number
      const read = readLine(written)?.e164
      fc.pre(read !== undefined && e164 !== undefined)
      expect(read).toBe(e164)
    }),
  )
})

test('the same text is the same number, however often it is read', () => {
  fc.assert(
    fc.property(dialledText('4505550146'), (text) => {
      expect(readLine(text)).toEqual(readLine(text))
      expect(normaliseCallerId(text)).toEqual(normaliseCallerId(text))
    }),
    { numRuns: 3000 },
  )
})
