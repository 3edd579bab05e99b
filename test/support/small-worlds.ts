import { ridingsOf } from '../../functions/domain/ridings/riding.ts'
import type { World } from '../attacker/populations.ts'

const DAYS = ['2025-04-01', '2025-04-02', '2025-04-03', '2025-04-04']
const RIDINGS = ridingsOf('2023').map(({ id }) => id)

/** So many ridings, of more than one province from three on, and days. */
export function worldOf(ridings: number, days: number, people: number): World {
  const chosen = [0, 1, 60, 61, 150, 151, 300, 301].slice(0, ridings)
  return { ridings: chosen.map((n) => RIDINGS[n]!), days: DAYS.slice(0, days), callers: 6, scripts: 4, people }
}

/** Small elections of several shapes, in turn: few people and many, few cells and many. */
export function smallWorld(seed: number): World {
  return { ...worldOf(1 + (seed % 3), 1 + (seed % 2), 12 + ((seed * 17) % 70)), hasPolls: true }
}
