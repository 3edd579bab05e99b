import { cellId, type Coordinates, type Dimension, dimensionsOf } from '../../functions/domain/cube/coordinates.ts'
import type { ProtectedCube } from '../../functions/domain/cube/protected-cube.ts'

/** By what a script is divided whose values everybody knows from other tables. */
const PARTS: Dimension[] = ['age', 'poll']

const ANSWERS: Dimension[] = ['pollHow', 'pollBy', 'pollPreference']

/**
 * The same cube with a suppressed cell for each part of a listed script that is not listed itself: few people or nobody are in it,
 * and together with the others it makes up the script.
 */
export function withUnlisted(cube: ProtectedCube): ProtectedCube {
  const listed = new Set(cube.cells.map(({ at }) => cellId(at)))
  const scripts = cube.cells.filter(({ at }) => dimensionsOf(at).join() === 'script')
  const unlisted = scripts.flatMap(
    ({ at }) =>
    PARTS.flatMap((by) => valuesOf(cube, by).map((value): Coordinates => ({ ...at, [by]: value }))).filter((part) => !listed.has(cellId(part))), // prettier-ignore
  )
  const polled = cube.cells.filter(({ at }) => dimensionsOf(at).join() === 'script,poll' && at.poll === 'yes')
  const answers = polled.flatMap(({ at: { script } }) => ANSWERS.flatMap((by) => valuesOf(cube, by).map((value): Coordinates => ({ script: script!, [by]: value }))).filter((part) => !listed.has(cellId(part)))) // prettier-ignore
  return { ...cube, cells: [...cube.cells, ...[...unlisted, ...answers].map((at) => ({ at, all: 'suppressed', own: 'suppressed' }) as const)] } // prettier-ignore
}

function valuesOf({ cells }: ProtectedCube, by: Dimension): string[] {
  return [...new Set(cells.flatMap(({ at }) => (at.script === undefined && at[by] ? [at[by]] : [])))]
}
