import { type Contribution, readCellKey } from '../contribution.ts'
import { cellId, type Coordinates } from '../cube/coordinates.ts'
import type { ExactCell, ExactCube } from '../cube/exact-cube.ts'
import { type Listable, listableCells, placesAndTimes } from '../cube/listable-cells.ts'
import { coordinatesOf, exactCells } from '../cube/stats-cells.ts'
import { type Table, tableOf } from '../cube/tables.ts'
import { PROVINCES } from '../ridings/provinces.ts'
import { ridingsOf } from '../ridings/riding.ts'
import { type CountRecord, facetValues } from '../stats-row.ts'
import { CODED, valuesOf } from './codes.ts'
import { foldUnlisted, type Listed } from './fold-unlisted.ts'
import { daysOf, isIn } from './listed-days.ts'
import { listedIn, type Listing } from './listed-in.ts'
import { recordCells } from './record-cells.ts'
import { isWorthDrawing } from './worth-drawing.ts'

type Counted = { counts: Contribution; scripts: readonly CountRecord[] }
type Edition = Omit<ExactCube, 'cells'> &
  Listing & {
    /** Whether a cell was drawn for the edition before. */
    isRemembered?: (cell: string) => boolean
  }

/** Everything that is counted, as the closed cube has it. */
export function exactCubeOf(
  { counts, scripts }: Counted,
  { isEnough, before, isRemembered = () => false, ...edition }: Edition,
): { exact: ExactCube; listed: Listed } {
  const listed = listedIn(counts, { isEnough, before, day: edition.asOf.slice(0, 10) })
  const all = new Map([
    ...foldUnlisted(counts, listed),
    ...scripts.flatMap((script) => [...recordCells('scripts', script)]),
  ])
  const unknown = SOMETIMES_UNKNOWN.filter((table) => !isCounted(all, table))
  const isUnknown = (at: Coordinates) => unknown.some((table) => table === tableOf(at))
  const listable = Map.groupBy(listableCells(listableOf(listed)), isUnknown)
  const isHere = (cell: ExactCell) => isListedDay(cell, listed) && isWorthDrawing(cell, isRemembered)
  const cells = exactCells(all, listable.get(false) ?? []).filter(isHere)
  const reached = new Map([
    ...scripts.map(({ record, counters }): [string, number] => [cellId({ script: record }), facetValues(counters, 'riding').length]), // prettier-ignore
    ...callersReached(counts),
  ])
  return { exact: { ...edition, cells: [...cells.map((cell) => withReach(cell, reached)), ...(listable.get(true) ?? []).map(missing)] }, listed } // prettier-ignore
}

/** Other days of numbers and scripts are told of with no others: they have no row. */
function isListedDay({ at }: ExactCell, { call }: Listed): boolean {
  return !(at.day && (at.caller || at.script)) || isIn(at.day, call)
}

/** By cell of a number displayed, in how many ridings it was told of. */
function callersReached(counts: Contribution): Map<string, number> {
  const reached = new Map<string, number>()
  for (const [key, { reports }] of counts) {
    const { collection, record, facet } = readCellKey(key)
    if (collection !== 'caller-ids' || !facet.startsWith('riding=') || reports <= 0) continue
    const cell = cellId({ caller: record.slice('CALLER#'.length) })
    reached.set(cell, (reached.get(cell) ?? 0) + 1)
  }
  return reached
}

/** Tables of what no report may say. */
const SOMETIMES_UNKNOWN = ['ages', 'earlier-polls'] as const satisfies Table[]

function listableOf({ call, received, orders }: Listed): Listable {
  return {
    ...placesAndTimes({
      ridings: orders.flatMap((order) => ridingsOf(order).map(({ id }) => id)),
      provinces: PROVINCES,
      days: call ? daysOf(call) : [],
      received: daysOf(received),
    }),
    ...Object.fromEntries(CODED.map((dimension) => [dimension, valuesOf(dimension)])),
  }
}

function isCounted(counts: Contribution, table: Table): boolean {
  return [...counts.keys()].some((key) => coordinatesOf(readCellKey(key)).some((at) => tableOf(at) === table))
}

/** What the source does not know is missing, not zero. */
function missing(at: Coordinates): ExactCell {
  return { at, all: null, own: null }
}

function withReach(cell: ExactCell, reached: ReadonlyMap<string, number>): ExactCell {
  const ridings = reached.get(cellId(cell.at))
  return ridings === undefined ? cell : { ...cell, reached: ridings }
}
