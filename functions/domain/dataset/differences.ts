import { ALL } from '../editions/codes.ts'
import type { Edition, EditionMeta } from './edition.ts'
import { type Cell, type Column, type Row, rowKey, type Table, type TableDefinition } from './table.ts'

/** One thing in which an edition is not the one before. */
export type Difference =
  | { kind: 'about'; what: string; before: string; after: string }
  | { kind: 'table-added' | 'table-removed'; table: string; rows: number }
  | { kind: 'column-added' | 'column-removed'; table: string; column: string }
  | { kind: 'definition'; table: string; column?: string; what: string; before: string; after: string }
  | RowDifference

/** `row`: as it is now, or as it was where it is gone. */
export type RowDifference =
  | { kind: 'row-added' | 'row-removed'; table: string; row: Row }
  | { kind: 'row-changed'; table: string; row: Row; cells: CellChange[] }
export type CellChange = { column: string; before: Cell; after: Cell }

export function isOfRow(difference: Difference): difference is RowDifference {
  return 'row' in difference
}

/** Everything that changed between two editions: what is said of all, then table by table definitions and rows. */
export function differences(before: Edition, after: Edition): Difference[] {
  return [
    ...aboutAll(before.meta, after.meta),
    ...unmatched(before.tables, after.tables, 'table-removed'),
    ...unmatched(after.tables, before.tables, 'table-added'),
    ...after.tables.flatMap((table) => {
      const old = before.tables.find(({ name }) => name === table.name)
      return old ? [...definitions(old, table), ...contents(old, table)] : []
    }),
  ]
}

/** What differs in every edition, and says nothing. */
const EXPECTED = new Set<string>(['edition', 'asOf', 'change', 'coverage'] satisfies (keyof EditionMeta)[])

function aboutAll(before: EditionMeta, after: EditionMeta): Difference[] {
  return changedFields(before, after)
    .filter(({ what }) => !EXPECTED.has(what))
    .map((change) => ({ kind: 'about', ...change }))
}

function unmatched(
  those: readonly Table[],
  others: readonly Table[],
  kind: 'table-added' | 'table-removed',
): Difference[] {
  const names = new Set(others.map(({ name }) => name))
  return those
    .filter(({ name }) => !names.has(name))
    .map(({ name, rows }) => ({ kind, table: name, rows: rows.length }))
}

function definitions(before: TableDefinition, after: TableDefinition): Difference[] {
  const { name: table } = after
  const about = ({ title, description, key }: TableDefinition) => ({ title, description, key })
  return [
    ...changedFields(about(before), about(after)).map((change): Difference => ({
      kind: 'definition',
      table,
      ...change,
    })),
    ...columnsOnlyIn(before, after).map((column): Difference => ({ kind: 'column-removed', table, column })),
    ...columnsOnlyIn(after, before).map((column): Difference => ({ kind: 'column-added', table, column })),
    ...inBoth(before, after).flatMap(([old, column]) =>
      changedFields(old, column).map((change): Difference => ({
        kind: 'definition',
        table,
        column: column.name,
        ...change,
      })),
    ),
  ]
}

function contents(before: Table, after: Table): Difference[] {
  const { name: table } = after
  // A row of a table that had a column less was of all that this one tells apart.
  const ofAll = Object.fromEntries(after.key.map((name) => [name, ALL.value]))
  const old = new Map(before.rows.map((row) => [rowKey(after, { ...ofAll, ...row }), row]))
  const now = new Map(after.rows.map((row) => [rowKey(after, row), row]))
  const columns = inBoth(before, after).map(([, { name }]) => name)
  const only = (those: typeof now, others: typeof now) =>
    [...those].filter(([key]) => !others.has(key)).map(([, row]) => row)
  return [
    ...only(old, now).map((row): Difference => ({ kind: 'row-removed', table, row })),
    ...only(now, old).map((row): Difference => ({ kind: 'row-added', table, row })),
    ...[...now].flatMap(([key, row]): Difference[] => {
      const was = old.get(key)
      const cells = was ? changedCells(columns, was, row) : []
      return cells.length > 0 ? [{ kind: 'row-changed', table, row, cells }] : []
    }),
  ]
}

function changedCells(columns: string[], before: Row, after: Row): CellChange[] {
  return columns
    .filter((column) => JSON.stringify(before[column]) !== JSON.stringify(after[column]))
    .map((column) => ({ column, before: before[column]!, after: after[column]! }))
}

function columnsOnlyIn({ columns }: TableDefinition, other: TableDefinition): string[] {
  return columns.map(({ name }) => name).filter((name) => !other.columns.some((column) => column.name === name))
}

function inBoth(before: TableDefinition, after: TableDefinition): [Column, Column][] {
  return after.columns.flatMap((column): [Column, Column][] => {
    const old = before.columns.find(({ name }) => name === column.name)
    return old ? [[old, column]] : []
  })
}

function changedFields(before: object, after: object): { what: string; before: string; after: string }[] {
  const [old, now] = [fields(before), fields(after)]
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((what) => old.get(what) !== now.get(what))
    .map((what) => ({ what, before: old.get(what) ?? 'nothing', after: now.get(what) ?? 'nothing' }))
}

function fields(described: object): Map<string, string> {
  const entries = Object.entries(described).filter(([, value]) => value !== undefined)
  return new Map(entries.map(([name, value]: [string, unknown]) => [name, JSON.stringify(value)]))
}
