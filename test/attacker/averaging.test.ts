import { expect, test } from 'vitest'
import { cellId } from '../../functions/domain/cube/coordinates.ts'
import { latticeOf } from '../../functions/domain/cube/lattice.ts'
import type { ProtectedCube } from '../../functions/domain/cube/protected-cube.ts'
import { protect } from '../../functions/domain/protection/protect.ts'
import { worldOf } from '../support/small-worlds.ts'
import { keyNamed } from '../support/test-key.ts'
import { answersOf, foundByMean } from './many-answers.ts'
import { cubeOf, peopleOf, randomOf } from './populations.ts'

const WORLD = worldOf(4, 3, 300)
const exact = cubeOf(peopleOf(WORLD, randomOf(5)), WORLD)
const ask = (key: string): ProtectedCube => protect(exact, { keyed: keyNamed(key) }).cube

test('asking a hundred times gives one answer, and its mean is no nearer to the truth', () => {
  const once = ask('the key')
  const answers = answersOf(Array.from({ length: 100 }, (_, n) => (n % 20 === 0 ? ask('the key') : once)), exact) // prettier-ignore
  expect(answers.every(({ shown }) => new Set(shown).size === 1)).toBe(true)
  expect(foundByMean(answers)).toBe(foundByMean(answersOf([once], exact)))
})

test('control: noise drawn anew for each answer is averaged away', () => {
  const cubes = Array.from({ length: 40 }, (_, n) => ask(`key ${n}`))
  const found = foundByMean(answersOf(cubes, exact))
  const once = foundByMean(answersOf([cubes[0]!], exact))
  expect(found).toBeGreaterThan(0.4)
  expect(found).toBeGreaterThan(2 * once)
})

test('adding up the same people along different ways does not find their number', () => {
  let [found, all] = [0, 0]
  for (let key = 0; key < 15; key += 1) {
    for (const { truth, ways } of waysTo(ask(`key ${key}`))) {
      found += Number(Math.round(ways.reduce((a, b) => a + b) / ways.length) === truth)
      all += 1
    }
  }
  expect(found / all).toBeLessThan(0.35)
})

/** Of each cell, its own count of complaints, and the sums of its parts by each dimension in which none is suppressed. */
function waysTo(cube: ProtectedCube): { truth: number; ways: number[] }[] {
  const lattice = latticeOf(cube.cells.map(({ at }) => at))
  const truth = new Map(exact.cells.map(({ at, all }) => [cellId(at), all!.complaints]))
  const shownOf = (cell: number): number => {
    const { all } = cube.cells[cell]!
    return typeof all === 'object' ? all.complaints : all === 'zero' ? 0 : NaN
  }
  return cube.cells.flatMap(({ at }, cell) => {
    const groups = lattice.under[cell]!.map((group) => lattice.groups[group]!).filter(({ isWhole }) => isWhole)
    const sums = groups.map(({ parts }) => parts.reduce((sum, part) => sum + shownOf(part), 0))
    const ways = [shownOf(cell), ...sums].filter((n) => !Number.isNaN(n))
    return ways.length < 2 ? [] : [{ truth: truth.get(cellId(at))!, ways }]
  })
}
