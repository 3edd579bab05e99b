import { cellId } from '../cube/coordinates.ts'
import { isLoose } from '../cube/parents.ts'
import { COUNTS, type Counts } from '../cube/exact-cube.ts'
import type { Lattice } from '../cube/lattice.ts'
import type { Shown } from '../cube/protected-cube.ts'
import { REPORTERS, SIX, START, type Variant, VARIANTS } from './counters.ts'
import { ghostsIn } from './ghosts.ts'
import type { KeyStream } from './key-stream.ts'
import type { Memory, Remembered } from './memory.ts'
import { FEWEST_DRAWN, RULE } from './rule.ts'

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
  // Whether there were enough before to be drawn says nothing: what is drawn for the first time is held back as though just too few had been.
  const few = (cell: number): Remembered => ({
    shown: { all: 'suppressed', own: 'suppressed' },
    counts: sixIn(counts, cell).map((count) => Math.min(count, FEWEST_DRAWN - 1)),
    redrawnAt: thresholdOf(stream),
    ...aboutReached(cell),
  })
  const wasFew = (cell: number) => previous !== undefined && isLoose(lattice.at[cell]!) && reports(cell) > 0
  const known = ids.map((id, cell) => previous?.cells[id] ?? (wasFew(cell) ? few(cell) : undefined))
  const isDrawn = (cell: number): boolean => {
    const before = known[cell]
    if (before === undefined && isNew(cell)) return reports(cell) > 0 || ghosts.has(cell)
    // Some are drawn anew though nobody came: that one is does not say that somebody did.
    if (stream.fraction() < RULE.redrawn[0]!) return true
    const now = sixIn(counts, cell)
    if (before) return OF_REPORTERS.some((n) => Math.abs(now[n]! - before.counts[n]!) >= before.redrawnAt)
    const come = now[REPORTERS]! + (ghosts.get(cell) ?? 0)
    return come > 0 && come >= thresholdOf(streamFor('zero', ids[cell]!))
  }
  const draw = (cell: number): Remembered => {
    const now = sixIn(counts, cell)
    return {
      shown: agreeing(shownOf(sixIn(decoy, cell)), ids[cell] === ''),
      counts: now,
      redrawnAt: thresholdOf(stream),
      ...aboutReached(cell),
    }
  }
  return new Map(
    ids.flatMap((id, cell): [string, Remembered][] => {
      const now = isDrawn(cell) ? draw(cell) : known[cell]
      return now ? [[id, now]] : []
    }),
  )
}

const OF_REPORTERS = VARIANTS.map((variant) => START[variant] + REPORTERS)

function sixIn(numbers: Int32Array, cell: number): number[] {
  return [...numbers.subarray(cell * SIX, cell * SIX + SIX)]
}

/** From which change on a cell is drawn anew: one at least. */
function thresholdOf(stream: KeyStream): number {
  const [never = 0] = RULE.redrawn
  const draw = never + stream.fraction() * (1 - never)
  return RULE.redrawn.findIndex((chance) => chance > draw)
}

function shownOf(decoy: number[]): Record<Variant, Shown> {
  const [all, own] = VARIANTS.map((variant) => roundedOf(decoy.slice(START[variant], START[variant] + COUNTS.length)))
  return { all: all!, own: own! }
}

function roundedOf(decoy: number[]): Shown {
  if (decoy[REPORTERS]! < RULE.shownFrom) return 'suppressed'
  const [reports, reporters, complaints] = decoy.map((count) => RULE.base * Math.max(0, Math.round(count / RULE.base)))
  return { reports: reports!, reporters: reporters!, complaints: complaints! }
}

/**
 * Each count strays by itself, and later the six may contradict each other: what is without templates is made a part of all, and no
 * cell has fewer reports than reporters or complaints, nor the total fewer complaints than reporters.
 */
function agreeing({ all, own }: Record<Variant, Shown>, isTotal: boolean): Record<Variant, Shown> {
  if (typeof all !== 'object') return { all, own: all }
  const whole = told(all, isTotal)
  if (typeof own !== 'object') return { all: whole, own }
  const reporters = Math.min(own.reporters, whole.reporters)
  const complaints = Math.min(own.complaints, whole.reports)
  const part = told({ reports: Math.min(own.reports, whole.reports), reporters, complaints }, isTotal)
  return { all: whole, own: part }
}

function told({ reports, reporters, complaints }: Counts, isTotal: boolean): Counts {
  const calls = isTotal ? Math.max(complaints, reporters) : complaints
  return { reports: Math.max(reports, reporters, calls), reporters, complaints: calls }
}
