import { type Contribution, cellKey, NONE } from '../contribution.ts'
import type { CountRecord } from '../stats-row.ts'

const COUNTER = /^(?:(.*)\.)?(reports|reporters|complaints|anonymous)$/

/** The cells that a stored record of a collection counts, by their keys. */
export function recordCells(collection: string, { record, counters }: CountRecord): Contribution {
  const cells: Contribution = new Map()
  for (const [name, n] of Object.entries(counters)) {
    const [, facet = '', counter] = COUNTER.exec(name) ?? []
    if (!counter) continue
    const key = cellKey({ collection, record, facet })
    cells.set(key, { ...(cells.get(key) ?? NONE), [counter]: n })
  }
  return cells
}
