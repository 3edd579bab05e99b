import { expect, test } from 'vitest'
import { retellings } from '../../../rehearsal/retold/retellings.ts'
import type { Pattern } from '../../../rehearsal/retold/told-call.ts'
import { retoldPairs, type RetoldPair, scoreOf } from '../../support/retold-lines.ts'

const SEEDS = ['retold blind 1', 'retold blind 2']
const TELLERS = 750

const pairs = SEEDS.flatMap((seed) => retoldPairs(retellings(seed, TELLERS)))

function scored(what: string, of: RetoldPair[]): ReturnType<typeof scoreOf> {
  const score = scoreOf(of)
  console.log(`${what}: precision ${score.precision.toFixed(4)}, recall ${score.recall.toFixed(4)} of ${score.same}`)
  return score
}

test('the same seed tells the same calls', () => {
  expect(retellings('again', 20)).toEqual(retellings('again', 20))
})

test('of calls retold by people who were often called twice, what is merged is one call as far as anybody could tell', () => {
  const decidable = pairs.filter(({ isDecidable }) => isDecidable)
  const { precision, recall } = scored('decidable', decidable)
  expect(precision).toBeGreaterThanOrEqual(0.97)
  expect(recall).toBeGreaterThanOrEqual(0.87)
  const minutesApart: Pattern = 'live-and-recorded'
  expect(scored('without calls minutes apart', decidable.filter(({ pattern }) => pattern !== minutesApart)).precision).toBeGreaterThanOrEqual(0.995) // prettier-ignore
})

test('what nobody could tell is rather counted apart', () => {
  const { precision, recall } = scored('all', pairs)
  expect(precision).toBeGreaterThanOrEqual(0.89)
  expect(recall).toBeGreaterThanOrEqual(0.6)
})
