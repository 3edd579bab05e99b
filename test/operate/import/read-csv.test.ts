import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CsvReader, type CsvRow, MOST_CELLS, MOST_CHARACTERS } from '../../../operate/import/read-csv.ts'

/** All rows of a text that arrives in pieces of this length. */
function read(text: string, { delimiter = ',', piece = 7 } = {}): CsvRow[] {
  const reader = new CsvReader(delimiter)
  const rows: CsvRow[] = []
  for (let i = 0; i < text.length; i += piece) rows.push(...reader.read(text.slice(i, i + piece)))
  return [...rows, ...reader.end()]
}

const cellsOf = (rows: CsvRow[]) => rows.map(({ cells }) => cells)

test('whatever a spreadsheet program writes is read as it was, in pieces of any length', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\t', '\r', '\n', ' ', 'é', '=', "'") })
  const table = fc.integer({ min: 1, max: 4 }).chain((n) => fc.array(fc.array(cell, { minLength: n, maxLength: n }), { minLength: 1 })) // prettier-ignore
  const options = fc.record({
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    record_delimiter: fc.constantFrom('\r\n', '\n', '\r'),
    quoted: fc.boolean(),
  })
  fc.assert(
    fc.property(table, options, fc.integer({ min: 1, max: 40 }), (rows, how, piece) => {
      // Unquoted, a lone carriage return ends a row for this reader and not for the writer.
      const text = stringify(rows, { ...how, quoted_match: /[\r\n]/ })
      expect(cellsOf(read(text, { delimiter: how.delimiter, piece }))).toEqual(rows)
    }),
  )
})

test('a row says on which lines it stands, however lines end and wherever they do', () => {
  for (const end of ['\r\n', '\n', '\r']) {
    const rows = read(['a,b', '1,"x', 'y', 'z"', '', '2,3'].join(end))
    expect(rows.map(({ line, lastLine, cells: [first] }) => [line, lastLine, first])).toEqual([[1, 1, 'a'], [2, 4, '1'], [5, 5, ''], [6, 6, '2']]) // prettier-ignore
  }
})

test('quotation marks inside an unquoted cell, and blanks after a quoted one, are no fault', () => {
  expect(read('a,5\'10" tall,b\n"c" ,d')).toMatchObject([{ cells: ['a', '5\'10" tall', 'b'] }, { cells: ['c', 'd'] }])
  expect(read('a,5\'10" tall,b\n"c" ,d').some(({ fault }) => fault)).toBe(false)
})

test('a row in which a quotation mark is not written twice says so, and what follows is read', () => {
  const rows = read('a,b\n1,"x\n2,y\n3,"z"\n4,w')
  expect(rows.map(({ line, lastLine, fault }) => [line, lastLine, fault])).toEqual([[1, 1, undefined], [2, 4, 'stray-quote'], [5, 5, undefined]]) // prettier-ignore
})

test('a quotation mark that is never closed is said of the row in which it opens', () => {
  expect(read('a,b\n1,"x\n2,y\n').at(-1)).toMatchObject({ line: 2, fault: 'quote-not-closed' })
})

test('of a row that is too long, or has too many cells, nothing is kept, and the next row is read', () => {
  const long = read(`a,b\n1,"${'x'.repeat(MOST_CHARACTERS)}",2\n3,4`, { piece: 65_536 })
  expect(long.map(({ cells, fault }) => [cells, fault])).toEqual([[['a', 'b'], undefined], [[], 'too-long-row'], [['3', '4'], undefined]]) // prettier-ignore
  const wide = read(`a,b\n${','.repeat(MOST_CELLS)}\n3,4`, { piece: 65_536 })
  expect(wide.map(({ cells, fault }) => [cells, fault])).toEqual([[['a', 'b'], undefined], [[], 'too-many-cells'], [['3', '4'], undefined]]) // prettier-ignore
})
