import type { Rule } from '../cube/protected-cube.ts'
import { REACH } from './population.ts'

/**
 * Shown from ten of the decoy on, a count is of at least five people, and nobody can tell where between five and fourteen
 * the threshold was: a sharp one answers whether one person more is there.
 */
export const RULE: Rule = {
  version: 1,
  base: 5,
  reach: REACH,
  shownFrom: 2 * REACH,
  moves: [5, 9],
  zerosSuppressed: [0.25, 0.05],
  listedWhenShown: ['prefix', 'caller', 'script'],
}
