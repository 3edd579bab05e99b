import { DIMENSIONS, type Dimension, dimensionsOf, NONE_KNOWN } from '../cube/coordinates.ts'
import type { Lattice } from '../cube/lattice.ts'
import { ancestorsOf, isLoose } from '../cube/parents.ts'
import type { KeyStream } from './key-stream.ts'

/** One call: the number of its value in each dimension, -1 for none; and the cells that it is counted in. */
export type Path = { values: Int32Array; cells: number[] }

export type Paths = {
  /** A call that may be one of those counted in the cell; undefined when this draw found none. */
  through: (cell: number) => Path | undefined
  /** The same call but for one thing about it. */
  likeness: (path: Path) => Path | undefined
}

/** What is drawn together, each after what it depends on. */
const ASPECTS: Dimension[][] = [
  ['election', 'riding', 'province'],
  ['kind'],
  ['door'],
  ['day', 'hour', 'hourOfDay'],
  ['received', 'receivedHour'],
  ['prefix', 'caller'],
  ['script'],
  ['age'],
  ['poll', 'group', 'pollHow', 'pollBy', 'pollPreference', 'pollBefore'],
]
const LEAVES_OUT = 0.2

type Among = { isOpen: (cell: number) => boolean; sizeOf: (cell: number) => number; stream: KeyStream }

/** Draws calls that could be among those of a cube: every cell that one is counted in is open. */
export function pathsIn(lattice: Lattice, { isOpen, sizeOf, stream }: Among): Paths {
  const index = indexOf(lattice)
  const parts = lattice.groups.map((group) => group.parts.filter(isOpen))
  const aspects = ASPECTS.map((dimensions) => dimensions.filter((one) => index.valuesOf[numberOf(one)]!.size > 0).map(numberOf)).filter(({ length }) => length > 0) // prettier-ignore
  const order = aspects.flat()

  /** Cells of a group say also what was answered, which the script may have said already; those of an hour, which one of the day it is. */
  const fitting = (cells: number[], values: Int32Array, by: number): number[] => {
    const isSaid = (by === GROUP && values[POLL] !== NOTHING) || (by === HOUR && values[HOUR_OF_DAY] !== NOTHING)
    return isSaid ? cells.filter((cell) => index.fits(values, cell)) : cells
  }
  const extend = (values: Int32Array, by: number): boolean => {
    if (isPlace(by) && index.isElsewhere(values)) return true
    // It comes of the hour: who told none has none of these.
    if (by === HOUR_OF_DAY) return true
    for (const { shape, groupOf } of index.choices[by]!) {
      const group = groupOf.get(cellIn(shape, values) ?? NOTHING)
      const among = group === undefined ? [] : fitting(parts[group]!, values, by)
      if (group === undefined || among.length === 0) continue
      if (!lattice.groups[group]!.isWhole && stream.fraction() < LEAVES_OUT) break
      // Of two, the one in which more people are: small cells leave little room for others.
      const [a, b] = [among[stream.below(among.length)]!, among[stream.below(among.length)]!]
      return index.put(values, sizeOf(a) > sizeOf(b) ? a : b)
    }
    return index.putNone(values, by)
  }
  const complete = (values: Int32Array): Path | undefined => {
    for (const by of order) if (values[by] === NOTHING && !extend(values, by)) return undefined
    const cells: number[] = []
    for (const shape of index.shapes) {
      const cell = cellIn(shape, values)
      if (cell === undefined || (cell === NOTHING && shape.isLoose)) continue
      if (cell === NOTHING || !isOpen(cell)) return undefined
      cells.push(cell)
    }
    return { values, cells }
  }
  return {
    through(cell) {
      const values = new Int32Array(DIMENSIONS.length).fill(NOTHING)
      return index.put(values, cell) ? complete(values) : undefined
    },
    likeness(path) {
      const values = new Int32Array(path.values)
      for (const by of aspects[stream.below(aspects.length)]!) values[by] = NOTHING
      return complete(values)
    },
  }
}

const NOTHING = -1
const MOST_VALUES = 2 ** 20

/** Cells of the same dimensions, by their values. */
type Shape = { dimensions: number[]; cells: Map<number, number>; isLoose: boolean }
/** Groups by one dimension whose parents have one shape, by parent. */
type Choice = { shape: Shape; groupOf: Map<number, number> }

function numberOf(dimension: Dimension): number {
  return DIMENSIONS.indexOf(dimension)
}

const [GROUP, POLL] = [numberOf('group'), numberOf('poll')]
const [HOUR, HOUR_OF_DAY] = [numberOf('hour'), numberOf('hourOfDay')]

function isPlace(by: number): boolean {
  return by === numberOf('riding') || by === numberOf('province')
}

/** The more dimensions the better, and a riding says more than its province. */
function telling({ dimensions }: Shape): number {
  return 2 * dimensions.length + (dimensions.includes(numberOf('riding')) ? 1 : 0)
}

/** Undefined when the call is in no cell of the shape; `NOTHING` when it would be in one that there is not. */
function cellIn({ dimensions, cells }: Shape, values: Int32Array): number | undefined {
  const key = keyIn(dimensions, values)
  return key === NOTHING ? undefined : (cells.get(key) ?? NOTHING)
}

function keyIn(dimensions: number[], values: Int32Array): number {
  let key = 0
  for (const dimension of dimensions) {
    if (values[dimension] === NOTHING) return NOTHING
    key = key * MOST_VALUES + values[dimension]!
  }
  return key
}

function indexOf({ at, groups }: Lattice) {
  const valuesOf = DIMENSIONS.map(() => new Map<string, number>())
  const valueOf = (dimension: Dimension, value: string): [number, number] => {
    const [by, known] = [numberOf(dimension), valuesOf[numberOf(dimension)]!]
    if (!known.has(value)) known.set(value, known.size)
    return [by, known.get(value)!]
  }
  const pairs = at.map((coordinates) => ancestorsOf(coordinates).map(([dimension, value]) => valueOf(dimension, value)))
  const shapes = new Map<string, Shape>()
  const shapeOf = at.map((coordinates, cell) => {
    const dimensions = dimensionsOf(coordinates).map(numberOf)
    const shape = shapes.get(dimensions.join()) ?? { dimensions, cells: new Map(), isLoose: isLoose(coordinates) }
    shapes.set(dimensions.join(), shape)
    const values = new Int32Array(DIMENSIONS.length).fill(NOTHING)
    for (const [by, value] of pairs[cell]!) values[by] = value
    shape.cells.set(keyIn(dimensions, values), cell)
    return shape
  })
  const choices = DIMENSIONS.map(() => new Map<Shape, Choice>())
  for (const [number, { parent, by, isWhole }] of groups.entries()) {
    // Hours of all days are drawn from their day, so that the two agree.
    if (by === 'hour' && isWhole) continue
    const [shape, known] = [shapeOf[parent]!, choices[numberOf(by)]!]
    if (!known.has(shape)) known.set(shape, { shape, groupOf: new Map() })
    known.get(shape)!.groupOf.set(parent, number)
  }
  const federal = valuesOf[numberOf('election')]!.get('federal')
  const put = (values: Int32Array, pair: [number, number][]): boolean => {
    for (const [by, value] of pair) {
      if (values[by] !== NOTHING && values[by] !== value) return false
      values[by] = value
    }
    return true
  }
  return {
    valuesOf,
    shapes: [...shapes.values()],
    /** The most telling first. */
    choices: choices.map((known) => [...known.values()].toSorted((a, b) => telling(b.shape) - telling(a.shape))),
    isElsewhere: (values: Int32Array) => ![NOTHING, federal].includes(values[numberOf('election')]),
    put: (values: Int32Array, cell: number) => put(values, pairs[cell]!),
    fits: (values: Int32Array, cell: number) =>
      pairs[cell]!.every(([by, value]) => [NOTHING, value].includes(values[by]!)),
    putNone(values: Int32Array, by: number): boolean {
      const none = (NONE_KNOWN as Partial<Record<Dimension, string>>)[DIMENSIONS[by]!]
      const value = none === undefined ? undefined : valuesOf[by]!.get(none)
      if (value !== undefined) values[by] = value
      return true
    },
  }
}
