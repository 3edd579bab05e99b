import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linkage } from '../../../functions/domain/matching/linkage.ts'
import { MERGED_FROM, POSSIBLE_FROM } from '../../../functions/domain/matching/match-weights.ts'

type Pairs = Record<string, { weight: number; callTime?: number }>

/** Groups of so many reports; what is not said of a pair weighs nothing. */
function linked(count: number, pairs: Pairs): string[] {
  const between = (i: number, j: number) => {
    const { weight, callTime } = pairs[`${Math.min(i, j)}-${Math.max(i, j)}`] ?? { weight: 0 }
    return { weight, parts: { message: weight, ...(callTime === undefined ? {} : { callTime }) } }
  }
  return linkage(count, between).map((group) => group.toSorted((a, b) => a - b).join())
}

test('two that weigh enough are one group, from the threshold on', () => {
  expect(linked(2, { '0-1': { weight: MERGED_FROM } })).toEqual(['0,1'])
  expect(linked(2, { '0-1': { weight: MERGED_FROM - 0.1 } })).toEqual(['0', '1'])
})

test('like one of a group and unlike the other is not enough: nothing chains', () => {
  expect(linked(3, { '0-1': { weight: 12 }, '1-2': { weight: 8 }, '0-2': { weight: -6 } })).toEqual(['0,1', '2'])
})

test('what is as like one call as another is left with neither, unless one of them is the likelier by far', () => {
  const between = (one: number, other: number) =>
    linked(3, { '0-1': { weight: one }, '1-2': { weight: other }, '0-2': { weight: -6 } })
  expect(between(9, 9)).toEqual(['0', '1', '2'])
  expect(between(9, 8)).toEqual(['0', '1', '2'])
  expect(between(9, 6)).toEqual(['0,1', '2'])
  expect(linked(3, { '0-1': { weight: 9 }, '1-2': { weight: 9 }, '0-2': { weight: 7 } })).toEqual(['0,1,2'])
})

test('two that may be pieces of one call, though their times part them, do not part a third from both', () => {
  const between = (weight: number) =>
    linked(3, { '0-1': { weight: 9 }, '1-2': { weight: 9 }, '0-2': { weight, callTime: -1 } })
  expect(between(POSSIBLE_FROM)).toEqual(['0,1', '2'])
  expect(between(POSSIBLE_FROM - 0.1)).toEqual(['0', '1', '2'])
})

test('like one of a group, and half like the other, is: what counts is the average', () => {
  expect(linked(3, { '0-1': { weight: 9 }, '1-2': { weight: 8 }, '0-2': { weight: 4 } })).toEqual(['0,1,2'])
  expect(linked(3, { '0-1': { weight: 9 }, '1-2': { weight: 6 }, '0-2': { weight: 3 } })).toEqual(['0,1', '2'])
})

test('where the times of two keep them apart, no third brings them together', () => {
  const near = { '0-1': { weight: 12 }, '1-2': { weight: 8 } }
  expect(linked(3, { ...near, '0-2': { weight: 4, callTime: -1.4 } })).toEqual(['0,1', '2'])
})

test('a pair that has nothing to compare is not asked', () => {
  const silent = { weight: 0.2, parts: { riding: 0.2 } }
  const telling = { weight: 7, parts: { message: 7 } }
  expect(linkage(3, (i, j) => (i + j === 2 ? silent : telling))).toHaveLength(1)
  expect(linkage(2, () => silent)).toHaveLength(2)
})

test('a long row of neighbours falls into pairs', () => {
  const row: Pairs = {}
  for (let i = 0; i < 9; i += 1) {
    for (let j = i + 1; j < 9; j += 1) row[`${i}-${j}`] = { weight: j > i + 1 ? -5 : i % 2 === 0 ? 12 : 8 }
  }
  expect(linked(9, row)).toEqual(['0,1', '2,3', '4,5', '6,7', '8'])
})

test('in every group the pairs weigh enough on average, and none speaks against it', () => {
  const weights = fc.array(fc.integer({ min: -100, max: 140 }), { minLength: 45, maxLength: 45 })
  fc.assert(
    fc.property(weights, (tenths) => {
      const weightOf = (i: number, j: number) => tenths[(Math.max(i, j) * (Math.max(i, j) - 1)) / 2 + Math.min(i, j)]! / 10 // prettier-ignore
      const groups = linkage(10, (i, j) => ({ weight: weightOf(i, j), parts: { message: 1 } }))
      expect(groups.flat().toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
      for (const group of groups) {
        const pairs = group.flatMap((i) => group.filter((j) => j > i).map((j) => weightOf(i, j)))
        expect(pairs.every((weight) => weight >= 0)).toBe(true)
        expect(pairs.reduce((sum, weight) => sum + weight, 0)).toBeGreaterThanOrEqual(MERGED_FROM * pairs.length - 1e-6)
      }
    }),
  )
})
