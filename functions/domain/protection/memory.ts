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

export type Least = (number | null)[]

/**
 * What the publisher keeps of an edition so that the next moves no number for one person. As secret as the exact counts, which
 * are in it.
 */
export type Memory = {
  event: string
  edition: number
  /** By cell: cells that were ever shown as anything but zero. */
  cells: Record<string, Remembered>
  /** By cell, by how much the decoy's six numbers are more than the true ones at least, since these could first be shown; null until then. */
  least: Record<string, Least>
  /** Cells that are shown as zero. */
  zeros: string[]
  /** The same where nothing was reported between two editions. */
  fingerprint: string
}
