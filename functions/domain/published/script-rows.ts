import type { Row } from '../dataset/table.ts'
import { ALL } from '../editions/codes.ts'
import { PUBLISHED_TABLES } from '../editions/published-tables.ts'

const DIVIDED = PUBLISHED_TABLES.scripts.key.filter((name) => name !== 'script')
/** These are told of those who were polled. */
const OF_POLLED = ['how', 'askedBy', 'preference']

/** The rows of scripts as a whole, or those that divide them by one column. */
export function scriptRows(table: readonly Row[], by?: string): Row[] {
  const isPolled = by !== undefined && OF_POLLED.includes(by)
  return table.filter((row) =>
    DIVIDED.every((name) =>
      name === 'poll' && isPolled ? row[name] === 'yes' : (row[name] !== ALL.value) === (name === by),
    ),
  )
}
