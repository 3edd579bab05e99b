import type { Facts } from '../facts.ts'
import { isAnonymous, isOverLimit, type Reporter } from '../reporter.ts'
import { unpackFeatures } from '../text-features.ts'
import { MANNERS } from './claims.ts'
import type { Grouping } from './grouped.ts'
import { linksOf } from './script-links.ts'

/**
 * So many people must tell the same of calls from one number within hours before the number and what they tell are of one script:
 * a single claim misread, or somebody who was called with two messages, then chains nothing. Of 20,000 rehearsed reports five are too
 * few.
 */
export const FEWEST_WITNESSES = 8

/** What one reporter's reports say was told in calls from one number: its node, and those of claims or texts. */
export type Testimony = { caller: string; said: ReadonlySet<string> }

/**
 * By bridge, the testimony of each of these reporters. On one bridge are those who tell of one number in one window of hours the same
 * claim, or, where no claim is plain, texts that have their two smallest features in common. Nobody is a witness who may be known under
 * several keys: who gives no line, or has too many reports.
 */
export function testimonies(
  reporters: readonly Reporter[],
  { quoted, idOf }: Grouping,
): Map<string, Map<string, Testimony>> {
  const bridges = new Map<string, Map<string, Testimony>>()
  for (const reporter of reporters) {
    if (isAnonymous(reporter) || isOverLimit(reporter)) continue
    for (const facts of Object.values(reporter.reports)) {
      const told = toldBy(facts, quoted)
      if (!told) continue
      const id = idOf(`bridge ${told.caller} ${told.what}`)
      const witnesses = bridges.get(id) ?? new Map<string, Testimony>()
      const { said = [] } = witnesses.get(reporter.key) ?? {}
      witnesses.set(reporter.key, { caller: idOf(told.caller), said: new Set([...said, idOf(told.said)]) })
      bridges.set(id, witnesses)
    }
  }
  return bridges
}

/** The pairs of nodes that these witnesses of one bridge make one script of, as far as they are enough. */
export function bridgedPairs(witnesses: ReadonlyMap<string, Testimony>): [string, string][] {
  if (witnesses.size < FEWEST_WITNESSES) return []
  return [...witnesses.values()].flatMap(({ caller, said }) =>
    [...said].map((node): [string, string] => [caller, node]),
  )
}

function toldBy(facts: Facts, quoted: ReadonlySet<string>): { caller: string; said: string; what: string } | undefined {
  const [said, ...others] = linksOf(facts, quoted)
  // The first of its two windows will do: most calls of a burst are in one.
  const caller = others.find(({ reason }) => reason === 'caller')
  if (!caller || (said?.reason !== 'gist' && said?.reason !== 'text')) return undefined
  if (facts.gist && MANNERS.includes(facts.gist)) return undefined
  const what = said.reason === 'gist' ? said.name : `features ${unpackFeatures(facts.text!).slice(0, 2).join(' ')}`
  return { caller: caller.name, said: said.name, what }
}
