import { isDeepStrictEqual } from 'node:util'
import type { CountStore } from '../adapters/count-store.ts'
import { MAX_TRANSACTION_ACTIONS } from '../adapters/dynamodb.ts'
import type { ScriptStore } from '../adapters/script-store.ts'
import { difference } from '../domain/contribution.ts'
import { lessened, type Pending, planFold } from '../domain/fold.ts'
import type { Reporter } from '../domain/reporter.ts'
import { scriptContribution } from '../domain/scripts/templated-cells.ts'
import { type Grouping, groupedOf, nodesOf, notedOf } from '../domain/scripts/grouped.ts'
import type { Span } from '../domain/scripts/templates.ts'

type Ports = { counts: CountStore; scripts: Pick<ScriptStore, 'roots'>; grouping: Grouping; now: () => Date }

/** Folds these reporters into the counts of their scripts; again when a script that was counted under turns out to be part of another. */
export async function foldScripts(
  reporters: Reporter[],
  spans: Map<string, readonly Span[]>,
  ports: Ports,
): Promise<void> {
  const { counts, scripts, grouping, now } = ports
  const nodes = reporters.flatMap((reporter) => nodesOf(reporter, grouping))
  for (let roots = await scripts.roots(nodes); ;) {
    const ledger = await counts.readLedger(reporters.map(({ key }) => key))
    const pending = reporters
      .filter(({ key, version }) => version >= ledger.get(key)!.version)
      .map((reporter) => {
        const cells = scriptContribution(reporter, groupedOf(reporter, { grouping, roots, spans }))
        const noted = notedOf(reporter, grouping)
        return { entry: ledger.get(reporter.key)!, version: reporter.version, cells, noted }
      })
      .filter(isNews)
    for (const step of planFold(pending, MAX_TRANSACTION_ACTIONS)) {
      await counts.fold(step, now())
      await counts.dropEmpty(lessened(step))
    }
    const after = await scripts.roots(nodes)
    if (nodes.every((node) => roots.rootOf(node) === after.rootOf(node))) return
    roots = after
  }
}

function isNews({ entry, version, cells, noted }: Pending): boolean {
  return version > entry.version || !isDeepStrictEqual(noted, entry.noted) || difference(entry.cells, cells).size > 0
}
