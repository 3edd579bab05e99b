import { cellId } from '../cube/coordinates.ts'
import { COUNTS } from '../cube/exact-cube.ts'
import type { Lattice } from '../cube/lattice.ts'
import type { Shown } from '../cube/protected-cube.ts'
import { REPORTERS, SIX, START, type Variant, VARIANTS } from './counters.ts'
import { ghostsIn } from './ghosts.ts'
import type { KeyStream } from './key-stream.ts'
import type { Memory, Remembered } from './memory.ts'
import { RULE } from './rule.ts'

type Drawn = {
  counts: Int32Array
  decoy: Int32Array
  previous: Memory | undefined
  streamOf: (purpose: string) => KeyStream
  /** Draws for a cell that are the same in every edition. */
  streamFor: (purpose: string, id: string) => KeyStream
  /** In about how many ridings, where that is counted: it moves with the cell, and not alone. */
  aboutReached: (cell: number) => { reached?: number }
}

/**
 * What is shown of each cell, but for zeros: that of the edition before until a threshold is passed, which is drawn for the cell and which one
 * person more passes only a little more likely. That holds for a cell in which nobody was, too.
 */
export function remember(lattice: Lattice, drawn: Drawn): Map<string, Remembered> {
  const { counts, decoy, previous, streamOf, streamFor, aboutReached } = drawn
  const [stream, ids, zeros] = [streamOf('moves'), lattice.at.map(cellId), new Set(previous?.zeros)]
  const reports = (cell: number) => counts[cell * SIX]!
  const isNew = (cell: number) => !zeros.has(ids[cell]!) && previous?.cells[ids[cell]!] === undefined
  const ghosts = ghostsIn(lattice, (cell) => isNew(cell) && reports(cell) === 0, { share: RULE.zerosSuppressed, reports, stream: streamOf('ghosts') }) // prettier-ignore
  const isDrawn = (cell: number): boolean => {
    const before = previous?.cells[ids[cell]!]
    if (isNew(cell)) return reports(cell) > 0 || ghosts.has(cell)
    // Some are drawn anew though nobody came: that one is does not say that somebody did.
    if (stream.fraction() < RULE.redrawn[0]!) return true
    if (before) return VARIANTS.some((variant) => Math.abs(reportersOf(counts, cell, variant) - before.reporters[variant]) >= before.redrawnAt) // prettier-ignore
    const come = reportersOf(counts, cell, 'all') + (ghosts.get(cell) ?? 0)
    return come > 0 && come >= thresholdOf(streamFor('zero', ids[cell]!))
  }
  const draw = (cell: number): Remembered => {
    const shown = (variant: Variant) => shownOf(decoy.subarray(cell * SIX + START[variant]))
    const reporters = { all: reportersOf(counts, cell, 'all'), own: reportersOf(counts, cell, 'own') }
    return { shown: { all: shown('all'), own: shown('own') }, reporters, redrawnAt: thresholdOf(stream), ...aboutReached(cell) } // prettier-ignore
  }
  return new Map(
    ids.flatMap((id, cell): [string, Remembered][] => {
      const now = isDrawn(cell) ? draw(cell) : previous?.cells[id]
      return now ? [[id, now]] : []
    }),
  )
}

function reportersOf(counts: Int32Array, cell: number, variant: Variant): number {
  return counts[cell * SIX + START[variant] + REPORTERS]!
}

/** From which change on a cell is drawn anew: one at least. */
function thresholdOf(stream: KeyStream): number {
  const [never = 0] = RULE.redrawn
  const draw = never + stream.fraction() * (1 - never)
  return RULE.redrawn.findIndex((chance) => chance > draw)
}

function shownOf(decoy: Int32Array): Shown {
  const { base, shownFrom } = RULE
  if (decoy[REPORTERS]! < shownFrom) return 'suppressed'
  const [reports, reporters, complaints] = COUNTS.map((_, n) => base * Math.round(decoy[n]! / base))
  return { reports: reports!, reporters: reporters!, complaints: complaints! }
}
