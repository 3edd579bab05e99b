import { expect, test } from 'vitest'
import { isKept, sayClaim } from '../../bench/instruments/claim.ts'
import { interleave, median, quantile } from '../../bench/instruments/samples.ts'

test('rounds alternate, so that neither always comes first', async () => {
  const order: string[] = []
  const samples = await interleave(3, {
    own: () => order.push('own'),
    floor: () => order.push('floor'),
  })
  expect(order).toEqual(['own', 'floor', 'floor', 'own', 'own', 'floor'])
  expect(samples).toEqual({ own: [1, 4, 5], floor: [2, 3, 6] })
})

test('the median and a quantile are samples that were measured', () => {
  expect(median([9, 1, 5])).toBe(5)
  expect(quantile([...Array(100).keys()], 0.99)).toBe(98)
  expect(quantile([7], 0.5)).toBe(7)
})

test('a promise is kept up to its bound and broken beyond it', () => {
  const claim = { what: 'module start receive-report', unit: '×', atMost: 1.5 } as const
  expect(sayClaim({ ...claim, measured: 1.3149 })).toBe('module start receive-report 1.31× (≤ 1.5) ok')
  expect(sayClaim({ ...claim, measured: 1.6 })).toMatch(/BROKEN$/)
  expect(sayClaim({ ...claim, measured: 1.4, aim: 1.3 })).toMatch(/ 1.40× \(≤ 1.5, aim 1.3\) ok$/)
  expect(isKept({ what: 'x', unit: '×', measured: 0.69, atLeast: 0.7 })).toBe(false)
  expect(isKept({ what: 'x', unit: '×', measured: Number.NaN, atLeast: 0.7 })).toBe(false)
})
