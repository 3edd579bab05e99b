import { expect, test, vi } from 'vitest'
import { cellId } from '../../functions/domain/cube/coordinates.ts'
import type { ExactCube } from '../../functions/domain/cube/exact-cube.ts'
import type { ProtectedCube } from '../../functions/domain/cube/protected-cube.ts'
import { type Protection, protect } from '../../functions/domain/protection/protect.ts'
import { smallWorld, worldOf } from '../support/small-worlds.ts'
import { keyNamed } from '../support/test-key.ts'
import { searchNarrowChanges } from './attack.ts'
import { answersOf, foundByMean, narrowestMeet } from './many-answers.ts'
import { cubeOf, peopleOf, personOf, randomOf, type World } from './populations.ts'

// A minute may be short beside other work on two cores.
vi.setConfig({ testTimeout: 180_000 })

const ATTACKED = Math.ceil(Number(process.env['ATTACKED'] ?? 4) / 2)
const keyed = keyNamed('editions')

type Plan = {
  count: number
  more: number
  /** Where those come from who come later. */ from?: World
  isDamped?: boolean
}
type Edition = { exact: ExactCube; cube: ProtectedCube }

/** Editions of one event, each with some people more. */
function editionsOf(world: World, seed: number, { count, more, from = world, isDamped = true }: Plan): Edition[] {
  const people = [...peopleOf(world, randomOf(seed))]
  const editions: Edition[] = []
  let previous: Protection['previous']
  for (let edition = 1; edition <= count; edition += 1) {
    const exact = cubeOf(people, world, edition)
    const { cube, memory } = protect(exact, { keyed, ...(previous && isDamped ? { previous } : {}) })
    previous = memory
    editions.push({ exact, cube })
    for (let n = 0; n < more; n += 1) people.push(personOf(people.length, from, randomOf(1000 + people.length)))
  }
  return editions
}

test(
  `who knows all but the key finds no change between two editions within less than five, in ${ATTACKED} populations`,
  { timeout: 60_000 + ATTACKED * 180_000 },
  async () => {
    for (let seed = 1; seed <= ATTACKED; seed += 1) {
      const [first, second] = editionsOf(smallWorld(seed), seed, { count: 2, more: 1 + (seed % 7) })
      expect(await searchNarrowChanges([first!.cube, second!.cube]), `population ${seed}`).toMatchObject({ narrow: [], isContradicted: false }) // prettier-ignore
    }
  },
)

test('one report more moves no number, and turns at most what was zero into suppressed', () => {
  for (let seed = 1; seed <= 8; seed += 1) {
    const [first, second] = editionsOf(smallWorld(seed), seed, { count: 2, more: 1 })
    const before = new Map(first!.cube.cells.map((cell) => [cellId(cell.at), cell]))
    for (const { at, all, own } of second!.cube.cells) {
      const was = before.get(cellId(at))
      const wasCounted = was !== undefined && was.all !== 'zero'
      const may = wasCounted ? [[was.all, was.own]] : [['zero', 'zero'], ['suppressed', 'suppressed']] // prettier-ignore
      expect(may).toContainEqual([all, own])
    }
  }
})

/** What thirty editions say of the cells in which the same people are from the first to the last; those who come later come elsewhere. */
function ofUnchanged(isDamped: boolean) {
  const editions = editionsOf(worldOf(4, 3, 500), 11, { count: 30, more: 2, from: worldOf(1, 1, 0), isDamped })
  const [first, last] = [editions[0]!.exact, editions.at(-1)!.exact]
  const then = new Map(first.cells.map(({ at, all }) => [cellId(at), all!.reporters]))
  const cells = last.cells.filter(({ at, all }) => then.get(cellId(at)) === all!.reporters)
  return answersOf(editions.map(({ cube }) => cube), { ...last, cells }) // prettier-ignore
}

test('thirty editions say no more of a cell that did not change than one does', () => {
  const answers = ofUnchanged(true)
  expect(answers.length).toBeGreaterThan(10)
  expect(narrowestMeet(answers)).toBe(14)
  expect(foundByMean(answers)).toBeLessThan(0.35)
})

test('control: editions without memory of the one before pin down what did not change', () => {
  const answers = ofUnchanged(false)
  expect(narrowestMeet(answers)).toBeLessThan(5)
  expect(foundByMean(answers)).toBeGreaterThan(0.5)
})
