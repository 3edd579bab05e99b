import { ScanCommand } from '@aws-sdk/client-dynamodb'
import { readReporter } from '../functions/adapters/complaint-store.ts'
import { fromItem } from '../functions/adapters/dynamodb.ts'
import { LedgerCells, unpackCells } from '../functions/adapters/ledger-cells.ts'
import { type Contribution, NONE } from '../functions/domain/contribution.ts'
import type { LedgerEntry } from '../functions/domain/fold.ts'
import type { Reporter } from '../functions/domain/reporter.ts'
import type { RunningStack } from './stack-outputs.ts'

type Item = Record<string, unknown>

/** A report as far as the count of it goes. */
export type FiledReport = { id: string; filedUnder: unknown; complaintId: unknown; isWithdrawn: boolean }

/** Everything in the complaints table, read whole: only the recount role may. */
export async function readComplaints(
  stack: RunningStack,
): Promise<{ reporters: Map<string, Reporter>; reports: FiledReport[]; unreadable: string[] }> {
  const reporters = new Map<string, Reporter>()
  const reports: FiledReport[] = []
  const unreadable: string[] = []
  for await (const item of scan(stack, stack.outputs.ComplaintTable)) {
    const pk = String(item['pk'])
    const reporter = pk.startsWith('REPORTER#') && tryReading(item)
    if (reporter) reporters.set(pk, reporter)
    else if (pk.startsWith('REPORTER#')) unreadable.push(pk)
    // A line's lists of reports (BEYOND#) count nothing.
    else if (pk.startsWith('rpt_'))
      reports.push({
        id: pk,
        filedUnder: item['filedUnder'],
        complaintId: item['complaintId'],
        isWithdrawn: !item['told'],
      })
  }
  return { reporters, reports, unreadable }
}

function tryReading(item: Item): Reporter | undefined {
  try {
    return readReporter(item)
  } catch {
    return undefined
  }
}

export async function readLedger(stack: RunningStack): Promise<Map<string, LedgerEntry>> {
  const entries = new Map<string, LedgerEntry>()
  for await (const item of scan(stack, stack.outputs.LedgerTable)) {
    const key = String(item['pk'])
    const cells = unpackCells(LedgerCells.parse(item['cells']))
    entries.set(key, { key, revision: Number(item['revision']), version: Number(item['version']), cells })
  }
  return entries
}

/** The published counts, by cell; counters that stand at zero are as if they were not there. */
export async function readCounts(stack: RunningStack): Promise<Contribution> {
  const cells: Contribution = new Map()
  for await (const { pk, sk, ...item } of scan(stack, stack.outputs.StatsTable)) {
    const collection = String(pk).slice(stack.outputs.EventSlug.length + 1)
    for (const [name, n] of Object.entries(item)) {
      const [, facet = '', counter] = /^(?:(.*)\.)?(reports|reporters|complaints|anonymous)$/.exec(name) ?? []
      if (!counter || n === 0) continue
      const key = `${collection}|${String(sk)}|${facet}`
      cells.set(key, { ...(cells.get(key) ?? NONE), [counter]: Number(n) })
    }
  }
  return cells
}

/** Every item of a table that is this event's. */
export async function* scan({ dynamodb, outputs }: RunningStack, table: string): AsyncGenerator<Item> {
  let start: Item | undefined
  do {
    const page = await dynamodb.send(
      new ScanCommand({ TableName: table, ConsistentRead: true, ExclusiveStartKey: start as never }),
    )
    for (const marshalled of page.Items ?? []) {
      const item = fromItem(marshalled)
      if (belongsTo(item, outputs.EventSlug)) yield item
    }
    start = page.LastEvaluatedKey
  } while (start)
}

function belongsTo(item: Item, event: string): boolean {
  return item['event'] === event || String(item['pk']).startsWith(`${event}|`)
}
