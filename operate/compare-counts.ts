import {
  addCounts,
  contribution,
  type Contribution,
  type Count,
  difference,
  NONE,
} from '../functions/domain/contribution.ts'
import type { LedgerEntry } from '../functions/domain/fold.ts'
import { partition } from '../functions/domain/partition.ts'
import type { Reporter } from '../functions/domain/reporter.ts'
import { compareScripts, type ScriptDifferences } from './compare-scripts.ts'
import { type FiledReport, readComplaints, readCounts, readLedger } from './stored-counts.ts'
import type { RunningStack } from './stack-outputs.ts'
import { groupingOf, readScripts } from './stored-scripts.ts'

/** What is not as the complaints table says it must be. All empty: the counts are right. */
export type Differences = {
  /** Reporters that cannot be read: nobody can say what they count, so what the ledger has of them stays. */
  unreadable: string[]
  /** Reports that no reporter counts, or that are counted elsewhere than they say. */
  misfiled: string[]
  /** Reporters whose complaints are not what their reports make. */
  misgrouped: string[]
  /** Reporters that the ledger has not folded as they are now. */
  unfolded: { reporter: Reporter | undefined; entry: LedgerEntry | undefined; cells: Contribution }[]
  apart: ScriptDifferences['apart']
  misbridged: ScriptDifferences['misbridged']
  glued: ScriptDifferences['glued']
  unlisted: ScriptDifferences['unlisted']
  untold: ScriptDifferences['untold']
  unmarked: ScriptDifferences['unmarked']
  ungrouped: ScriptDifferences['ungrouped']
  /** Cells that are not the sum of the ledgers: what they count, and what they are off by. */
  miscounted: { key: string; counted: Count; off: Count }[]
  /** Cells that changed while they were compared: nothing can be said of them yet. */
  moving: string[]
}

/** Recomputes every count from the complaints table. Safe on a stack in use: what moves meanwhile is said to move. */
export async function compareCounts(stack: RunningStack): Promise<Differences> {
  const before = await readCounts(stack)
  // The ledger first: what it has folded is then never newer than the reporters, and a repair takes nothing back.
  const [ledger, scripts] = [await readLedger(stack), await readScripts(stack)]
  const { reporters, reports, unreadable } = await readComplaints(stack)
  const counts = await readCounts(stack)
  const moving = new Set(difference(before, counts).keys())
  const off = difference(sumOf([...ledger.values(), ...scripts.ledger.values()].map(({ cells }) => cells)), counts)
  return {
    unreadable,
    misfiled: misfiled(reports, reporters),
    misgrouped: [...reporters.values()].filter((reporter) => !isGrouped(reporter)).map(({ key }) => key),
    unfolded: unfolded(reporters, ledger).filter(({ entry }) => !unreadable.includes(entry?.key ?? '')),
    ...withoutUnreadable(compareScripts(reporters, scripts, await groupingOf(stack)), unreadable),
    miscounted: [...off]
      .filter(([key]) => !moving.has(key))
      .map(([key, by]) => ({ key, counted: counts.get(key) ?? NONE, off: by })),
    moving: [...moving],
  }
}

/** Nobody can say what they count, so what is counted of them in scripts stays as well. */
function withoutUnreadable(scripts: ScriptDifferences, unreadable: string[]): ScriptDifferences {
  return { ...scripts, ungrouped: scripts.ungrouped.filter(({ entry }) => !unreadable.includes(entry?.key ?? '')) }
}

function misfiled(reports: FiledReport[], reporters: Map<string, Reporter>): string[] {
  const live = reports.filter(({ isWithdrawn }) => !isWithdrawn)
  const counted = [...reporters.values()].flatMap(({ key, reports: filed }) =>
    Object.keys(filed).map((id) => `${id} ${key}`),
  )
  const claimed = new Map(live.map((report) => [`${report.id} ${String(report.filedUnder)}`, report]))
  const complaintOf = (report: FiledReport) => reporters.get(String(report.filedUnder))?.reports[report.id]?.complaintId
  return [
    ...counted.filter((filing) => !claimed.has(filing)),
    ...live
      .filter((report) => complaintOf(report) === undefined || complaintOf(report) !== report.complaintId)
      .map(({ id }) => id),
  ]
}

function isGrouped({ reports }: Reporter): boolean {
  const complaints = partition(Object.entries(reports).map(([id, facts]) => ({ id, ...facts })))
  return Object.entries(reports).every(([id, { complaintId }]) => complaints.get(id) === complaintId)
}

function unfolded(reporters: Map<string, Reporter>, ledger: Map<string, LedgerEntry>): Differences['unfolded'] {
  return [...new Set([...reporters.keys(), ...ledger.keys()])].flatMap((key) => {
    const [reporter, entry] = [reporters.get(key), ledger.get(key)]
    const cells = reporter ? contribution(reporter) : new Map<string, Count>()
    const isFolded = difference(entry?.cells ?? new Map(), cells).size === 0
    return isFolded ? [] : [{ reporter, entry, cells }]
  })
}

function sumOf(contributions: Contribution[]): Contribution {
  const sum: Contribution = new Map()
  for (const cells of contributions) {
    for (const [key, count] of cells) sum.set(key, addCounts(sum.get(key) ?? NONE, count))
  }
  return sum
}
