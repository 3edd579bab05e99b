import type { ComplaintStore } from '../adapters/complaint-store.ts'
import { retryConflicts } from '../adapters/conflict.ts'
import type { CountStore } from '../adapters/count-store.ts'
import { inParallel } from '../adapters/in-parallel.ts'
import type { ScriptCounts } from '../adapters/script-counts.ts'
import type { ScriptStore } from '../adapters/script-store.ts'
import type { LedgerEntry } from '../domain/fold.ts'
import type { Reporter } from '../domain/reporter.ts'
import { type Grouping, pairsOf, textIdsOf } from '../domain/scripts/grouped.ts'
import { sentTexts } from '../domain/scripts/sent-texts.ts'
import { compareTexts } from './compare-texts.ts'
import { foldScripts } from './fold-scripts.ts'
import { joinNodes } from './join-nodes.ts'
import { releaseTexts } from './release-texts.ts'

export type GroupingPorts = {
  scripts: ScriptStore
  counts: CountStore
  scriptCounts: ScriptCounts
  complaints: Pick<ComplaintStore, 'loadReporters'>
  grouping: Grouping
  now: () => Date
}

/** Finds the scripts of these reporters' complaints and counts them there; whoever was grouped before, in this version or a later one, changes nothing. */
export async function groupScripts(reporters: Reporter[], ports: GroupingPorts): Promise<void> {
  await retryConflicts(() => groupOnce(reporters, ports))
}

// Each step can be done again. What is done last, of texts and in the ledger, is what says that the steps before need not be.
async function groupOnce(changed: Reporter[], ports: GroupingPorts): Promise<void> {
  const { scripts, counts, complaints, grouping } = ports
  const ledger = await counts.readLedger(changed.map(({ key }) => key))
  const reporters = changed.filter(({ key, version }) => version >= ledger.get(key)!.version)
  await releaseTexts(leftTexts(reporters, ledger, grouping), ports)
  const { alike, texts, unsaved, concerned } = await compareTexts(sentTexts(reporters, grouping), ports)
  await joinNodes([...reporters.flatMap((reporter) => pairsOf(reporter, grouping)), ...alike], ports)

  const present = new Set(reporters.map(({ key }) => key))
  const others = await complaints.loadReporters([...concerned].filter((key) => !present.has(key)))
  await releaseTexts(leftTexts(others, await counts.readLedger(others.map(({ key }) => key)), grouping), ports)
  const missing = others.flatMap((reporter) => textIdsOf(reporter, grouping)).filter((id) => !texts.has(id))
  const spans = [...texts, ...(await scripts.texts(missing))].map(([id, text]) => [id, text.spans] as const)
  await foldScripts([...reporters, ...others], new Map(spans), ports)
  await inParallel(unsaved, async (text) => await scripts.saveText(text))
}

/** Which reporters tell which texts no more. */
function leftTexts(
  reporters: Reporter[],
  ledger: Map<string, LedgerEntry>,
  grouping: Grouping,
): Map<string, Set<string>> {
  const left = new Map<string, Set<string>>()
  for (const reporter of reporters) {
    const current = new Set(textIdsOf(reporter, grouping))
    for (const id of ledger.get(reporter.key)?.texts ?? [])
      if (!current.has(id)) left.set(id, (left.get(id) ?? new Set()).add(reporter.key))
  }
  return left
}
