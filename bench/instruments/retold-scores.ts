import { retellings } from '../../rehearsal/retold/retellings.ts'
import { retoldPairs, type Score, scoreOf } from '../../test/support/retold-lines.ts'

const SEEDS = ['retold blind 1', 'retold blind 2']
const TELLERS = 750

/** Of all pairs, of those that anybody could tell, and of these by how the calls follow upon one another. */
export function retoldScores(): { what: string; score: Score }[] {
  const pairs = SEEDS.flatMap((seed) => retoldPairs(retellings(seed, TELLERS)))
  const decidable = pairs.filter(({ isDecidable }) => isDecidable)
  const byPattern = [...Map.groupBy(decidable, ({ pattern }) => pattern)]
  return [
    { what: 'all', score: scoreOf(pairs) },
    { what: 'decidable', score: scoreOf(decidable) },
    ...byPattern.map(([pattern, of]) => ({ what: `decidable, ${pattern}`, score: scoreOf(of) })),
  ]
}
