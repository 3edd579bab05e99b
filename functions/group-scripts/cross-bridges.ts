import type { ComplaintStore } from '../adapters/complaint-store.ts'
import { inParallel } from '../adapters/in-parallel.ts'
import type { ScriptStore } from '../adapters/script-store.ts'
import type { Reporter } from '../domain/reporter.ts'
import { bridgedPairs, FEWEST_WITNESSES, testimonies } from '../domain/scripts/bridges.ts'
import type { Grouping } from '../domain/scripts/grouped.ts'

type Ports = {
  scripts: Pick<ScriptStore, 'bridges' | 'saveBridge'>
  complaints: Pick<ComplaintStore, 'loadReporters'>
  grouping: Grouping
}

/**
 * Notes these reporters as witnesses of their bridges: the pairs of nodes that enough of them make one script of. A bridge that has
 * enough is written no more. Throws a ConflictError when another invocation came first.
 */
export async function crossBridges(
  reporters: readonly Reporter[],
  { scripts, complaints, grouping }: Ports,
): Promise<[string, string][]> {
  const told = testimonies(reporters, grouping)
  const known = await scripts.bridges([...told.keys()])
  const pairs: [string, string][] = []
  await inParallel([...told], async ([id, came]) => {
    const { version = 0, witnesses = [], isOpen = false } = known.get(id) ?? {}
    const others = witnesses.filter((key) => !came.has(key))
    // When it opens, and when that may have been cut off, those noted earlier are asked: some may tell it no more.
    const isAsked = isOpen ? others.length < witnesses.length : others.length + came.size >= FEWEST_WITNESSES
    const current = isAsked ? testimonies(await complaints.loadReporters(others), grouping).get(id) : undefined
    const all = new Map([...(current ?? []), ...came])
    if (isOpen) {
      // However few are left of those who are noted: many may have come since.
      for (const { caller, said } of all.values()) for (const node of said) pairs.push([caller, node])
      return
    }
    const kept = isAsked ? witnesses.filter((key) => all.has(key)) : witnesses
    const noted = [...new Set([...kept, ...came.keys()])].slice(0, FEWEST_WITNESSES)
    const opens = noted.length === FEWEST_WITNESSES
    if (noted.join() !== witnesses.join()) await scripts.saveBridge({ id, version, witnesses: noted, ...(opens ? { isOpen: true } : {}) }) // prettier-ignore
    pairs.push(...bridgedPairs(all))
  })
  return pairs
}

/** Takes witnesses off bridges that they tell of no more. An open one stays so: many may have come since. */
export async function leaveBridges(
  left: ReadonlyMap<string, ReadonlySet<string>>,
  { scripts }: Pick<Ports, 'scripts'>,
): Promise<void> {
  const known = await scripts.bridges([...left.keys()])
  await inParallel([...known.values()], async (bridge) => {
    const witnesses = bridge.witnesses.filter((key) => !left.get(bridge.id)!.has(key))
    if (witnesses.length < bridge.witnesses.length) await scripts.saveBridge({ ...bridge, witnesses })
  })
}
