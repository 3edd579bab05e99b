import * as fc from 'fast-check'
import { checkTable, UnpublishableError } from '../../functions/domain/dataset/check-table.ts'
import {
  type Cell,
  type Column,
  type ColumnType,
  SUPPRESSED,
  type Table,
} from '../../functions/domain/dataset/table.ts'
import { madeUp } from './made-up-table.ts'

const TRAPS = ['', 'x', "'", "''", "'x", '=1+1', '+cmd', '-2+3', '@A1', '\t=1', '\r', 'a\nb', '"', ',', ';', ' x ', 'NA', 'null', 'NULL', '\\N', 'true', '007', '1e5', '..', '＝1', 'É', 'e\u0301', '🗳️', 'a\uFEFF', 'مرحبا', '+14505550146 +14505550147', '-', '#'] // prettier-ignore

/** Texts of any characters but U+0000 and halves of one. `fc.string({ unit: 'binary' })` takes seconds to make. */
export const anyText: fc.Arbitrary<string> = fc.string({
  unit: fc
    .integer({ min: 1, max: 0x10_ffff })
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code)),
  maxLength: 12,
})

const VALUES: Record<ColumnType, fc.Arbitrary<Cell>> = {
  text: fc.oneof(
    fc.constantFrom(...TRAPS),
    anyText.map((text) => text.replace(/^\uFEFF+/, '')),
    fc.nat({ max: 9 }).map((n) => `long ${'é"\n,'.repeat(n * 300)}`),
  ),
  integer: fc.oneof(fc.constantFrom(0, -1, 5, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER), fc.maxSafeInteger()),
  number: fc.oneof(
    fc.constantFrom(0, 0.1, -0.25, 1e21, 1e-7, 5e-324, Number.MAX_VALUE),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
  ),
  boolean: fc.boolean(),
  date: fc.integer({ min: -719_000, max: 2_930_000 }).map((day) => instant(day * 86_400_000).slice(0, 10)),
  datetime: fc.integer({ min: -62_000_000_000, max: 253_000_000_000 }).map((s) => instant(s * 1000)),
}

/** Tables of any shape, none to 12 rows of 1 to 40 columns, with values that formats are known to trip over. */
export const anyTable: fc.Arbitrary<Table> = fc
  .array(fc.record({ type: type(), isProtected: fc.boolean(), isRequired: fc.boolean() }), {
    maxLength: 39,
    size: 'max',
  })
  .map((columns) => columns.map((column, n) => madeUp(n % 3 ? `group${n}.part${n}` : `column${n}`, column)))
  .chain((columns) => {
    const id = madeUp('id', { type: 'integer', isRequired: true })
    const rows = fc.array(fc.record(Object.fromEntries(columns.map((column) => [column.name, cell(column)]))), { maxLength: 12, size: 'max' }) // prettier-ignore
    return rows.map((some) => ({ ...madeUp.table, columns: [...columns, id], rows: some.map((row, n) => ({ ...row, id: n })) })) // prettier-ignore
  })
  // One column of anything, alone: an absent cell is a line without a character.
  .map((table) => (table.columns.length === 2 && isDistinct(alone(table)) ? alone(table) : table))

function type(): fc.Arbitrary<ColumnType> {
  return fc.constantFrom('text', 'integer', 'number', 'boolean', 'date', 'datetime')
}

function cell(column: Column): fc.Arbitrary<Cell> {
  const absent = [...(column.isRequired ? [] : [null]), ...(column.isProtected ? [SUPPRESSED] : [])]
  const value = VALUES[column.type]
  return absent.length > 0 ? fc.oneof({ weight: 3, arbitrary: value }, fc.constantFrom<Cell>(...absent)) : value
}

function alone({ columns: [column], rows, ...table }: Table): Table {
  const { name } = column!
  return { ...table, columns: [{ ...column!, isProtected: false }], key: [name], rows: rows.map((row) => ({ [name]: row[name]! })) } // prettier-ignore
}

function isDistinct(table: Table): boolean {
  try {
    checkTable(table)
    return true
  } catch (error) {
    if (error instanceof UnpublishableError) return false
    throw error
  }
}

function instant(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z')
}
