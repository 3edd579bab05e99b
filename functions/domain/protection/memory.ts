import type { Shown } from '../cube/protected-cube.ts'
import type { Variant } from './counters.ts'

/** What was last shown of a cell, for which six numbers, and from how many reporters more or less on it is drawn anew. */
export type Remembered = {
  shown: Record<Variant, Shown>
  counts: number[]
  redrawnAt: number
  /** In about how many ridings. */
  reached?: number
}

export type Deviations = (number | null)[]

/**
 * What the publisher keeps of an edition so that the next moves no number for one person. As secret as the exact counts, which
 * are in it.
 */
export type Memory = {
  event: string
  edition: number
  /** By cell: cells that were ever shown as anything but zero. */
  cells: Record<string, Remembered>
  /** By cell, how far the decoy's six numbers were from the true ones when these could first be shown; null until then. */
  deviations: Record<string, Deviations>
  /** Cells that are shown as zero. */
  zeros: string[]
  /** The same where nothing was reported between two editions. */
  fingerprint: string
}
