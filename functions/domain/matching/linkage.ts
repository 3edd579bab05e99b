import type { Evidence } from './compare-reports.ts'
import { MERGED_FROM, POSSIBLE_FROM } from './match-weights.ts'

/** What is known of two of the reports, by their places in the list. */
export type Between = (i: number, j: number) => Evidence

type Group = number[]

/**
 * Average linkage: the two groups whose pairs weigh most on average become one, as long as that is enough to merge and no pair
 * between them speaks against it: weighs less than nothing, or is kept apart by its times. A pair with nothing to compare, such as
 * a message and a number, is not asked. So nothing chains: a report that is like one of a group and unlike another is judged by
 * both. And a report tells of one call: where it is as like another group, which is another call, it is left with neither.
 * Of equals the first in the list are joined, so whoever calls orders it.
 */
export function linkage(count: number, between: Between): Group[] {
  const groups: (Group | undefined)[] = Array.from({ length: count }, (_, i) => [i])
  const links = groups.map((_, i) => groups.map((__, j) => linkOf(between(i, j))))
  for (let best = bestOf(groups, links); best; best = bestOf(groups, links)) {
    const [into, from] = best
    groups[into] = [...groups[into]!, ...groups[from]!]
    groups[from] = undefined
    for (const [other, group] of groups.entries()) {
      if (group && other !== into) links[into]![other] = links[other]![into] = joined(links[into]![other]!, links[from]![other]!) // prettier-ignore
    }
  }
  return groups.filter((group) => group !== undefined)
}

/** All pairs between two groups: how much they weigh, how many they are, and whether one speaks against it. */
type Link = { sum: number; pairs: number; isBarred: boolean }

const TELLING = ['callerId', 'callTime', 'callbackNumber', 'pollingPlace', 'message'] as const

// Tenths of bits as whole numbers: sums are exact, in whatever order they are made.
function linkOf({ weight, parts }: Evidence): Link {
  if (TELLING.every((field) => parts[field] === undefined)) return { sum: 0, pairs: 0, isBarred: false }
  const { callTime = 0 } = parts
  const isBarred = weight < 0 || (callTime < 0 && weight < MERGED_FROM)
  return { sum: Math.round(weight * 10), pairs: 1, isBarred }
}

function joined(a: Link, b: Link): Link {
  return { sum: a.sum + b.sum, pairs: a.pairs + b.pairs, isBarred: a.isBarred || b.isBarred }
}

function bestOf(groups: (Group | undefined)[], links: Link[][]): [number, number] | undefined {
  let [best, most] = [undefined as [number, number] | undefined, -Infinity]
  for (let i = 0; i < groups.length; i += 1) {
    for (let j = i + 1; groups[i] && j < groups.length; j += 1) {
      const weight = groups[j] ? weightOf(links[i]![j]!) : -Infinity
      if (!isEnough(weight) || weight <= most) continue
      const beside = weight - Math.max(rivalry(i, j, groups, links), rivalry(j, i, groups, links))
      if (!isEnough(beside) || beside <= most) continue
      ;[best, most] = [[i, j], beside]
    }
  }
  return best
}

function isEnough(weight: number): boolean {
  return weight >= MERGED_FROM
}

/** What one group loses of another's weight, in bits: as much as it is likely to belong to a third which is another call than that. */
function rivalry(one: number, other: number, groups: (Group | undefined)[], links: Link[][]): number {
  let odds = 0
  for (let third = 0; third < groups.length; third += 1) {
    if (third === one || third === other || !groups[third] || !isAnother(links[other]![third]!)) continue
    const weight = weightOf(links[one]![third]!)
    if (weight >= 0) odds += 2 ** (weight - POSSIBLE_FROM)
  }
  return Math.log2(1 + odds)
}

/** Kept apart, and not for so little that the two may be pieces of one call. */
function isAnother({ isBarred, sum, pairs }: Link): boolean {
  return isBarred && sum / pairs / 10 < POSSIBLE_FROM
}

/** On average; nothing outweighs a bar. */
function weightOf({ sum, pairs, isBarred }: Link): number {
  return isBarred || pairs === 0 ? -Infinity : sum / pairs / 10
}
