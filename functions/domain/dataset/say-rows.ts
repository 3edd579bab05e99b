import type { CellChange, RowDifference } from './differences.ts'
import { type Names, sayRow } from './say-row.ts'
import { type Cell, isSuppressed, type TableDefinition } from './table.ts'

/**
 * What moved in one table: how many cells went which way, then at most `most` of its rows, those first that lose something and of the others
 * those that move most.
 */
export function sayRows(
  table: TableDefinition,
  rows: readonly RowDifference[],
  { names, most }: { names: Names; most: number },
): string {
  const ordered = rows.toSorted((a, b) => rankOf(a) - rankOf(b) || sizeOf(b) - sizeOf(a))
  const named = ordered.slice(0, most).map((row) => `\n  ${sayRow(table, row, names)}`)
  const rest = rows.length - named.length
  return `${table.name}, ${sayCounts(rows)}${named.join('')}${rest > 0 ? `\n  … and ${rest} more rows` : ''}`
}

function sayCounts(rows: readonly RowDifference[]): string {
  const cells = rows.flatMap((row) => (row.kind === 'row-changed' ? row.cells : []))
  const down = cells.filter(isLess).length
  const ofCells = (['moved', 'appeared', 'suppressed', 'missing now'] as const).map((way) => {
    const said = saidOf(cells.filter((cell) => wayOf(cell) === way).length, way)
    return way === 'moved' && down > 0 ? `${said} (${down} down)` : said
  })
  const count = (kind: RowDifference['kind']) => rows.filter((row) => row.kind === kind).length
  const ofRows = [saidOf(count('row-added'), 'new'), saidOf(count('row-removed'), 'gone')]
  return [...listOf('cells', ofCells), ...listOf('rows', ofRows)].join('; ')
}

function saidOf(count: number, what: string): string {
  return count > 0 ? `${count} ${what}` : ''
}

function listOf(what: string, parts: string[]): string[] {
  const said = parts.filter(Boolean).join(', ')
  return said ? [`${what}: ${said}`] : []
}

function wayOf({ before, after }: CellChange): 'moved' | 'appeared' | 'suppressed' | 'missing now' {
  if (isSuppressed(after)) return 'suppressed'
  if (after === null) return 'missing now'
  return before === null || isSuppressed(before) ? 'appeared' : 'moved'
}

function isLess({ before, after }: CellChange): boolean {
  return typeof before === 'number' && typeof after === 'number' && after < before
}

/** Counts grow: what else happens is told first. That nobody is said of a cell becomes that few or nobody are is no loss. */
function rankOf(row: RowDifference): number {
  if (row.kind === 'row-changed') return row.cells.some((cell) => isLess(cell) || isLost(cell)) ? 1 : 2
  return row.kind === 'row-removed' ? 0 : 3
}

function isLost({ before, after }: CellChange): boolean {
  return before !== null && before !== 0 && !isSuppressed(before) && (after === null || isSuppressed(after))
}

function sizeOf(row: RowDifference): number {
  if (row.kind !== 'row-changed') return 0
  return Math.max(...row.cells.map(({ before, after }) => Math.abs(numberOf(after) - numberOf(before))))
}

function numberOf(cell: Cell): number {
  return typeof cell === 'number' ? cell : 0
}
