import type { Row } from '../dataset/table.ts'
import { ALL } from '../editions/codes.ts'
import { e164Of } from '../stats-query.ts'

const DIVIDED = ['day', 'hour', 'script'] as const

/** The rows of numbers as a whole, or those that divide them by one column. */
export function callerRows(table: readonly Row[], by?: (typeof DIVIDED)[number]): Row[] {
  // An edition of before has no such column: all its rows are of numbers as a whole.
  return table.filter((row) => DIVIDED.every((name) => ((row[name] ?? ALL.value) !== ALL.value) === (name === by)))
}

/** What is shown of one number, as a path or a query names it. */
export function rowsOfNumber(written: string, rows: readonly Row[]): Row[] {
  const number = e164Of(written)
  return rows.filter((row) => row['number'] === number)
}
