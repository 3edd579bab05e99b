import { ALL } from '../editions/codes.ts'
import type { Edition } from './edition.ts'
import { sayCell } from './say-row.ts'
import type { Row } from './table.ts'

const COUNTS = ['reports', 'reporters', 'complaints']

/** The counts of all there is, before and after; nothing of editions that have no such row. */
export function sayTotal(before: Edition | undefined, after: Edition): string[] {
  const [was, is] = [before && totalOf(before), totalOf(after)]
  if (!is) return []
  const said = COUNTS.filter((count) => count in is).map((count) => {
    const shown = was ? `${sayCell(was[count]!)} → ${sayCell(is[count]!)}` : sayCell(is[count]!)
    return `${count} ${shown}`
  })
  return [said.join(', ')]
}

function totalOf({ tables }: Edition): Row | undefined {
  const summary = tables.find(({ name }) => name === 'summary')
  return summary?.rows.find((row) => summary.key.every((name) => row[name] === ALL.value))
}
