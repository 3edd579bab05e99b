import type { ExactCell } from '../cube/exact-cube.ts'
import { cellId } from '../cube/coordinates.ts'
import { isLoose } from '../cube/parents.ts'
import { FEWEST_DRAWN } from '../protection/rule.ts'

/**
 * Whether a cell is one of its edition. Days of numbers and scripts, hours and scripts of numbers, and provinces of scripts, are listed only when they are
 * shown, and most have so few reporters that they cannot be: with all of them an edition would take three times as long. What an earlier edition had stays,
 * or it would go by the number of people in it.
 */
export function isWorthDrawing({ at, all }: ExactCell, isRemembered: (cell: string) => boolean): boolean {
  return !isLoose(at) || (all?.reporters ?? 0) >= FEWEST_DRAWN || isRemembered(cellId(at))
}
