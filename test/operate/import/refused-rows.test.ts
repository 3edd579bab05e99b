import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { CsvReader } from '../../../operate/import/read-csv.ts'
import { neutral, RefusedRows } from '../../../operate/import/refused-rows.ts'

const dir = mkdtempSync(join(tmpdir(), 'callwitness-'))
afterAll(() => rmSync(dir, { recursive: true }))

const reasons = [{ column: 'Date', pointer: '/call/receivedAt', code: 'not-a-time', reason: 'Write "2011"; so.' }]

/** What stands in a file of these refused rows, after its byte order mark. */
function written(rows: string[][], { delimiter = ',', headers = rows[0]!.map((_, n) => `c${n}`) } = {}): string {
  const refused = new RefusedRows(join(dir, 'refused.csv'), { headers, delimiter })
  for (const [n, cells] of rows.entries()) refused.add({ line: n + 2, lastLine: n + 2, cells, reasons })
  refused.close()
  return readFileSync(refused.path, 'utf8').slice(1)
}

test('whatever a refused row holds is read back cell for cell, by this import and by others', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\t', '|', '\r', '\n', '\r\n', ' ', 'é', '=', "'", '\uFEFF') }) // prettier-ignore
  const table = fc.integer({ min: 1, max: 4 }).chain((n) => fc.array(fc.array(cell, { minLength: n, maxLength: n }), { minLength: 1 })) // prettier-ignore
  fc.assert(
    fc.property(table, fc.constantFrom(',', ';', '\t', '|'), (rows, delimiter) => {
      const text = written(rows, { delimiter })
      const expected = rows.map((cells) => cells.map((each) => neutral(each)))
      const reader = new CsvReader(delimiter)
      const own = [...reader.read(text), ...reader.end()].slice(1)
      expect(own.map(({ cells, fault }) => [fault, ...cells.slice(5)])).toEqual(expected.map((cells) => [undefined, ...cells])) // prettier-ignore
      const others = parse(text, { delimiter, record_delimiter: '\r\n' }).slice(1)
      expect(others.map((cells) => cells.slice(5))).toEqual(expected)
    }),
  )
})

test('its own columns, imported again, are not doubled', () => {
  const headers = ['_line', '_column', '_pointer', '_code', '_reason', 'Date', '_mine']
  const text = written([['7', 'Date', '/p', 'c', 'r', 'soon', 'kept']], { headers })
  expect(text).toBe(
    '_line,_column,_pointer,_code,_reason,Date,_mine\r\n2,Date,/call/receivedAt,not-a-time,"Write ""2011""; so.",soon,kept\r\n',
  )
})
