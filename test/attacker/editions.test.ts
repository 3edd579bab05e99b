import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import { cellId, type Coordinates } from '../../functions/domain/cube/coordinates.ts'
import type { ExactCube } from '../../functions/domain/cube/exact-cube.ts'
import type { ProtectedCube } from '../../functions/domain/cube/protected-cube.ts'
import { type Protection, protect } from '../../functions/domain/protection/protect.ts'
import { smallWorld, worldOf } from '../support/small-worlds.ts'
import { keyNamed } from '../support/test-key.ts'
import { searchNarrowChanges } from './attack.ts'
import { answersOf, foundByMean, narrowestMeet } from './many-answers.ts'
import { cubeOf, peopleOf, personOf, randomOf, type Told, type World } from './populations.ts'

const ATTACKED = Math.ceil(Number(process.env['ATTACKED'] ?? 2) / 2)
const keyed = keyNamed('editions')

type Plan = {
  count: number
  more: number
  /** Where those come from who come later. */ from?: World
  isDamped?: boolean
}
function byId<T extends { at: Coordinates }>(cells: T[]): Map<string, T> {
  return new Map(cells.map((cell) => [cellId(cell.at), cell]))
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
  `who knows all but the key, and that nobody left, finds no change between two editions that leaves less than five values, in ${ATTACKED} populations`,
  { timeout: 60_000 + ATTACKED * 180_000 },
  async () => {
    for (let seed = 1; seed <= ATTACKED; seed += 1) {
      const [first, second] = editionsOf(smallWorld(seed), seed, { count: 2, more: 1 + (seed % 7) })
      expect(await searchNarrowChanges([first!.cube, second!.cube], 4), `population ${seed}`).toMatchObject({ narrow: [], isContradicted: false }) // prettier-ignore
    }
  },
)

test('one report more moves hardly more numbers than none, and hardly ever turns a zero into suppressed', () => {
  const moved = [0, 0, 0].map(() => ({ seen: 0, all: 0 }))
  for (let seed = 1; seed <= 8; seed += 1) {
    const [first, without] = editionsOf(smallWorld(seed), seed, { count: 2, more: 0 })
    const [, withOne] = editionsOf(smallWorld(seed), seed, { count: 2, more: 1 })
    const [before, truth] = [byId(first!.cube.cells), byId(first!.exact.cells)]
    for (const [which, { exact, cube }] of [without!, withOne!].entries()) {
      const now = byId(cube.cells)
      for (const { at, all } of exact.cells) {
        const id = cellId(at)
        if (!before.has(id) || (which === 1 && all!.reporters === truth.get(id)!.all!.reporters)) continue
        const where = which === 1 && before.get(id)!.all === 'zero' ? 2 : which
        moved[where]!.seen += Number(!isDeepStrictEqual(before.get(id), now.get(id)))
        moved[where]!.all += 1
      }
    }
  }
  const [none, one, fromZero] = moved.map(({ seen, all }) => seen / all)
  expect(moved[1]!.all).toBeGreaterThan(100)
  expect(none).toBeLessThan(0.04)
  expect(one).toBeLessThan(0.1)
  expect(fromZero).toBeLessThan(0.2)
})

/** What so many editions say of the cells in which the same people are from the first to the last; those who come later come elsewhere. */
function ofUnchanged(count: number, isDamped = true) {
  const editions = editionsOf(worldOf(4, 3, 500), 11, { count, more: 2, from: worldOf(1, 1, 0), isDamped })
  const [first, last] = [editions[0]!.exact, editions.at(-1)!.exact]
  const then = new Map(first.cells.map(({ at, all }) => [cellId(at), all!.reporters]))
  const cells = last.cells.filter(({ at, all }) => then.get(cellId(at)) === all!.reporters)
  return answersOf(editions.map(({ cube }) => cube), { ...last, cells }) // prettier-ignore
}

test('twenty editions say no more of a cell that did not change than one does', () => {
  const answers = ofUnchanged(20)
  expect(answers.length).toBeGreaterThan(10)
  expect(narrowestMeet(answers)).toBeGreaterThanOrEqual(5)
  expect(foundByMean(answers)).toBeLessThan(0.35)
})

/** In each of several places, so many people of whom the attacker knows nothing, and twenty fakes that let their number be shown. */
const PLACES = worldOf(8, 2, 0)

/** What the mean of all editions, less the fakes known, says of these places; in every other edition there are ten to fourteen fakes more, so that rounding does not stand in the way. */
function meanBesideFakes(count: number, isDamped = true): { within: number; all: number } {
  let [within, all] = [0, 0]
  for (let key = 0; key < 3; key += 1) {
    const there = (place: number, more: number, from: number) => Array.from({ length: more }, (_, n) => inRiding(PLACES.ridings[place]!, from + 1000 * place + n)) // prettier-ignore
    const hidden = PLACES.ridings.map((_, place) => 2 + ((place * 3 + key) % 8))
    const steady = PLACES.ridings.flatMap((_, place) => there(place, hidden[place]! + 20, 0))
    const coming = (more: number) => PLACES.ridings.flatMap((_, place) => there(place, more, 500))
    const seen = PLACES.ridings.map((): number[] => [])
    let previous: Protection['previous']
    for (let edition = 1; edition <= count; edition += 1) {
      const more = edition % 2 === 0 ? 10 + ((edition / 2) % 5) : 0
      const exact = cubeOf([...steady, ...coming(more)], PLACES, edition)
      const { cube, memory } = protect(exact, { keyed: keyNamed(`fakes ${key}`), ...(previous && isDamped ? { previous } : {}) }) // prettier-ignore
      previous = memory
      const shown = byId(cube.cells)
      for (const [place, riding] of PLACES.ridings.entries()) {
        const counts = shown.get(cellId({ riding }))!.all
        if (typeof counts === 'object') seen[place]!.push(counts.reporters - 20 - more)
      }
    }
    for (const [place, answers] of seen.entries()) {
      const mean = answers.reduce((a, b) => a + b, 0) / answers.length
      within += Number(Math.abs(mean - hidden[place]!) <= 1)
      all += 1
    }
  }
  return { within, all }
}

function inRiding(riding: string, reporter: number): Told[] {
  return personOf(reporter, { ...PLACES, ridings: [riding] }, randomOf(reporter)).slice(0, 1).map((told) => ({ ...told, at: { ...told.at, election: 'federal', riding } })) // prettier-ignore
}

test('who lets fakes come and go finds by the mean of twenty editions no more than by one', () => {
  const [once, often] = [meanBesideFakes(1), meanBesideFakes(20)]
  expect(once.within / once.all).toBeLessThan(0.65)
  expect(often.within / often.all).toBeLessThan(0.65)
})

test('control: where each edition strays by itself, the mean of what fakes bring about finds nearly all', () => {
  const { within, all } = meanBesideFakes(10, false)
  expect(within / all).toBeGreaterThan(0.8)
})

test('control: editions without memory of the one before pin down what did not change', () => {
  const answers = ofUnchanged(12, false)
  expect(narrowestMeet(answers)).toBeLessThan(5)
  expect(foundByMean(answers)).toBeGreaterThan(0.5)
})
