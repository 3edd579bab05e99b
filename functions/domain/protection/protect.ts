import { cellId, dimensionsOf, readCellId } from '../cube/coordinates.ts'
import { COUNTS, type ExactCell, type ExactCube } from '../cube/exact-cube.ts'
import { type Lattice, latticeOf } from '../cube/lattice.ts'
import type { ProtectedCell, ProtectedCube, Shown } from '../cube/protected-cube.ts'
import { tableOf } from '../cube/tables.ts'
import { REPORTERS, SIX, sixOf, type Variant } from './counters.ts'
import { decoyOf, type Least, WANDER } from './decoy.ts'
import { type KeyStream, keyStream } from './key-stream.ts'
import type { Memory } from './memory.ts'
import { remember } from './remember.ts'
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
  const counted = JSON.stringify(known.flatMap(({ at }, n) => (counts[n * SIX]! > 0 ? [[cellId(at), ...counts.subarray(n * SIX, n * SIX + SIX)]] : []))) // prettier-ignore
  const state = JSON.stringify([
    exact.event,
    exact.edition,
    known.map(({ at }) => cellId(at)),
    counted,
    previous ?? null,
  ])
  const streamOf = (purpose: string): KeyStream => keyStream(keyed(purpose, state))
  const streamFor = (purpose: string, ...of: string[]): KeyStream => keyStream(keyed(purpose, exact.event, ...of))
  const kept = known.map(({ at }) => previous?.least[cellId(at)])
  const least = (number: number) => kept[Math.floor(number / SIX)]?.[number % SIX] ?? null
  const decoy = decoyOf(lattice, counts, { stream: streamOf('decoy'), least })
  const aboutReached = (cell: number) => {
    const { at, reached } = known[cell]!
    if (reached === undefined) return {}
    return { reached: reachedOf(reached, (size) => streamFor('reached', cellId(at), size)) }
  }
  const remembered = remember(lattice, { counts, decoy, previous, streamOf, streamFor, aboutReached })
  const shown = cells.map((cell): ProtectedCell => {
    const now = remembered.get(cellId(cell.at))
    const showIn = (variant: Variant): Shown =>
      cell.all === null || cell[variant] === null ? 'missing' : (now?.shown[variant] ?? 'zero')
    const [all, own] = [showIn('all'), showIn('own')]
    const reached = now?.reached
    return { at: cell.at, all, own, ...(reached !== undefined && typeof all === 'object' ? { reached } : {}) }
  })
  const listed = shown.filter(isListed)
  return {
    cube: { ...told(exact), follows: previous?.edition ?? null, rule: RULE, cells: listed },
    memory: {
      event: exact.event,
      edition: exact.edition,
      cells: Object.fromEntries(remembered),
      least: { ...previous?.least, ...leastOf(lattice, { counts, decoy, least, stream: streamOf('least') }) },
      zeros: listed.filter(({ all }) => all === 'zero').map(({ at }) => cellId(at)),
      fingerprint: Buffer.from(keyed('fingerprint', counted)).toString('hex'),
    },
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
  const gone = [...Object.keys(previous?.cells ?? {}), ...(previous?.zeros ?? [])].filter((id) => !here.has(id))
  return gone.map((id) => ({ at: readCellId(id), all: NOBODY, own: NOBODY }))
}

const NOBODY = { reports: 0, reporters: 0, complaints: 0 }

function told({ event, edition, asOf, changes }: ExactCube) {
  return { event, edition, asOf, changes }
}

function isListed({ at, all }: ProtectedCell): boolean {
  return typeof all === 'object' || !dimensionsOf(at).some((dimension) => RULE.listedWhenShown.includes(dimension))
}

type Strayed = { counts: Int32Array; decoy: Int32Array; least: Least; stream: KeyStream }

/** Of each number that could be shown: there are as many people as may be left out. What it strayed by is anywhere between its least and its most. */
function leastOf({ at }: Lattice, { counts, decoy, least, stream }: Strayed): Memory['least'] {
  const isEnough = (number: number) => counts[number - (number % COUNTS.length) + REPORTERS]! >= RULE.reach
  const first = (number: number) => decoy[number]! - counts[number]! - stream.below(WANDER + 1)
  const from = (number: number) => least(number) ?? (isEnough(number) ? first(number) : null)
  const all = at.map((coordinates, cell) => [cellId(coordinates), Array.from({ length: SIX }, (_, n) => from(cell * SIX + n))] as const) // prettier-ignore
  return Object.fromEntries(all.filter(([, six]) => six.some((each) => each !== null)))
}

/**
 * To a multiple of the base that is the same for about the same number of ridings in every edition, and not the nearest one
 * for all.
 */
function reachedOf(ridings: number, streamOf: (size: string) => KeyStream): number {
  const moved = ridings + streamOf(String(Math.floor(Math.log2(ridings + 1)))).below(2 * RULE.reach + 1) - RULE.reach
  return Math.max(RULE.base, RULE.base * Math.round(moved / RULE.base))
}
