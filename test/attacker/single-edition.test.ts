import { expect, test } from 'vitest'
import { protect } from '../../functions/domain/protection/protect.ts'
import { smallWorld } from '../support/small-worlds.ts'
import { keyNamed } from '../support/test-key.ts'
import { exactlyFound, type Findings, searchNarrow } from './attack.ts'
import {
  cellByCell,
  exactTotals,
  KNOWING_CELL_BY_CELL,
  KNOWING_EXACT,
  KNOWING_EXACT_TOTALS,
  onlySuppressed,
} from './broken.ts'
import { GUESSING, knowing } from './knowledge.ts'
import { cubeOf, peopleOf, randomOf } from './populations.ts'

const ATTACKED = Number(process.env['ATTACKED'] ?? 3)
const CONTROLS = 2
const seeds = (n: number) => Array.from({ length: n }, (_, seed) => seed + 1)

function editionOf(seed: number) {
  const exact = cubeOf(peopleOf(smallWorld(seed), randomOf(seed)), smallWorld(seed))
  return { exact, cube: protect(exact, { keyed: keyNamed(`${seed}`) }).cube }
}

test(
  `who knows all but the key finds no number within less than five, in ${ATTACKED} populations`,
  { timeout: 60_000 + ATTACKED * 60_000 },
  async () => {
    for (const seed of seeds(ATTACKED)) {
      const { cube } = editionOf(seed)
      expect(await searchNarrow(cube, knowing(cube.rule)), `population ${seed}`).toMatchObject({ narrow: [], isContradicted: false }) // prettier-ignore
    }
  },
)

test(
  'who takes the numbers for rounded ones meets contradictions, or is right by luck in less than one of 500 numbers',
  { timeout: 180_000 + ATTACKED * 10_000 },
  async () => {
    let [asked, right, contradicted] = [0, 0, 0]
    for (const seed of seeds(ATTACKED)) {
      const { exact, cube } = editionOf(seed)
      const findings = await searchNarrow(cube, GUESSING, 1)
      asked += findings.asked
      right += exactlyFound(findings, exact).length
      contradicted += Number(findings.isContradicted)
    }
    expect(contradicted).toBeGreaterThan(ATTACKED / 10)
    expect(right).toBeLessThan(asked / 500)
  },
)

async function found(attack: (seed: number) => Promise<Findings>): Promise<number> {
  let narrow = 0
  for (const seed of seeds(CONTROLS)) narrow += (await attack(seed)).narrow.length
  return narrow
}

test('control: cells rounded one by one are found out', async () => {
  const attack = async (seed: number) => await searchNarrow(cellByCell(editionOf(seed).exact, randomOf(seed)), KNOWING_CELL_BY_CELL) // prettier-ignore
  expect(await found(attack)).toBeGreaterThan(20)
})

test('control: without secondary suppression small counts are found exactly', async () => {
  let exactly = 0
  for (const seed of seeds(CONTROLS)) {
    const { exact } = editionOf(seed)
    exactly += exactlyFound(await searchNarrow(onlySuppressed(exact), KNOWING_EXACT, 1), exact).length
  }
  expect(exactly).toBeGreaterThan(20)
})

test('control: totals that are not protected give cells away', async () => {
  const attack = async (seed: number) => {
    const { exact, cube } = editionOf(seed)
    return await searchNarrow(exactTotals(exact, cube), KNOWING_EXACT_TOTALS)
  }
  expect(await found(attack)).toBeGreaterThan(20)
})
