import {
  type Cell,
  type Column,
  type ColumnType,
  isSuppressed,
  rowKey,
  type Table,
  type TableDefinition,
} from './table.ts'

/** What is to be published contradicts its own definition: publish nothing, and mend what made it. */
export class UnpublishableError extends Error {
  override name = 'UnpublishableError' as const
}

const TABLE_NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/
const COLUMN_NAME = /^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)*$/
/** In JSON a suppressed cell has this field, in Parquet a column beside it. */
const RESERVED = 'suppressed'

/** Throws an UnpublishableError unless every cell can come back from every format as it is. Says where, never what. */
export function checkTable(table: Table): void {
  checkDefinition(table)
  const keys = new Set<string>()
  for (const [n, row] of table.rows.entries()) {
    const wrong = table.columns.find((column) => !fits(row[column.name], column))
    refuseIf(wrong, `${table.name}, row ${n}, ${wrong?.name}: no cell of this column`)
    refuseIf(Object.keys(row).length > table.columns.length, `${table.name}, row ${n}: a cell of no column`)
    keys.add(rowKey(table, row))
  }
  refuseIf(keys.size < table.rows.length, `${table.name}: two rows have one key`)
}

function checkDefinition({ name, columns, key }: TableDefinition): void {
  const names = columns.map((column) => column.name)
  refuseIf(!TABLE_NAME.test(name), `${name}: no name of a table`)
  refuseIf(columns.length === 0, `${name}: a table without columns`)
  const odd = names.find((each) => !COLUMN_NAME.test(each) || each.split('.').includes(RESERVED))
  refuseIf(odd !== undefined, `${name}, ${odd}: no name of a column`)
  // SQL tells names apart without regard to case.
  const distinct = new Set(names.map((each) => each.toLowerCase()))
  refuseIf(distinct.size < names.length, `${name}: two columns have one name`)
  const nested = names.find((each) => names.some((other) => other.startsWith(`${each}.`)))
  refuseIf(nested, `${name}, ${nested}: a value and a group of columns at once`)
  const keyed = key.map((each) => columns.find((column) => column.name === each))
  refuseIf(key.length === 0 || keyed.some((column) => !column || column.isProtected), `${name}: its key is not known`)
}

function fits(cell: Cell | undefined, column: Column): boolean {
  if (cell === undefined) return false
  if (cell === null) return !column.isRequired
  if (isSuppressed(cell)) return column.isProtected === true && cell.suppressed
  return IS[column.type](cell) && (!column.values || column.values.some(({ value }) => value === cell))
}

const IS: Record<ColumnType, (value: string | number | boolean) => boolean> = {
  // Readers end a text at U+0000, and drop U+FEFF at its beginning.
  text: (value) => typeof value === 'string' && value.isWellFormed() && !/^\uFEFF|\0/.test(value),
  integer: (value) => Number.isSafeInteger(value) && !Object.is(value, -0),
  number: (value) => Number.isFinite(value) && !Object.is(value, -0),
  boolean: (value) => typeof value === 'boolean',
  date: (value) => isInstant(`${value}T00:00:00Z`),
  datetime: (value) => isInstant(value),
}

function isInstant(value: string | number | boolean): boolean {
  const at = new Date(String(value))
  return /^(?!0000)\d{4}-/.test(String(value)) && !Number.isNaN(at.getTime()) && iso(at) === value
}

function iso(at: Date): string {
  return at.toISOString().replace('.000Z', 'Z')
}

function refuseIf(wrong: unknown, what: string): void {
  if (wrong) throw new UnpublishableError(what)
}
