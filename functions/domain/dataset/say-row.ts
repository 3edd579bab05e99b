import type { RowDifference } from './differences.ts'
import type { Edition } from './edition.ts'
import { type Cell, isSuppressed, type TableDefinition } from './table.ts'

/** What is known by an id, by its name. */
export type Names = ReadonlyMap<Cell, Cell>

/** Those that the rows give themselves: of `riding.id` it is `riding.name.en`. */
export function namesIn({ tables }: Edition): Names {
  const named = tables.flatMap(({ key, columns, rows }) => {
    const ids = key.filter((name) => name.endsWith('.id') && columns.some((column) => column.name === nameOf(name)))
    return ids.flatMap((id) => rows.map((row) => [row[id]!, row[nameOf(id)]!] as const))
  })
  return new Map(named)
}

function nameOf(id: string): string {
  return id.replace(/\.id$/, '.name.en')
}

/** One row, once: which it is, and what moved of it. */
export function sayRow(table: TableDefinition, difference: RowDifference, names: Names): string {
  const { row, kind } = difference
  const key = table.key.map((name) => sayKey(name, row[name]!, names)).join(' ')
  const cells: Said[] =
    kind === 'row-changed'
      ? difference.cells.map(({ column, before, after }) => ({ column, says: `${sayCell(before)} → ${sayCell(after)}` })) // prettier-ignore
      : table.columns.filter(({ isProtected }) => isProtected).map(({ name }) => ({ column: name, says: sayCell(row[name]!) })) // prettier-ignore
  const what = { 'row-changed': '', 'row-added': 'new: ', 'row-removed': 'gone: ' }[kind]
  return `${what}${key}${cells.length > 0 ? `: ${sayCells(cells, table)}` : ''}`
}

export function sayCell(cell: Cell): string {
  if (cell === null) return 'missing'
  return isSuppressed(cell) ? 'suppressed' : JSON.stringify(cell)
}

function sayKey(name: string, cell: Cell, names: Names): string {
  const known = names.get(cell)
  return `${name}=${typeof cell === 'string' ? cell : sayCell(cell)}${typeof known === 'string' ? ` (${known})` : ''}`
}

type Said = { column: string; says: string }

/** A group of columns (`withoutTemplates.…`) of which the same is to be said as of the columns before it is only named. */
function sayCells(cells: readonly Said[], { columns }: TableDefinition): string {
  const groups = Map.groupBy(cells, ({ column }) => column.split('.').slice(0, -1).join('.'))
  const plain = groups.get('') ?? []
  const list = (those: readonly Said[]) => those.map(({ column, says }) => `${column} ${says}`).join(', ')
  const said = [...groups].map(([group, those]) => {
    const again = plain.map(({ column, says }) => ({ column: `${group}.${column}`, says }))
    const expected = again.filter(({ column }) => columns.some(({ name }) => name === column))
    return list(those) === list(expected) ? `likewise ${group}` : list(those)
  })
  return said.join(', ')
}
