import type { Coordinates, Dimension } from './coordinates.ts'
import type { Change, Counts } from './exact-cube.ts'

/**
 * What is told of a cell: counts; `suppressed`, few people or none; `zero`, nobody; `missing`, not known to the source.
 * Suppressed, zero and missing are never the same in any format.
 */
export type Shown = Counts | 'suppressed' | 'zero' | 'missing'

export type ProtectedCell = {
  at: Coordinates
  all: Shown
  /** Without what came as a template. */
  own: Shown
  /** In about how many ridings it was told of; absent unless counts are shown. */
  reached?: number
}

/** One edition as everyone may read it. */
export type ProtectedCube = {
  event: string
  edition: number
  asOf: string
  /** The edition whose numbers stay where little has changed since; null of a first edition, which is all new. */
  follows: number | null
  rule: Rule
  changes: Change[]
  cells: ProtectedCell[]
}

/** All that there is to know of the protection but its key, so that everyone can tell what a number may stand for. */
export type Rule = {
  version: number
  /** Counts are multiples of this. */
  base: number
  /** A count of the decoy population is at most so far from the true one… */
  reach: number
  /** …and is shown from so many reporters of the decoy on. */
  shownFrom: number
  /** How likely a cell is drawn anew in a further edition, by how many people more or less are in it since it last was: of nobody, one, two… */
  redrawn: number[]
  /** How many of the cells in which nobody is are suppressed all the same, when they are first listed. */
  zerosSuppressed: number
  /** Cells of these are listed only when counts are shown. */
  listedWhenShown: Dimension[]
}
