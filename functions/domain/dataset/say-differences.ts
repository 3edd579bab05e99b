import { type Difference, differences, isOfRow } from './differences.ts'
import type { Edition } from './edition.ts'
import { namesIn } from './say-row.ts'
import { sayRows } from './say-rows.ts'
import { sayTotal } from './say-total.ts'

/**
 * The differences as somebody reads them who has to approve a draft: the total, what cells mean and which tables went away, then table by table
 * what moved, with at most `most` rows of each. Of what is public in these editions, and of nothing else.
 */
export function sayDifferences(before: Edition, after: Edition, most = 10): string {
  const all = differences(before, after)
  const names = new Map([...namesIn(before), ...namesIn(after)])
  const abouts = all.filter((difference) => !isOfRow(difference))
  const tables = after.tables.flatMap((table) => {
    const rows = all.filter(isOfRow).filter((difference) => difference.table === table.name)
    return rows.length > 0 ? [sayRows(table, rows, { names, most })] : []
  })
  const said = [...abouts.map(sayAbout), ...tables]
  return [...sayTotal(before, after), ...(said.length > 0 ? said : ['Nothing changed.'])].map((line) => `${line}\n`).join('') // prettier-ignore
}

/** The first edition, as somebody reads it who has to approve it. */
export function sayFirst(edition: Edition): string {
  const rows = edition.tables.map(({ name, rows: { length } }) => `${name}: ${length} rows`)
  return ['The first edition.', ...sayTotal(undefined, edition), ...rows].map((line) => `${line}\n`).join('')
}

function sayAbout(difference: Exclude<Difference, { row: unknown }>): string {
  switch (difference.kind) {
    case 'about':
      return `${difference.what}: ${difference.before} → ${difference.after}`
    case 'table-added':
      return `${difference.table}: a new table, ${difference.rows} rows`
    case 'table-removed':
      return `${difference.table}: the table is gone, ${difference.rows} rows`
    case 'column-added':
      return `${difference.table}, ${difference.column}: a new column`
    case 'column-removed':
      return `${difference.table}, ${difference.column}: the column is gone`
    case 'definition':
      return `${[difference.table, difference.column].filter(Boolean).join(', ')}: ${difference.what} was ${difference.before}, is ${difference.after}`
  }
}
