import { type Contribution, readCellKey } from '../contribution.ts'
import { cellId, type Coordinates, type Dimension } from '../cube/coordinates.ts'
import type { ExactCell, ExactCube } from '../cube/exact-cube.ts'
import { type Listable, listableCells, placesAndTimes } from '../cube/listable-cells.ts'
import { coordinatesOf, exactCells } from '../cube/stats-cells.ts'
import { PROVINCES } from '../ridings/provinces.ts'
import { ridingsOf } from '../ridings/riding.ts'
import { type CountRecord, facetValues } from '../stats-row.ts'
import { type CodedDimension, valuesOf } from './codes.ts'
import { foldUnlisted, type Listed } from './fold-unlisted.ts'
import { daysOf } from './listed-days.ts'
import { listedIn, type Listing } from './listed-in.ts'
import { recordCells } from './record-cells.ts'

type Counted = { counts: Contribution; scripts: readonly CountRecord[] }
type Edition = Omit<ExactCube, 'cells'> & Listing

/** Everything that is counted, as the closed cube has it. */
export function exactCubeOf(
  { counts, scripts }: Counted,
  { isEnough, before, ...edition }: Edition,
): { exact: ExactCube; listed: Listed } {
  const listed = listedIn(counts, { isEnough, before, day: edition.asOf.slice(0, 10) })
  const all = new Map([
    ...foldUnlisted(counts, listed),
    ...scripts.flatMap((script) => [...recordCells('scripts', script)]),
  ])
  const unknown = SOMETIMES_UNKNOWN.filter((dimension) => !isCounted(all, dimension))
  const cells = exactCells(all, listableCells(listableOf(listed, unknown)))
  const reached = new Map(scripts.map((script) => [cellId({ script: script.record }), facetValues(script.counters, 'riding').length])) // prettier-ignore
  return { exact: { ...edition, cells: [...cells.map((cell) => withReach(cell, reached)), ...unknownCells(unknown)] }, listed } // prettier-ignore
}

const SOMETIMES_UNKNOWN = ['age', 'poll', 'pollHow', 'pollBy', 'pollPreference'] as const satisfies CodedDimension[]

function listableOf({ call, received, orders }: Listed, unknown: readonly Dimension[]): Listable {
  const values = (dimension: CodedDimension) => (unknown.includes(dimension) ? {} : { [dimension]: valuesOf(dimension) }) // prettier-ignore
  return {
    ...placesAndTimes({
      ridings: orders.flatMap((order) => ridingsOf(order).map(({ id }) => id)),
      provinces: PROVINCES,
      days: call ? daysOf(call) : [],
      received: daysOf(received),
    }),
    election: valuesOf('election'),
    kind: valuesOf('kind'),
    door: valuesOf('door'),
    ...Object.assign({}, ...SOMETIMES_UNKNOWN.map(values)),
  }
}

function isCounted(counts: Contribution, dimension: Dimension): boolean {
  return [...counts.keys()].some((key) => coordinatesOf(readCellKey(key)).some((at) => at[dimension] !== undefined))
}

/** What the source does not know is missing, not zero. */
function unknownCells(dimensions: readonly (typeof SOMETIMES_UNKNOWN)[number][]): ExactCell[] {
  const cell = (at: Coordinates): ExactCell => ({ at, all: null, own: null })
  return dimensions.flatMap((dimension) => valuesOf(dimension).map((value) => cell({ [dimension]: value })))
}

function withReach(cell: ExactCell, reached: ReadonlyMap<string, number>): ExactCell {
  const ridings = reached.get(cellId(cell.at))
  return ridings === undefined ? cell : { ...cell, reached: ridings }
}
