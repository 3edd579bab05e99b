import * as z from 'zod/mini'
import { type Contribution, readCellKey } from '../domain/contribution.ts'

/**
 * A contribution as the ledger keeps it: counts → record → its facets, `{ '1 1 1 0': { 'summary|ALL': ['', 'kind=live'] } }`.
 * Most reporters have one report, so most cells share their counts: a third of the bytes of one entry per cell.
 */
export const LedgerCells = z.record(z.string(), z.record(z.string(), z.array(z.string())))
export type LedgerCells = z.infer<typeof LedgerCells>

export function packCells(cells: Contribution): LedgerCells {
  const packed: LedgerCells = {}
  for (const [key, { reports, reporters, complaints, anonymous }] of cells) {
    const { collection, record, facet } = readCellKey(key)
    const sameCounts = (packed[[reports, reporters, complaints, anonymous].join(' ')] ??= {})
    ;(sameCounts[`${collection}|${record}`] ??= []).push(facet)
  }
  return packed
}

export function unpackCells(packed: LedgerCells): Contribution {
  const cells: Contribution = new Map()
  for (const [counts, records] of Object.entries(packed)) {
    const [reports = 0, reporters = 0, complaints = 0, anonymous = 0] = counts.split(' ').map(Number)
    for (const [record, facets] of Object.entries(records)) {
      for (const facet of facets) cells.set(`${record}|${facet}`, { reports, reporters, complaints, anonymous })
    }
  }
  return cells
}
