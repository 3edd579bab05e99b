import type { Rule } from '../cube/protected-cube.ts'
import { REACH } from './population.ts'

/**
 * Shown from ten of the decoy on, a count is of at least five people, and nobody can tell where between five and fourteen
 * the threshold was: a sharp one answers whether one person more is there. So does a sharp change: one person more makes it
 * at most 1.7 times as likely that a cell is drawn anew.
 */
export const RULE: Rule = {
  version: 2,
  base: 5,
  reach: REACH,
  shownFrom: 2 * REACH,
  redrawn: [0.03, 0.05, 0.08, 0.12, 0.2, 0.31, 0.5, 0.69, 0.8, 0.88, 0.92, 0.95, 1],
  zerosSuppressed: 0.25,
  listedWhenShown: ['prefix', 'caller', 'script'],
}

/** So many reporters are in a cell at least that is shown. Of cells that are no part of any whole, others are not drawn. */
export const FEWEST_DRAWN = RULE.shownFrom - RULE.reach

/** So many reporters more or less may be in a cell than when it was drawn. */
export function mostBehind({ redrawn }: Rule): number {
  return redrawn.indexOf(1) - 1
}
