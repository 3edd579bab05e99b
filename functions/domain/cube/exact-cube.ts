import type { Coordinates } from './coordinates.ts'

export const COUNTS = ['reports', 'reporters', 'complaints'] as const
export type Counts = { reports: number; reporters: number; complaints: number }

/** A cell with all that is counted in it, and without what came as a template; null where the source does not know. */
export type ExactCell = {
  at: Coordinates
  all: Counts | null
  own: Counts | null
  /** Of a script or caller ID: in how many ridings it was told of. */
  reached?: number
}

/** Why an edition differs from the one before in more than new reports. */
export type Change = { edition: number; reason: string }

/**
 * Everything that one edition tells, before protection: each cell once, whatever tables it is listed in. Cells of listable
 * dimensions are there even when nothing is counted in them; of callers and scripts, only those that were told of.
 */
export type ExactCube = {
  event: string
  edition: number
  asOf: string
  changes: Change[]
  cells: ExactCell[]
}
