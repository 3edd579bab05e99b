import { expect, test } from 'vitest'
import { cellId } from '../../../functions/domain/cube/coordinates.ts'
import type { ExactCell } from '../../../functions/domain/cube/exact-cube.ts'
import { latticeOf } from '../../../functions/domain/cube/lattice.ts'
import { SIX, sixOf } from '../../../functions/domain/protection/counters.ts'
import { decoyOf } from '../../../functions/domain/protection/decoy.ts'
import { keyStream } from '../../../functions/domain/protection/key-stream.ts'
import { cubeOf, peopleOf, randomOf } from '../../attacker/populations.ts'
import { countedWeek } from '../../support/counted-week.ts'
import { worldOf } from '../../support/small-worlds.ts'
import { keyNamed } from '../../support/test-key.ts'

const KEYS = 25

/** Of each count of five and more, how many values it takes under as many keys, and their mean distance from the truth. */
function strayed(cells: ExactCell[]): { id: string; values: number; bias: number }[] {
  const lattice = latticeOf(cells.map(({ at }) => at))
  const exact = Int32Array.from(cells.flatMap(sixOf))
  const decoys = Array.from({ length: KEYS }, (_, key) => decoyOf(lattice, exact, { stream: keyStream(keyNamed(`${key}`)('decoy')), least: () => null })) // prettier-ignore
  const large = [...exact.keys()].filter((n) => exact[n]! >= 5)
  return large.map((n) => {
    const values = decoys.map((decoy) => decoy[n]!)
    const bias = values.reduce((a, b) => a + b) / KEYS - exact[n]!
    return { id: `${cellId(lattice.at[Math.floor(n / SIX)]!)} ${n % SIX}`, values: new Set(values).size, bias }
  })
}

const world = { ...worldOf(4, 3, 150), hasPolls: true }
const CUBES = {
  'a small election': () => cubeOf(peopleOf(world, randomOf(1)), world).cells,
  'a week that the stats table counted': () => countedWeek(300),
}

for (const [name, cells] of Object.entries(CUBES)) {
  test(`${name}: no count of five and more is nearly always the true one, nor always on one side of it`, () => {
    const counts = strayed(cells())
    expect(counts.length).toBeGreaterThan(100)
    expect(counts.filter(({ values }) => values < 4)).toEqual([])
    expect(counts.filter(({ bias }) => Math.abs(bias) > 2.5)).toEqual([])
  })
}
