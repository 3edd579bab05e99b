import { retryConflicts } from '../adapters/conflict.ts'
import type { CountStore } from '../adapters/count-store.ts'
import { MAX_TRANSACTION_ACTIONS } from '../adapters/dynamodb.ts'
import { contribution } from '../domain/contribution.ts'
import { lessened, planFold } from '../domain/fold.ts'
import type { Reporter } from '../domain/reporter.ts'

type Ports = { counts: CountStore; now: () => Date }

/** Folds these reporters into the counts; one that was folded before, in this version or a later one, changes nothing. */
export async function tallyComplaints(reporters: Reporter[], ports: Ports): Promise<void> {
  await retryConflicts(() => foldOnce(reporters, ports))
}

async function foldOnce(reporters: Reporter[], { counts, now }: Ports): Promise<void> {
  const ledger = await counts.readLedger(reporters.map(({ key }) => key))
  const pending = reporters
    .map((reporter) => ({ entry: ledger.get(reporter.key)!, version: reporter.version, cells: contribution(reporter) }))
    .filter(({ entry, version }) => version > entry.version)
  for (const step of planFold(pending, MAX_TRANSACTION_ACTIONS)) {
    await counts.fold(step, now())
    await counts.dropEmpty(lessened(step))
  }
}
