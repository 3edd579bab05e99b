import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rememberedDigits } from '../../functions/domain/remembered-digits.ts'

test.each([
  ['587-???-0192', '587?0192'],
  ['888 ??? 0152', '888?0152'],
  ['1-877-...-0118', '877?0118'],
  ['226-555-01??', '22655501?'],
  ['315-555-????', '315555?'],
  ['416.555.01**', '41655501?'],
  ['604-555-??89', '604555?89'],
  ['xxx-xxx-0192', '?0192'],
  ['...0168', '?0168'],
  ['902 area code, last digits 0176', '902?0176'],
  ['indicatif 587, derniers chiffres 0174', '587?0174'],
  ['902-555 something', '902555'],
  ['ends in 0196', '0196'],
  ['called 2 times from 416 555', '416555'],
  ['four one six five five five', '416555'],
  ['418550130', '418550130'],
  ['(8119) 555-0196', '81195550196'],
  ['450-055-50257', '45005550257'],
  ['unknown', undefined],
  ['May 2', undefined],
  ['12', undefined],
  ['', undefined],
])('of %s one remembers %s', (text, digits) => {
  expect(rememberedDigits(text)).toBe(digits)
})

test('whatever is typed, it is digits in order, and gaps', () => {
  const typed = fc.array(fc.constantFrom('519', '555', '01', '?', 'x', '...', ' ', '-', '(', ')', 'ends in ', '٣', '1', '…'), { maxLength: 40 }) // prettier-ignore
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 250 }),
        typed.map((parts) => parts.join('')),
      ),
      (text) => {
        expect(rememberedDigits(text) ?? '0000').toMatch(/^\??\d+(?:\?\d+)*\??$/)
      },
    ),
  )
})
