import { expect, test } from 'vitest'
import { cellId } from '../../../functions/domain/cube/coordinates.ts'
import type { Counts, ExactCube } from '../../../functions/domain/cube/exact-cube.ts'
import type { ProtectedCube, Shown } from '../../../functions/domain/cube/protected-cube.ts'
import { protect } from '../../../functions/domain/protection/protect.ts'
import { cubeOf, peopleOf, randomOf } from '../../attacker/populations.ts'
import { smallWorld, worldOf } from '../../support/small-worlds.ts'
import { keyNamed } from '../../support/test-key.ts'

const WORLD = worldOf(6, 4, 900)
const keyed = keyNamed('the key')

function exactOf(people = 900, edition = 1): ExactCube {
  return cubeOf([...peopleOf({ ...WORLD, people }, randomOf(1))], WORLD, edition)
}

function byId<T extends { at: object }>(cells: T[]): Map<string, T> {
  return new Map(cells.map((cell) => [cellId(cell.at), cell]))
}

function isCounts(shown: Shown): shown is Counts {
  return typeof shown === 'object'
}

test('the same edition is protected in the same way, whenever and in whatever order it is told', () => {
  const exact = exactOf()
  const again = { ...exact, cells: exact.cells.toReversed() }
  expect(JSON.stringify(protect(again, { keyed }))).toBe(JSON.stringify(protect(exact, { keyed })))
})

test('another key shows other numbers', () => {
  const [a, b] = ['a', 'b'].map((name) => protect(exactOf(), { keyed: keyNamed(name) }).cube)
  expect(JSON.stringify(a)).not.toBe(JSON.stringify(b))
})

test('every count shown is a multiple of five, at most seven from the true one', () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const exact = cubeOf(peopleOf(smallWorld(seed), randomOf(seed)), smallWorld(seed))
    const truth = byId(exact.cells)
    for (const { at, ...variants } of protect(exact, { keyed }).cube.cells) {
      for (const variant of ['all', 'own'] as const) {
        const shown = variants[variant]
        if (!isCounts(shown)) continue
        for (const count of ['reports', 'reporters', 'complaints'] as const) {
          expect(shown[count] % 5).toBe(0)
          expect(Math.abs(shown[count] - truth.get(cellId(at))![variant]![count])).toBeLessThanOrEqual(7)
        }
      }
    }
  }
})

test('no count of fewer than five reporters is shown, nor the digits of a caller ID that fewer than five told of', () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const exact = cubeOf(peopleOf(smallWorld(seed), randomOf(seed)), smallWorld(seed))
    const truth = byId(exact.cells)
    for (const cell of protect(exact, { keyed }).cube.cells) {
      const shown = (['all', 'own'] as const).filter((variant) => isCounts(cell[variant]) || (variant === 'all' && 'caller' in cell.at)) // prettier-ignore
      const reporters = shown.map((variant) => truth.get(cellId(cell.at))![variant]!.reporters)
      expect(Math.min(5, ...reporters)).toBe(5)
    }
  }
})

test('zero is said only where nobody is, and about a quarter of these cells are suppressed like small ones', () => {
  const world = worldOf(8, 4, 60)
  const exact = cubeOf(peopleOf(world, randomOf(3)), world)
  const shown = byId(protect(exact, { keyed }).cube.cells)
  const [zeros, others] = [true, false].map((isZero) => exact.cells.filter(({ at, all }) => shown.has(cellId(at)) && (all!.reports === 0) === isZero)) // prettier-ignore
  expect(others!.filter(({ at }) => shown.get(cellId(at))!.all === 'zero')).toEqual([])
  const hidden = zeros!.filter(({ at }) => shown.get(cellId(at))!.all === 'suppressed').length
  expect(hidden / zeros!.length).toBeGreaterThan(0.2)
  expect(hidden / zeros!.length).toBeLessThan(0.6)
})

test('what the source does not know is missing, neither zero nor suppressed', () => {
  const exact = exactOf()
  const cells = exact.cells.map((cell) => ({ ...cell, own: null })).concat([{ at: { age: '18-24' }, all: null, own: null } as never]) // prettier-ignore
  const shown = byId(protect({ ...exact, cells }, { keyed }).cube.cells)
  expect(shown.get('age=18-24')).toMatchObject({ all: 'missing', own: 'missing' })
  expect(shown.get('')).toMatchObject({ own: 'missing' })
})

test('no cell outside of the closed cube is protected', () => {
  const exact = exactOf()
  const cells = [...exact.cells, { at: { kind: 'live', door: 'web' }, all: null, own: null }]
  expect(() => protect({ ...exact, cells }, { keyed })).toThrow('kind and door')
})

test('numbers that cannot be of any people are refused: no decoy could be drawn around them', () => {
  const exact = exactOf()
  const broken = (id: string, more: number) => exact.cells.map((cell) => (cellId(cell.at) === id ? { ...cell, all: { ...cell.all!, reports: cell.all!.reports + more } } : cell)) // prettier-ignore
  expect(() => protect({ ...exact, cells: broken('kind=live', 1) }, { keyed })).toThrow('nobody can be counted')
  expect(() => protect({ ...exact, cells: broken('prefix=withheld', -5000) }, { keyed })).toThrow('nobody can be counted') // prettier-ignore
})

test('what is shown of a cell stays until five to nine people more or less are in it', () => {
  const first = protect(exactOf(900, 1), { keyed })
  const second = protect(exactOf(903, 2), { keyed, previous: first.memory })
  const [before, after] = [byId(first.cube.cells), byId(second.cube.cells)]
  const moved = [...after].filter(([id, cell]) => before.get(id)?.all !== 'zero' && JSON.stringify(before.get(id)) !== JSON.stringify(cell)) // prettier-ignore
  expect(moved).toEqual([])
  const third = protect(exactOf(950, 3), { keyed, previous: second.memory })
  expect(totalOf(third.cube)).not.toEqual(totalOf(first.cube))
})

test('an edition comes after the previous one, of the same event', () => {
  const { memory } = protect(exactOf(900, 2), { keyed })
  expect(() => protect(exactOf(900, 2), { keyed, previous: memory })).toThrow('after the previous one')
})

test('what has lost its last report is still listed where its counts were shown', () => {
  const first = protect(exactOf(900, 1), { keyed })
  const exact = exactOf(900, 2)
  const cells = exact.cells.filter(({ at }) => !('prefix' in at || 'caller' in at))
  const listed = byId(protect({ ...exact, cells }, { keyed, previous: first.memory }).cube.cells)
  const gone = first.cube.cells.filter(({ at }) => 'prefix' in at).map(({ at }) => cellId(at))
  expect(gone.length).toBeGreaterThan(0)
  expect(gone.every((id) => typeof first.memory.cells[id]!.all.shown === 'object')).toBe(true)
  // As many people less as there were: each of these moved, and is shown no more.
  expect(gone.filter((id) => listed.has(id))).toEqual([])
  expect(JSON.stringify([...listed.keys()])).not.toMatch(/prefix=/)
})

function totalOf({ cells }: ProtectedCube): Shown | undefined {
  return cells.find(({ at }) => cellId(at) === '')?.all
}
