import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from '../../functions/domain/canonical.ts'
import { isReportId, reportId } from '../../functions/domain/ids.ts'

const bytes = fc.uint8Array({ minLength: 17, maxLength: 32 })

test('an id holds the first 130 bits, and nothing else', () => {
  expect(reportId(new Uint8Array(17))).toBe(`rpt_${'0'.repeat(26)}`)
  expect(reportId(new Uint8Array(17).fill(255))).toBe(`rpt_${'Z'.repeat(26)}`)
  fc.assert(
    fc.property(bytes, bytes, (a, b) => {
      const bits = (all: Uint8Array) =>
        Array.from(all.slice(0, 17), (byte, index) => (index === 16 ? byte >> 6 : byte)).join()
      expect(reportId(a) === reportId(b)).toBe(bits(a) === bits(b))
      expect(isReportId(reportId(a))).toBe(true)
    }),
  )
})

test.each([
  '',
  'rpt_',
  `rpt_${'a'.repeat(26)}`,
  `rpt_${'A'.repeat(27)}`,
  `rpt_${'I'.repeat(26)}`,
  `cmp_${'A'.repeat(26)}`,
  `rpt_${'A'.repeat(26)}\n`,
])('%j is no id of a report', (text) => expect(isReportId(text)).toBe(false))

test('the same content has one canonical text, whatever the order of its fields', () => {
  expect(canonicalJson({ b: [1, null], a: { d: 'x', c: true } })).toBe('{"a":{"c":true,"d":"x"},"b":[1,null]}')
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const reversed = Object.fromEntries(Object.entries(value).toReversed())
      expect(canonicalJson(reversed)).toBe(canonicalJson(value))
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})
