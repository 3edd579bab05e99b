import { expect, test } from 'vitest'
import { exactShare } from '../../functions/domain/exact-interval.ts'

// As R's binom.test answers.
test.each([
  [0, 10, 0, 0, 0.3085],
  [1, 10, 0.1, 0.0025, 0.445],
  [5, 10, 0.5, 0.1871, 0.8129],
  [8, 10, 0.8, 0.4439, 0.9748],
  [10, 10, 1, 0.6915, 1],
  [682, 925, 0.7373, 0.7077, 0.7654],
  [1, 1, 1, 0.025, 1],
])('%i of %i', (count, of, share, low, high) => {
  expect(exactShare(count, of)).toEqual({ share, low, high })
})

test('its bounds are where a share of so many or more, or so few or fewer, has a probability of 2.5 %', () => {
  const atLeast = (k: number, n: number, p: number) => {
    let [sum, log] = [0, n * Math.log1p(-p)]
    for (let x = 0; x <= n; x += 1) {
      if (x >= k) sum += Math.exp(log)
      log += Math.log((n - x) / (x + 1)) + Math.log(p / (1 - p))
    }
    return sum
  }
  for (const [k, n] of [
    [3, 7],
    [40, 90],
    [1200, 2448],
    [60, 5000],
  ] as const) {
    // prettier-ignore
    const { low, high } = exactShare(k, n)
    expect(atLeast(k, n, low! - 0.0001)).toBeLessThan(0.025)
    expect(atLeast(k, n, low! + 0.0001)).toBeGreaterThan(0.025)
    expect(1 - atLeast(k + 1, n, high! - 0.0001)).toBeGreaterThan(0.025)
    expect(1 - atLeast(k + 1, n, high! + 0.0001)).toBeLessThan(0.025)
  }
})

test('of nothing there is no share', () => {
  expect(exactShare(0, 0)).toEqual({ share: null, low: null, high: null })
})
