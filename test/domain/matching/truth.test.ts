import { expect, test } from 'vitest'
import { electionWeek } from '../../../rehearsal/election-week.ts'
import { linesOf, matchPairs, type Pairs } from '../../support/matched-week.ts'

const SEEDS = ['one', 'two', 'three']

function figures(
  isHard: boolean,
  reports: number,
): { seed: string; pairs: Pairs; precision: number; recall: number }[] {
  return SEEDS.map((seed) => {
    const pairs = matchPairs(linesOf(electionWeek({ seed, reports, isHard })))
    return { seed, pairs, precision: pairs.right / pairs.merged, recall: pairs.right / pairs.same }
  })
}

function inAll(all: ReturnType<typeof figures>): { precision: number; recall: number } {
  const sum = (field: keyof Pairs) => all.reduce((total, { pairs }) => total + pairs[field], 0)
  return { precision: sum('right') / sum('merged'), recall: sum('right') / sum('same') }
}

test('of hard weeks, what is merged is one call, and what is one call is merged', () => {
  const all = figures(true, 4_000)
  for (const { seed, pairs, precision, recall } of all) {
    console.log(`hard, ${seed}: precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)} of ${pairs.same} pairs`)
    expect(precision).toBeGreaterThanOrEqual(0.995)
    expect(recall).toBeGreaterThanOrEqual(0.955)
  }
  const { precision, recall } = inAll(all)
  console.log(`hard, in all: precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}`)
  expect(precision).toBeGreaterThanOrEqual(0.995)
  expect(recall).toBeGreaterThanOrEqual(0.97)
})

test('of weeks with certain duplicates every one is found', () => {
  const { precision, recall } = inAll(figures(false, 1_500))
  console.log(`certain, in all: precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}`)
  expect(recall).toBe(1)
  expect(precision).toBeGreaterThanOrEqual(0.998)
})
