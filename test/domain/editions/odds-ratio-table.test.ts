import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Coordinates } from '../../../functions/domain/cube/coordinates.ts'
import type { ProtectedCube, Shown } from '../../../functions/domain/cube/protected-cube.ts'
import { checkTable } from '../../../functions/domain/dataset/check-table.ts'
import { SUPPRESSED } from '../../../functions/domain/dataset/table.ts'
import { oddsRatioTable } from '../../../functions/domain/editions/odds-ratio-table.ts'
import { exactOddsRatio } from '../../../functions/domain/exact-odds-ratio.ts'
import { RULE } from '../../../functions/domain/protection/rule.ts'

const reporters = (n: number): Shown => ({ reports: n, reporters: n, complaints: n })

const ANSWERS: [Coordinates, number][] = [
  [{ group: 'misdirected', poll: 'yes' }, 300],
  [{ group: 'misdirected', poll: 'no' }, 100],
  [{ group: 'misdirected', pollPreference: 'opponent' }, 200],
  [{ group: 'misdirected', pollPreference: 'supporter' }, 40],
  [{ group: 'misdirected', pollPreference: 'undecided' }, 30],
  [{ group: 'misdirected', pollPreference: 'refused' }, 30],
  [{ group: 'others', poll: 'yes' }, 200],
  [{ group: 'others', poll: 'no' }, 400],
  [{ group: 'others', pollPreference: 'opponent' }, 60],
  [{ group: 'others', pollPreference: 'supporter' }, 60],
  [{ group: 'others', pollPreference: 'undecided' }, 40],
  [{ group: 'others', pollPreference: 'refused' }, 40],
]

function tableOf(
  change: (at: Coordinates, n: number) => Shown = (_, n) => reporters(n),
  more: Partial<ProtectedCube> = {},
) {
  const cells = ANSWERS.map(([at, n]) => ({ at, all: change(at, n), own: 'missing' as const }))
  const table = oddsRatioTable({ event: 'e', edition: 1, asOf: '', follows: null, rule: RULE, changes: [], cells, ...more }) // prettier-ignore
  checkTable(table)
  return table.rows
}

test('the sides of each comparison are sums of published answers', () => {
  const [polled, opponent, among] = tableOf()
  expect(polled).toMatchObject({ 'misdirected.exposed': 300, 'misdirected.unexposed': 100, 'others.exposed': 200, 'others.unexposed': 400 }) // prettier-ignore
  expect(opponent).toMatchObject({ 'misdirected.exposed': 200, 'misdirected.unexposed': 200, 'others.exposed': 60, 'others.unexposed': 540 }) // prettier-ignore
  expect(among).toMatchObject({ 'misdirected.exposed': 200, 'misdirected.unexposed': 100, 'others.exposed': 60, 'others.unexposed': 140 }) // prettier-ignore
})

test('whatever true numbers the protection leaves possible, their own interval is within', () => {
  const { low, high } = tableOf()[0]!
  const off = fc.integer({ min: -7, max: 7 })
  fc.assert(
    fc.property(off, off, off, off, (a, b, c, d) => {
      const truth = exactOddsRatio({ exposed: 300 + a, unexposed: 100 + b, otherExposed: 200 + c, otherUnexposed: 400 + d }) // prettier-ignore
      expect(truth.low).toBeGreaterThanOrEqual(Number(low))
      expect(truth.high).toBeLessThanOrEqual(Number(high))
    }),
    { examples: [[-7, 7, 7, -7], [7, -7, -7, 7]], numRuns: 60 }, // prettier-ignore
  )
})

test('in a later edition, whose numbers may be behind, the interval is wider', () => {
  const [first, later] = [tableOf()[0]!, tableOf(undefined, { follows: 1 })[0]!]
  expect(later['low']).toBeLessThan(Number(first['low']))
  expect(later['high']).toBeGreaterThan(Number(first['high']))
})

test('a comparison with a suppressed answer is suppressed, and missing where nothing is known', () => {
  const refused = tableOf((at, n) => (at.pollPreference === 'refused' ? 'suppressed' : reporters(n)))
  expect(refused.map(({ oddsRatio }) => typeof oddsRatio)).toEqual(['number', 'object', 'object'])
  expect(refused[1]).toMatchObject({ 'misdirected.exposed': 200, 'misdirected.unexposed': SUPPRESSED, oddsRatio: SUPPRESSED, low: SUPPRESSED }) // prettier-ignore
  expect(tableOf(() => 'missing')[0]).toMatchObject({ 'others.exposed': null, oddsRatio: null, high: null })
  expect(tableOf(() => 'zero')[0]).toMatchObject({ 'others.exposed': 0, oddsRatio: null })
})
