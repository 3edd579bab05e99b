import { expect, test } from 'vitest'
import { checkTable, UnpublishableError } from '../../../functions/domain/dataset/check-table.ts'
import { type Cell, type Column, SUPPRESSED, type Table } from '../../../functions/domain/dataset/table.ts'
import { madeUp, RIDINGS } from '../../support/made-up-table.ts'

function tableOf(column: Column, ...cells: Cell[]): Table {
  const id = madeUp('id', { type: 'integer' })
  return { ...madeUp.table, columns: [id, column], rows: cells.map((cell, n) => ({ id: n, [column.name]: cell })) }
}

test('a table that says what it means passes', () => {
  expect(() => checkTable(RIDINGS)).not.toThrow()
})

test.each<[string, Partial<Column>, Cell]>([
  ['a number in a text', { type: 'text' }, 5],
  ['a text in an integer', { type: 'integer' }, '5'],
  ['a half in an integer', { type: 'integer' }, 0.5],
  ['an integer that other languages round', { type: 'integer' }, 2 ** 53],
  ['less than nothing by nothing', { type: 'number' }, -0],
  ['no number', { type: 'number' }, Number.NaN],
  ['more than any number', { type: 'number' }, Number.POSITIVE_INFINITY],
  ['a 30th of February', { type: 'date' }, '2011-02-30'],
  ['a date with a time', { type: 'date' }, '2011-05-02T10:00:00Z'],
  ['a time without a zone', { type: 'datetime' }, '2011-05-02T10:00:00'],
  ['a time in another zone', { type: 'datetime' }, '2011-05-02T10:00:00-05:00'],
  ['a year of five digits', { type: 'datetime' }, '+010000-01-01T00:00:00Z'],
  ['half a character', { type: 'text' }, '\uD83D'],
  ['a character that ends texts', { type: 'text' }, 'a\0b'],
  ['a byte order mark', { type: 'text' }, '\uFEFFa'],
  ['a code that is not listed', { values: [{ value: 'ON', title: { en: 'Ontario', fr: 'Ontario' } }] }, 'QC'],
  ['nothing where something is promised', { isRequired: true }, null],
  ['a suppressed cell where none may be', {}, SUPPRESSED],
])('%s is not published', (_, facts, cell) => {
  expect(() => checkTable(tableOf(madeUp('value', facts), cell))).toThrow(new UnpublishableError('made-up, row 0, value: no cell of this column')) // prettier-ignore
})

test.each(['Name', 'na me', 'a..b', 'a.suppressed', 'suppressed', '__proto__', 'é', ''])(
  '%j is no name of a column',
  (name) => expect(() => checkTable(tableOf(madeUp(name)))).toThrow(/no name of a column/),
)

test.each<[string, Partial<Table>, RegExp]>([
  ['a name with a path in it', { name: '../ridings' }, /no name of a table/],
  ['two names that SQL takes for one', { columns: [madeUp('ab'), madeUp('aB')], key: ['ab'] }, /two columns/],
  ['a value and a group in one name', { columns: [madeUp('a'), madeUp('a.b')], key: ['a'] }, /a group of columns/],
  ['a key of no column', { key: ['nobody'] }, /its key/],
  ['a key that may be suppressed', { key: ['complaints'] }, /its key/],
  ['no key', { key: [] }, /its key/],
  ['a row twice', { rows: [RIDINGS.rows[0]!, RIDINGS.rows[0]!] }, /two rows have one key/],
  ['a row without one of its cells', { rows: [{ 'riding.id': 'a' }] }, /row 0, riding.province: no cell/],
  ['a cell too many', { rows: [{ ...RIDINGS.rows[0]!, more: 1 }] }, /row 0: a cell of no column/],
])('%s is not published', (_, facts, why) => {
  expect(() => checkTable({ ...RIDINGS, ...facts })).toThrow(why)
})

test('what is wrong is said without what was counted', () => {
  const table = { ...RIDINGS, rows: [{ ...RIDINGS.rows[0]!, complaints: '450-555-0146' }] }
  expect(() => checkTable(table)).toThrow(new UnpublishableError('ridings, row 0, complaints: no cell of this column'))
})
