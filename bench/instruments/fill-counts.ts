import type { CountStore } from '../../functions/adapters/count-store.ts'
import { MAX_TRANSACTION_ACTIONS } from '../../functions/adapters/dynamodb.ts'
import type { ScriptCounts } from '../../functions/adapters/script-counts.ts'
import type { Contribution } from '../../functions/domain/contribution.ts'
import { recordOf } from '../../functions/domain/fold.ts'
import type { Election } from './national-election.ts'

const FACETS = 100
const AT_ONCE = 4

type Ports = { counts: Pick<CountStore, 'fold'>; scripts: Pick<ScriptCounts, 'putTogether'>; now: Date }

/** Folds all of it into the stats table, without the reporters whom it is of. Answers how many records there are. */
export async function fillCounts({ counts: cells, hot }: Election, { counts, scripts, now }: Ports): Promise<number> {
  const records = [...Map.groupBy(cells, ([key]) => recordOf(key)).values()]
  const mostFacets = Math.max(...records.map(({ length }) => length))
  // A record that has more facets than one update may change is written several times, never twice in one transaction.
  for (let from = 0; from < mostFacets; from += FACETS) {
    const lots = inLots(records.map((record) => record.slice(from, from + FACETS)).filter(({ length }) => length > 0))
    const rest = lots.values()
    const work = async () => {
      for (const delta of rest) await counts.fold({ entries: [], delta }, now)
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
  }
  for (const part of hot.parts) await scripts.putTogether(part, hot.script)
  return records.length
}

function inLots(records: [string, Contribution extends Map<string, infer C> ? C : never][][]): Contribution[] {
  const lots = Math.ceil(records.length / MAX_TRANSACTION_ACTIONS)
  return Array.from({ length: lots }, (_, n) => {
    const lot = records.slice(n * MAX_TRANSACTION_ACTIONS, (n + 1) * MAX_TRANSACTION_ACTIONS)
    return new Map(lot.flat())
  })
}
