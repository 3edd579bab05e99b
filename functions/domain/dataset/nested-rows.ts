import type { Cell, Row, Table, TableDefinition } from './table.ts'

type Nested = { [name: string]: Cell | Nested }

/** The rows as JSON has them: an object where a name has a dot, null for what is missing, `{ "suppressed": true }` for what is protected. */
export function nestedRows({ columns, rows }: Table): Nested[] {
  const paths = columns.map(({ name }) => ({ name, path: name.split('.') }))
  return rows.map((row) => {
    const nested: Nested = {}
    for (const { name, path } of paths) put(nested, path, row[name]!)
    return nested
  })
}

/** A line per row, so that two editions can be compared line by line. */
export function jsonOf(table: Table, meta: object): string {
  const rows = nestedRows(table).map((row) => `\n${JSON.stringify(row)}`)
  return `{"meta":${JSON.stringify(meta)},"rows":[${rows.join(',')}\n]}\n`
}

function put(nested: Nested, [first, ...rest]: string[], cell: Cell): void {
  if (rest.length === 0) nested[first!] = cell
  else put((nested[first!] ??= {}) as Nested, rest, cell)
}

/** The row of a nested one. Where a column is not there the row has no cell, and is refused by whoever checks it. */
export function flatRow(nested: object, { columns }: TableDefinition): Row {
  return Object.fromEntries(columns.map(({ name }) => [name, at(nested, name.split('.'))]))
}

function at(value: unknown, path: string[]): Cell {
  return path.reduce<unknown>((inner, name) => (inner as Record<string, unknown> | null)?.[name], value) as Cell
}
