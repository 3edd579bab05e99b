import type { Reporter } from '../reporter.ts'
import { bridgedPairs, testimonies } from './bridges.ts'
import { type Grouping, pairsOf } from './grouped.ts'
import { bandsOf } from './min-hash.ts'
import { isAlike, type Representative } from './representatives.ts'
import { Roots } from './roots.ts'
import { sentTexts } from './sent-texts.ts'

/** The scripts of all reporters at once, each text compared with every other of its bands: what grouping them one by one must find. */
export function groupAll(reporters: readonly Reporter[], grouping: Grouping): Roots {
  const roots = new Roots()
  for (const reporter of reporters) for (const [a, b] of pairsOf(reporter, grouping)) roots.join(a, b)
  for (const witnesses of testimonies(reporters, grouping).values())
    for (const [caller, said] of bridgedPairs(witnesses)) roots.join(caller, said)
  const bands = new Map<string, Representative[]>()
  for (const [id, { features }] of sentTexts(reporters, grouping)) {
    for (const name of bandsOf(features)) {
      const band = bands.get(name) ?? []
      for (const other of band) if (roots.rootOf(other.id) !== roots.rootOf(id) && isAlike(features, other.features)) roots.join(id, other.id) // prettier-ignore
      bands.set(name, [...band, { id, features }])
    }
  }
  return roots
}
