import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvOf, csvText } from '../../../functions/domain/dataset/csv-table.ts'
import { madeUp } from '../../support/made-up-table.ts'
import { anyText } from '../../support/random-table.ts'

test.each(['=1+1', '@SUM(A1)', '+cmd|x', '-2+A3', '\t=1', '\r=1', '\n=1', '＝1+1', '＋1', '－1', '＠A'])(
  'what a spreadsheet runs has an apostrophe before it: %j',
  (text) => expect(csvText(text)).toBe(`'${text}`),
)

test.each(['+14505550146', '+14505550146 +14505550147', '-5', '-0.25', '-', 'Guelph', "L'Île", '1=1', '2011-05-02', ' x', 'X', '..'])(
  'what no spreadsheet runs is as it is: %j',
  (text) => expect(csvText(text)).toBe(text),
) // prettier-ignore

test('any text comes back when one leading apostrophe is dropped, and none is read as absent', () => {
  const tricky = fc.string({ unit: fc.constantFrom("'", 'x', '=', '+', '1', ' ', '\t', '－', 'é') })
  fc.assert(
    fc.property(fc.oneof(tricky, anyText), (text) => {
      const field = csvText(text)
      return field.replace(/^'/, '') === text && field !== '' && field !== 'x'
    }),
    { numRuns: 2000, seed: 5 },
  )
})

test('a line that would be empty is not: readers skip those', () => {
  const table = { ...madeUp.table, columns: [madeUp('only')], key: ['only'], rows: [{ only: null }] }
  expect(csvOf(table)).toBe('only\r\n""\r\n')
})

test.each(['a,b', 'a"b', 'a\nb', 'a\rb'])('a field that holds what ends fields or lines is quoted: %j', (text) => {
  const table = { ...madeUp.table, columns: [madeUp('only')], key: ['only'], rows: [{ only: text }] }
  expect(csvOf(table)).toBe(`only\r\n"${text.replace('"', '""')}"\r\n`)
})

test('an exponent is written as Table Schema has it', () => {
  const table = { ...madeUp.table, columns: [madeUp('n', { type: 'number' })], key: ['n'] }
  expect(csvOf({ ...table, rows: [{ n: 1e21 }, { n: -1e-7 }] })).toBe('n\r\n1E+21\r\n-1E-7\r\n')
})
