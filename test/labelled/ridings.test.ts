import { describe, expect, test } from 'vitest'
import { resolveRiding } from '../../functions/domain/ridings/resolve-riding.ts'
import { isRepresentationOrder, ridingByNumber } from '../../functions/domain/ridings/riding.ts'
import { readLabelled } from './read-labelled.ts'

const rows = readLabelled<'text' | 'order' | 'expected'>('ridings').map(({ order, text, expected, difficulty }) => {
  if (!isRepresentationOrder(order)) throw new Error(`no order: ${order}`)
  const right = expected ? ridingByNumber(expected, order)!.id : undefined
  return { text, order, difficulty, right, given: resolveRiding(text, { order }).id }
})
const meant = rows.filter(({ right }) => right !== undefined)
const given = rows.filter((row) => row.given !== undefined)

describe('of the labelled spellings of ridings', () => {
  test('there are many, of all orders and many difficulties', () => {
    expect(meant.length).toBeGreaterThanOrEqual(600)
    expect(new Set(rows.map(({ difficulty }) => difficulty)).size).toBeGreaterThanOrEqual(30)
    expect(new Set(meant.map(({ order }) => order)).size).toBe(3)
  })

  test('98 in a hundred are resolved to the right riding', () => {
    const missed = meant.filter((row) => row.given !== row.right)
    expect({ missed, share: 1 - missed.length / meant.length }).toMatchObject({
      share: expect.toSatisfy(atLeast(0.98)),
    })
  })

  test('of those that are given a riding, 995 in a thousand are given the right one', () => {
    const wrong = given.filter((row) => row.given !== row.right)
    expect({ wrong, share: 1 - wrong.length / given.length }).toMatchObject({ share: expect.toSatisfy(atLeast(0.995)) })
  })

  test('those that could be another, or are none, are given no riding', () => {
    const hopeless = rows.filter(({ right }) => right === undefined)
    expect(hopeless.length).toBeGreaterThanOrEqual(100)
    expect(hopeless.filter((row) => row.given !== undefined)).toEqual([])
  })
})

function atLeast(bound: number): (share: number) => boolean {
  return (share) => share >= bound
}
