import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SUPPRESSED } from '../../../functions/domain/dataset/table.ts'
import { exactShare } from '../../../functions/domain/exact-interval.ts'
import { OFF, sharesOf } from '../../../functions/domain/published/shares.ts'

test('the interval of a share holds that of every population that the shown counts may stand for', () => {
  const answer = fc.record({ shown: fc.integer({ min: 2, max: 60 }).map((n) => 5 * n), off: fc.integer({ min: -OFF, max: OFF }) }) // prettier-ignore
  const few = fc.integer({ min: 0, max: 14 })
  fc.assert(
    fc.property(
      fc.array(answer, { minLength: 1, maxLength: 6 }),
      fc.array(few, { maxLength: 3 }),
      (answers, hidden) => {
        const truth = answers.map(({ shown, off }) => shown + off)
        const of = [...truth, ...hidden].reduce((sum, n) => sum + n, 0)
        const shares = sharesOf([...answers.map(({ shown }) => shown), ...hidden.map(() => SUPPRESSED)])
        return truth.every((n, i) => {
          const { low, high } = exactShare(n, of)
          return shares[i]!.low! <= low! && shares[i]!.high! >= high!
        })
      },
    ),
    { numRuns: 2_000 },
  )
})

test('without a count that is shown there is nothing to share, and nothing of what is suppressed', () => {
  expect(sharesOf([SUPPRESSED, null])).toEqual(Array(2).fill({ of: null, share: null, low: null, high: null }))
  expect(sharesOf([0, SUPPRESSED])[0]).toEqual({ of: 0, share: null, low: null, high: null })
  expect(sharesOf([50, SUPPRESSED])[1]).toMatchObject({ of: 50, share: null })
})
