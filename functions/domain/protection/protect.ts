import { cellId, dimensionsOf, readCellId } from '../cube/coordinates.ts'
import { COUNTS, type ExactCell, type ExactCube } from '../cube/exact-cube.ts'
import { type Lattice, latticeOf } from '../cube/lattice.ts'
import type { ProtectedCell, ProtectedCube, Rule, Shown } from '../cube/protected-cube.ts'
import { tableOf } from '../cube/tables.ts'
import { REPORTERS, SIX, sixOf, START, type Variant, VARIANTS } from './counters.ts'
import { decoyOf } from './decoy.ts'
import { ghostsIn } from './ghosts.ts'
import { type KeyStream, keyStream } from './key-stream.ts'
import type { Memory, Remembered } from './memory.ts'
import { RULE } from './rule.ts'
import { UnprotectableError } from './unprotectable.ts'

/** HMAC-SHA-256 of these parts under the key of this event's protection. */
export type Keyed = (...parts: string[]) => Uint8Array

export type Protection = {
  keyed: Keyed
  /** Of the edition before; without it every number is drawn anew, which is right for the first edition alone. */
  previous?: Memory
}

/** What of an edition everyone may read, and what is kept for the next one. The same input gives the same, always. */
export function protect(exact: ExactCube, { keyed, previous }: Protection): { cube: ProtectedCube; memory: Memory } {
  refuse(exact, previous)
  const cells = [...exact.cells, ...goneFrom(exact, previous)].toSorted((a, b) =>
    cellId(a.at) < cellId(b.at) ? -1 : 1,
  )
  const known = cells.filter(({ all }) => all !== null)
  const lattice = latticeOf(known.map(({ at }) => at))
  const counts = Int32Array.from(known.flatMap(sixOf))
  const state = JSON.stringify([exact.event, exact.edition, known.map(({ at }, n) => [cellId(at), ...counts.subarray(n * SIX, n * SIX + SIX)]), previous ?? null]) // prettier-ignore
  const streamOf = (purpose: string): KeyStream => keyStream(keyed(purpose, state))
  const decoy = decoyOf(lattice, counts, streamOf('decoy'))
  const aboutReached = (cell: number) => {
    const { at, reached } = known[cell]!
    if (reached === undefined) return {}
    return { reached: reachedOf(reached, keyed('reached', exact.event, String(exact.edition), cellId(at))) }
  }
  const remembered = rememberAll(lattice, { counts, decoy, previous, streamOf, aboutReached })
  const memory: Memory = { event: exact.event, edition: exact.edition, cells: Object.fromEntries(remembered) }
  const shown = cells.map((cell): ProtectedCell => {
    const now = memory.cells[cellId(cell.at)]
    const showIn = (variant: Variant): Shown =>
      cell.all === null || cell[variant] === null ? 'missing' : (now?.[variant].shown ?? 'zero')
    const [all, own] = [showIn('all'), showIn('own')]
    const reached = now?.all.reached
    return { at: cell.at, all, own, ...(reached !== undefined && typeof all === 'object' ? { reached } : {}) }
  })
  return {
    cube: { ...told(exact), follows: previous?.edition ?? null, rule: RULE, cells: shown.filter(isListed) },
    memory,
  }
}

function refuse({ event, edition, cells }: ExactCube, previous: Memory | undefined): void {
  const stranger = cells.find(({ at }) => !tableOf(at))
  if (stranger) throw new UnprotectableError(`no table has cells of ${dimensionsOf(stranger.at).join(' and ')}`)
  if (new Set(cells.map(({ at }) => cellId(at))).size < cells.length) throw new UnprotectableError('a cell comes twice')
  if (previous && (previous.event !== event || previous.edition >= edition)) throw new UnprotectableError('not an edition that comes after the previous one') // prettier-ignore
}

/** What was listed before and has lost its last report: were it not listed any more, everyone would see that. */
function goneFrom({ cells }: ExactCube, previous: Memory | undefined): ExactCell[] {
  const here = new Set(cells.map(({ at }) => cellId(at)))
  const gone = Object.keys(previous?.cells ?? {}).filter((id) => !here.has(id))
  return gone.map((id) => ({ at: readCellId(id), all: NOBODY, own: NOBODY }))
}

const NOBODY = { reports: 0, reporters: 0, complaints: 0 }

function told({ event, edition, asOf, changes }: ExactCube) {
  return { event, edition, asOf, changes }
}

function isListed({ at, all }: ProtectedCell): boolean {
  return typeof all === 'object' || !dimensionsOf(at).some((dimension) => RULE.listedWhenShown.includes(dimension))
}

type Drawn = {
  counts: Int32Array
  decoy: Int32Array
  previous: Memory | undefined
  streamOf: (purpose: string) => KeyStream
  /** In about how many ridings, where that is counted: it moves with the cell, and not alone. */
  aboutReached: (cell: number) => { reached?: number }
}

function rememberAll(
  lattice: Lattice,
  { counts, decoy, previous, streamOf, aboutReached }: Drawn,
): [string, Record<Variant, Remembered>][] {
  const stream = streamOf('moves')
  const ids = lattice.at.map(cellId)
  const isSeen = (cell: number) => counts[cell * SIX]! > 0 || previous?.cells[ids[cell]!] !== undefined
  const [first, further] = RULE.zerosSuppressed
  const ghosts = ghostsIn(lattice, isSeen, { share: previous ? further : first, stream: streamOf('ghosts') })
  const rememberOne = (cell: number, variant: Variant): Remembered => {
    const start = cell * SIX + START[variant]
    const reporters = counts[start + REPORTERS]!
    const moves = RULE.moves[0] + stream.below(RULE.moves[1] - RULE.moves[0] + 1)
    const before = previous?.cells[ids[cell]!]?.[variant]
    if (before && Math.abs(reporters - before.reporters) < before.moves) return before
    const shown = shownOf(decoy.subarray(start, start + COUNTS.length), RULE)
    return { shown, reporters, moves, ...(variant === 'all' ? aboutReached(cell) : {}) }
  }
  return ids.flatMap((id, cell): [string, Record<Variant, Remembered>][] => {
    if (!isSeen(cell) && !ghosts.has(cell)) return []
    const [all, own] = VARIANTS.map((variant) => rememberOne(cell, variant))
    return [[id, { all: all!, own: own! }]]
  })
}

function shownOf([reports = 0, reporters = 0, complaints = 0]: Int32Array, { base, shownFrom }: Rule): Shown {
  const rounded = (count: number) => base * Math.round(count / base)
  if (reporters < shownFrom) return 'suppressed'
  return { reports: rounded(reports), reporters: rounded(reporters), complaints: rounded(complaints) }
}

/** To a multiple of the base that is the same for the same number of ridings, and not the nearest one for all. */
function reachedOf(ridings: number, [draw = 0]: Uint8Array): number {
  const moved = ridings + (draw % (2 * RULE.reach + 1)) - RULE.reach
  return Math.max(RULE.base, RULE.base * Math.round(moved / RULE.base))
}
