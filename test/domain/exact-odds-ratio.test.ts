import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exactOddsRatio } from '../../functions/domain/exact-odds-ratio.ts'

const ratioOf = ([exposed, unexposed, otherExposed, otherUnexposed]: readonly [number, number, number, number]) =>
  exactOddsRatio({ exposed, unexposed, otherExposed, otherUnexposed })

// By rational arithmetic, and what R's fisher.test answers, whose bounds are found to a ten thousandth between 0 and 1 only.
test.each([
  ['tea tasting (Fisher 1935)', [3, 1, 1, 3], [6.408, 0.2117, 626.2], [6.408309, 0.2117329, 621.9337505]],
  ['convictions of twins (Fisher 1962)', [2, 10, 15, 3], [0.04694, 0.003317, 0.3632], [0.04693661, 0.003325764, 0.363182271]], // prettier-ignore
  ['who is studying', [1, 9, 11, 3], [0.03721, 0.000636, 0.4259], [0.03723312, 0.0006438284, 0.4258840381]],
  ['made up', [7, 12, 3, 15], [2.833, 0.5073, 20.69], undefined],
] as const)('%s', (_, table, exact, r) => {
  const { oddsRatio, low, high } = ratioOf(table)
  expect([oddsRatio, low, high]).toEqual(exact)
  for (const [i, value] of (r ?? []).entries()) expect(Math.abs(exact[i]! / value - 1)).toBeLessThan(0.015)
})

test('what nothing speaks against has no bound', () => {
  expect(ratioOf([0, 5, 5, 5])).toMatchObject({ oddsRatio: 0, low: 0 })
  expect(ratioOf([5, 0, 5, 5])).toMatchObject({ oddsRatio: null, high: null })
  expect(ratioOf([0, 0, 3, 4])).toEqual({ oddsRatio: null, low: 0, high: null })
  expect(ratioOf([0, 0, 0, 0])).toEqual({ oddsRatio: null, low: 0, high: null })
})

test('of thousands it comes to the ratio of the odds', () => {
  const { oddsRatio, low, high } = ratioOf([900, 2100, 1500, 6000])
  expect(Math.abs(oddsRatio! - (900 * 6000) / (2100 * 1500))).toBeLessThan(0.01)
  expect([low < oddsRatio!, oddsRatio! < high!]).toEqual([true, true])
})

test('with the groups exchanged it is the inverse', () => {
  const count = fc.integer({ min: 1, max: 40 })
  fc.assert(
    fc.property(fc.tuple(count, count, count, count), ([a, b, c, d]) => {
      const [one, other] = [ratioOf([a, b, c, d]), ratioOf([c, d, a, b])]
      expect(one.oddsRatio! * other.oddsRatio!).toBeCloseTo(1, 2)
      expect(one.low * other.high!).toBeCloseTo(1, 2)
    }),
  )
})

test('what is left out of the sums changes no place of it: beside sums over every table', () => {
  const count = fc.integer({ min: 1, max: 400 })
  fc.assert(
    fc.property(fc.tuple(count, count, count, count), ([a, b, c, d]) => {
      const { oddsRatio, low, high } = ratioOf([a, b, c, d])
      const shares = (odds: number) => sharesOfAll([a, b, c, d], odds)
      const atLeast = shares(low).reduce((sum, { x, share }) => sum + (x >= a ? share : 0), 0)
      const atMost = shares(high!).reduce((sum, { x, share }) => sum + (x <= a ? share : 0), 0)
      const mean = shares(oddsRatio!).reduce((sum, { x, share }) => sum + x * share, 0)
      expect(atLeast).toBeCloseTo(0.025, 3)
      expect(atMost).toBeCloseTo(0.025, 3)
      expect(Math.abs(mean - a)).toBeLessThan(0.1)
    }),
    { numRuns: 50 },
  )
})

/** By the definition, of all tables with these margins. */
function sharesOfAll([a, b, c, d]: [number, number, number, number], odds: number): { x: number; share: number }[] {
  const [least, most] = [Math.max(0, a - d), Math.min(a + b, a + c)]
  const logs = Array.from({ length: most - least + 1 }, (_, n) => least + n).map((x) => {
    const factorials = [x, a + b - x, a + c - x, d - a + x].map((n) => logFactorial(n))
    return { x, log: x * Math.log(odds) - factorials.reduce((sum, n) => sum + n, 0) }
  })
  const top = Math.max(...logs.map(({ log }) => log))
  const all = logs.reduce((sum, { log }) => sum + Math.exp(log - top), 0)
  return logs.map(({ x, log }) => ({ x, share: Math.exp(log - top) / all }))
}

function logFactorial(n: number): number {
  return Array.from({ length: n }, (_, i) => Math.log(i + 1)).reduce((sum, log) => sum + log, 0)
}
