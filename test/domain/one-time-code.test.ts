import fc from 'fast-check'
import { expect, test } from 'vitest'
import { oneTimeCode, readOneTimeCode } from '../../functions/domain/one-time-code.ts'

test('a code is three groups of four characters that nobody takes for each other, 60 bits in all', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 8, maxLength: 32 }), (bytes) => {
      const code = oneTimeCode(bytes)
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
      expect(readOneTimeCode(code)).toBe(code)
    }),
  )
  const bits = Array.from({ length: 60 }, (_, bit) => {
    const bytes = new Uint8Array(8)
    bytes[bit >> 3] = 0x80 >> (bit & 7)
    return oneTimeCode(bytes)
  })
  expect(new Set(bits).size).toBe(60)
})

test.each([
  ['7K3M-0QXT-9D5A', '7K3M-0QXT-9D5A'],
  ['7k3moqxt9d5a', '7K3M-0QXT-9D5A'],
  [' 7k3m oqxt  9d5a ', '7K3M-0QXT-9D5A'],
  ['iIlL-oO00-1111', '1111-0000-1111'],
])('%j is read as it was meant', (text, code) => expect(readOneTimeCode(text)).toBe(code))

test.each([
  '',
  '7K3M-0QXT-9D5',
  '7K3M-0QXT-9D5AA',
  '7K3M-0QXT-9D5U',
  '7K3M-0QXT-9D5É',
  `${' '.repeat(40)}7K3M0QXT9D5A`,
])('%j is no code', (text) => expect(readOneTimeCode(text)).toBeUndefined())
