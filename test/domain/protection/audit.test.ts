import { expect, test } from 'vitest'
import { cellId } from '../../../functions/domain/cube/coordinates.ts'
import type { ProtectedCube } from '../../../functions/domain/cube/protected-cube.ts'
import { audit } from '../../../functions/domain/protection/audit.ts'
import { protect } from '../../../functions/domain/protection/protect.ts'
import { RULE } from '../../../functions/domain/protection/rule.ts'
import { cubeOf, peopleOf, randomOf } from '../../attacker/populations.ts'
import { smallWorld, worldOf } from '../../support/small-worlds.ts'
import { keyNamed } from '../../support/test-key.ts'

test('nothing that is protected is named', () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const exact = cubeOf(peopleOf(smallWorld(seed), randomOf(seed)), smallWorld(seed))
    expect(audit(protect(exact, { keyed: keyNamed(`${seed}`) }).cube)).toEqual([])
  }
})

test('nothing in an edition that follows another is named either', () => {
  for (let seed = 1; seed <= 10; seed += 1) {
    const people = [...peopleOf(smallWorld(seed), randomOf(seed))]
    const [first, second] = [people.slice(0, -6), people].map((those, n) => cubeOf(those, smallWorld(seed), n + 1))
    const keyed = keyNamed(`${seed}`)
    const { memory } = protect(first!, { keyed })
    expect(audit(protect(second!, { keyed, previous: memory }).cube)).toEqual([])
  }
})

test('a suppressed cell beside others that leave it no room is named', () => {
  const counts = (n: number) => ({ reports: n, reporters: n, complaints: n })
  const cell = (at: object, n: number) => ({ at, all: counts(n), own: counts(n) })
  const cells = [cell({}, 50), cell({ kind: 'live' }, 30), { at: { kind: 'text' }, all: 'suppressed', own: 'suppressed' }] as ProtectedCube['cells'] // prettier-ignore
  const cube: ProtectedCube = {
    event: 'test',
    edition: 1,
    asOf: '',
    changes: [],
    follows: null,
    rule: { ...RULE, reach: 0 },
    cells,
  }
  expect(audit(cube).map((leak) => leak.cell)).toContain('kind=text')
})

test('true numbers lie within what is found, however large the cube', () => {
  const world = worldOf(8, 4, 2000)
  const exact = cubeOf(peopleOf(world, randomOf(2)), world)
  const truth = new Map(exact.cells.map(({ at, all }) => [cellId(at), all!.reporters]))
  const { cube } = protect(exact, { keyed: keyNamed('bounds') })
  const found = audit(cube, Infinity).filter(({ number }) => number === 1)
  expect(found.length).toBeGreaterThan(200)
  expect(found.filter(({ cell, least, most }) => truth.get(cell)! < least || truth.get(cell)! > most)).toEqual([])
})
