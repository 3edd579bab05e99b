import type { Shown } from '../cube/protected-cube.ts'
import type { Variant } from './counters.ts'

/** What was last shown of a variant of a cell, at how many reporters, and from which change on it is shown anew. */
export type Remembered = {
  shown: Shown
  reporters: number
  moves: number
  /** In about how many ridings. */
  reached?: number
}

/**
 * What the publisher keeps of an edition so that the next moves no number for one person. As secret as the exact counts, which
 * are in it.
 */
export type Memory = {
  event: string
  edition: number
  /** By cell: cells that were ever anything but zero. */
  cells: Record<string, Record<Variant, Remembered>>
}
