import { setTimeout as sleep } from 'node:timers/promises'
import { compareCounts, type Differences } from './compare-counts.ts'
import type { RunningStack } from './stack-outputs.ts'

/** What differs, and still differs in the same way after a pause. All else is on its way, and is said to move. */
export async function standingDifferences(stack: RunningStack, pauseMillis: number): Promise<Differences> {
  const first = await compareCounts(stack)
  if (isClean(first)) return first
  await sleep(pauseMillis)
  const second = await compareCounts(stack)
  const seen = new Set(Object.values(first).flat().map(sayOf))
  const moving = Object.values(second)
    .flat()
    .map(sayOf)
    .filter((difference) => !seen.has(difference))
  const stands = <T extends Difference>(found: T[]): T[] => found.filter((difference) => seen.has(sayOf(difference)))
  return {
    unreadable: stands(second.unreadable),
    misfiled: stands(second.misfiled),
    misgrouped: stands(second.misgrouped),
    unfolded: stands(second.unfolded),
    apart: stands(second.apart),
    misbridged: stands(second.misbridged),
    glued: stands(second.glued),
    unlisted: stands(second.unlisted),
    untold: stands(second.untold),
    unmarked: stands(second.unmarked),
    ungrouped: stands(second.ungrouped),
    miscounted: stands(second.miscounted),
    moving: [...new Set([...second.moving, ...moving])],
  }
}

/** Whether the counts are right, as far as they stand still. */
export function isClean(differences: Differences): boolean {
  return Object.entries(differences).every(([name, { length }]) => name === 'moving' || length === 0)
}

type Difference = Differences[Exclude<keyof Differences, 'moving'>][number]

/** Two differences that say the same are one that stood still. */
function sayOf(difference: Difference): string {
  if (typeof difference === 'string') return difference
  if (!('reporter' in difference)) return JSON.stringify(difference)
  const { reporter, entry } = difference
  const kind = 'noted' in difference ? 'script' : 'count'
  return [kind, reporter?.key ?? entry?.key, reporter?.version, entry?.revision].join(' ')
}
