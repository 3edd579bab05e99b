import { cellId } from '../../functions/domain/cube/coordinates.ts'
import type { ExactCube } from '../../functions/domain/cube/exact-cube.ts'
import type { ProtectedCube, Shown } from '../../functions/domain/cube/protected-cube.ts'

/** What several answers say of one cell's reporters, and the truth. */
export type Answers = { id: string; shown: number[]; truth: number }

/** By cell that counts are shown of in every one of the answers. */
export function answersOf(cubes: ProtectedCube[], exact: ExactCube): Answers[] {
  const shown = new Map<string, number[]>()
  for (const cube of cubes) {
    for (const { at, all } of cube.cells) {
      if (isCounts(all)) shown.set(cellId(at), [...(shown.get(cellId(at)) ?? []), all.reporters])
    }
  }
  const truth = new Map(exact.cells.map(({ at, all }) => [cellId(at), all!.reporters]))
  return [...shown].flatMap(([id, those]) =>
    those.length === cubes.length && truth.has(id) ? [{ id, shown: those, truth: truth.get(id)! }] : [],
  )
}

/** The share of cells whose mean answer is the true count. */
export function foundByMean(answers: Answers[]): number {
  const right = answers.filter(({ shown, truth }) => Math.round(shown.reduce((a, b) => a + b) / shown.length) === truth)
  return right.length / answers.length
}

/** The narrowest that all answers leave for a cell which never changed, each being at most `reach` off. */
export function narrowestMeet(answers: Answers[], reach = 7): number {
  const widths = answers.map(({ shown }) => Math.min(...shown) + reach - (Math.max(...shown) - reach))
  return Math.min(...widths)
}

function isCounts(shown: Shown): shown is Exclude<Shown, string> {
  return typeof shown === 'object'
}
