import { type Contribution, readCellKey } from '../../functions/domain/contribution.ts'
import type { CountRecord } from '../../functions/domain/stats-row.ts'

/** The records of a collection, as they are stored of these counts. */
export function recordsIn(counts: Contribution, collection: string): CountRecord[] {
  const records = new Map<string, CountRecord['counters']>()
  for (const [key, count] of counts) {
    const cell = readCellKey(key)
    if (cell.collection !== collection) continue
    const counters = records.get(cell.record) ?? {}
    for (const [name, n] of Object.entries(count)) counters[cell.facet ? `${cell.facet}.${name}` : name] = n
    records.set(cell.record, counters)
  }
  return [...records].map(([record, counters]) => ({ record, counters }))
}
