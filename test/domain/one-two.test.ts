import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareOneTwo, daysBetween, type Polled } from '../../functions/domain/one-two.ts'
import { oddsRatio } from '../../functions/domain/odds-ratio.ts'

/** R finds its roots to within 1.3e-4, in the ratio or in its inverse. */
function agrees(ours: number | null, printedByR: number): boolean {
  const root = (ratio: number) => Math.min(ratio, 1 / ratio)
  return ours !== null && Math.abs(root(ours) - root(printedByR)) < 1.3e-4
}

test('the odds ratio and its interval are those that R prints for Fisher’s tea-tasting lady', () => {
  const { estimate, from, to } = oddsRatio({ exposed: [3, 1], others: [1, 3] })
  expect([agrees(estimate, 6.408309), agrees(from, 0.2117329), agrees(to, 621.9337505)]).toEqual([true, true, true])
  expect(agrees(oddsRatio({ exposed: [3, 1], others: [1, 3] }, 0.9).from, 0.3135693)).toBe(true)
})

test('the odds ratio is that which R prints for the convictions of twins', () => {
  const { estimate, from, to } = oddsRatio({ exposed: [2, 15], others: [10, 3] })
  expect([agrees(estimate, 0.04693661), agrees(from, 0.003325764), agrees(to, 0.363182271)]).toEqual([true, true, true])
  expect(agrees(oddsRatio({ exposed: [2, 15], others: [10, 3] }, 0.9).to, 0.2849601)).toBe(true)
})

test('at each end of the interval, a table as extreme as this one has a chance of 2.5 %', () => {
  const [a, b, c, d] = [2, 15, 10, 3] as const
  const { from, to } = oddsRatio({ exposed: [a, b], others: [c, d] })
  const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k)
  const chance = (ratio: number, isExtreme: (n: number) => boolean) => {
    const all = Array.from({ length: a + c + 1 }, (_, n) => ({ n, weight: choose(a + b, n) * choose(c + d, a + c - n) * ratio ** n })) // prettier-ignore
    const sum = (those: typeof all) => those.reduce((so, { weight }) => so + weight, 0)
    return sum(all.filter(({ n }) => isExtreme(n))) / sum(all)
  }
  expect(chance(from, (n) => n >= a)).toBeCloseTo(0.025, 10)
  expect(chance(to, (n) => n <= a)).toBeCloseTo(0.025, 10)
})

test('where a cell is zero the interval has no end on that side', () => {
  expect(oddsRatio({ exposed: [0, 5], others: [5, 5] })).toMatchObject({ estimate: 0, from: 0 })
  expect(oddsRatio({ exposed: [5, 0], others: [5, 5] })).toMatchObject({ estimate: Infinity, to: Infinity })
  expect(oddsRatio({ exposed: [5, 0], others: [5, 0] })).toEqual({ estimate: null, from: 0, to: Infinity })
})

const few = fc.integer({ min: 0, max: 300 })

test('the interval holds the estimate, and turns over when the groups change places', () => {
  fc.assert(
    fc.property(few, few, few, few, (a, b, c, d) => {
      const { estimate, from, to } = oddsRatio({ exposed: [a, b], others: [c, d] })
      const turned = oddsRatio({ exposed: [c, d], others: [a, b] })
      expect(from).toBeLessThanOrEqual((estimate ?? 1) * (1 + 1e-9))
      expect(to).toBeGreaterThanOrEqual((estimate ?? 1) * (1 - 1e-9))
      expect([from, 1 / turned.to].every((n) => n === 0) || Math.abs(from * turned.to - 1) < 1e-6).toBe(true)
    }),
    { numRuns: 200 },
  )
})

test('tens of thousands are no trouble', () => {
  const { estimate, from, to } = oddsRatio({ exposed: [12_000, 8_000], others: [30_000, 40_000] })
  expect([from < 2, estimate?.toFixed(1), to > 2]).toEqual([true, '2.0', true])
})

const POLLED: Polled = { yes: 30, no: 10, unsure: 5, notAnswered: 15, notAsked: 40 }

test('who was not asked is in no share, and who did not answer has not said no', () => {
  const { misdirected, odds } = compareOneTwo(POLLED, { ...POLLED, yes: 10, no: 30 })
  expect(misdirected).toEqual({ of: 30, asked: 60, share: 0.5 })
  expect(odds).toEqual(oddsRatio({ exposed: [30, 10], others: [10, 30] }))
  expect(compareOneTwo({ ...POLLED, notAsked: 0 }, POLLED).misdirected).toEqual(misdirected)
  expect(compareOneTwo({ yes: 0, no: 0, unsure: 0, notAnswered: 0, notAsked: 9 }, POLLED).misdirected.share).toBe(null)
})

test('days from the poll to the call are counted where both are known', () => {
  expect(daysBetween('2011-04-20', '2011-05-02')).toBe(12)
  expect([daysBetween(undefined, '2011-05-02'), daysBetween('2011-05-03', '2011-05-02')]).toEqual([null, null])
})
