import type { ComplaintStore } from '../adapters/complaint-store.ts'
import { retryConflicts } from '../adapters/conflict.ts'
import type { CountStore } from '../adapters/count-store.ts'
import { inParallel } from '../adapters/in-parallel.ts'
import type { ScriptCounts } from '../adapters/script-counts.ts'
import type { ScriptStore, StoredText } from '../adapters/script-store.ts'
import type { LedgerEntry, Noted } from '../domain/fold.ts'
import type { Reporter } from '../domain/reporter.ts'
import { type Grouping, notedOf, pairsOf, textIdsOf } from '../domain/scripts/grouped.ts'
import { sentTexts } from '../domain/scripts/sent-texts.ts'
import type { Span } from '../domain/scripts/templates.ts'
import { compareTexts } from './compare-texts.ts'
import { crossBridges, leaveBridges } from './cross-bridges.ts'
import { foldScripts } from './fold-scripts.ts'
import { joinNodes } from './join-nodes.ts'
import { releaseTexts, saveReleased } from './release-texts.ts'

export type GroupingPorts = {
  scripts: ScriptStore
  counts: CountStore
  scriptCounts: ScriptCounts
  complaints: Pick<ComplaintStore, 'loadReporters'>
  grouping: Grouping
  now: () => Date
}

/** Who is to be grouped, and who else an attempt counted anew that may have lost against another writer. */
type Work = { reporters: Reporter[]; touched: Set<string> }

/** Finds the scripts of these reporters' complaints and counts them there; whoever was grouped before, in this version or a later one, changes nothing. */
export async function groupScripts(reporters: Reporter[], ports: GroupingPorts): Promise<void> {
  const work = { reporters: [...reporters], touched: new Set<string>() }
  while (!(await retryConflicts(() => groupOnce(work, ports))));
}

// Each step can be done again. What is done last, of texts and in the ledger, is what says that the steps before need not be.
async function groupOnce(work: Work, ports: GroupingPorts): Promise<boolean> {
  const { scripts, counts, grouping } = ports
  const ledger = await counts.readLedger(work.reporters.map(({ key }) => key))
  const reporters = work.reporters.filter(({ key, version }) => version >= ledger.get(key)!.version)
  const present = new Set(reporters.map(({ key }) => key))
  const othersOf = async (keys: Iterable<string>) => await findOthers([...keys].filter((key) => !present.has(key)), work, ports) // prettier-ignore

  const left = leftOf(reporters, ledger, grouping)
  await leaveBridges(left.bridges, ports)
  const { released, concerned: unmarked } = await releaseTexts(left.texts, ports)
  const once = await othersOf(unmarked)
  if (!once) return false
  await foldScripts(once, await spansOf(once, released, ports), ports)
  await saveReleased(released.values(), ports)

  const { alike, texts, unsaved, concerned } = await compareTexts(sentTexts(reporters, grouping), ports)
  const bridged = await crossBridges(reporters, ports)
  await joinNodes([...reporters.flatMap((reporter) => pairsOf(reporter, grouping)), ...alike, ...bridged], ports)
  const others = await othersOf([...concerned, ...work.touched])
  if (!others) return false
  await foldScripts([...reporters, ...others], await spansOf(others, texts, ports), ports)
  await inParallel(unsaved, async (text) => await scripts.saveText(text))
  return true
}

/** Those as they are now. Nothing, if one left what it was not taken off yet: it is then to be grouped with the rest. */
async function findOthers(keys: string[], work: Work, ports: GroupingPorts): Promise<Reporter[] | undefined> {
  const { complaints, counts, grouping } = ports
  const others = await complaints.loadReporters(keys)
  const { texts, bridges } = leftOf(others, await counts.readLedger(keys), grouping)
  const behind = others.filter(({ key }) => [...texts.values(), ...bridges.values()].some((those) => those.has(key)))
  for (const key of keys) work.touched.add(key)
  work.reporters.push(...behind)
  return behind.length > 0 ? undefined : others
}

/** When each text was a template that is known or that these tell. */
async function spansOf(
  others: readonly Reporter[],
  texts: ReadonlyMap<string, StoredText>,
  { scripts, grouping }: GroupingPorts,
): Promise<Map<string, readonly Span[]>> {
  const missing = others.flatMap((reporter) => textIdsOf(reporter, grouping)).filter((id) => !texts.has(id))
  return new Map([...texts, ...(await scripts.texts(missing))].map(([id, { spans }]) => [id, spans]))
}

/** Which reporters tell which texts no more, and who is no longer a witness of which bridges. */
function leftOf(
  reporters: Reporter[],
  ledger: Map<string, LedgerEntry>,
  grouping: Grouping,
): Record<keyof Noted, Map<string, Set<string>>> {
  const left = { texts: new Map<string, Set<string>>(), bridges: new Map<string, Set<string>>() }
  for (const reporter of reporters) {
    const [before, now] = [ledger.get(reporter.key)?.noted, notedOf(reporter, grouping)]
    for (const where of ['texts', 'bridges'] as const)
      for (const id of before?.[where] ?? [])
        if (!now[where].includes(id)) left[where].set(id, (left[where].get(id) ?? new Set()).add(reporter.key))
  }
  return left
}
