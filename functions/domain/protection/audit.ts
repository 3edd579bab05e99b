import { cellId, dimensionsOf } from '../cube/coordinates.ts'
import { COUNTS } from '../cube/exact-cube.ts'
import { type Group, type Lattice, latticeOf } from '../cube/lattice.ts'
import type { ProtectedCube, Rule, Shown } from '../cube/protected-cube.ts'
import { OPEN_DIMENSIONS } from '../cube/tables.ts'
import { isReporters, SIX, VARIANTS } from './counters.ts'
import { mostBehind } from './rule.ts'

/** A number that is published closely enough to be found: what it can be, at least and at most. */
export type Leak = { cell: string; number: number; least: number; most: number }

/** Between what each true number can lie. */
type Bounds = { least: Float64Array; most: Float64Array }

/**
 * What follows from all published numbers together, by narrowing bounds along every sum until nothing moves: the numbers that lie
 * within less than `width`. What it names is a leak. What it does not name can still be one that takes several sums at once to
 * see; for that there is the attacker suite.
 */
export function audit(cube: ProtectedCube, width = 5): Leak[] {
  const lattice = latticeOf(cube.cells.map(({ at }) => at))
  const bounds = boundsOf(cube)
  for (let round = 0; round < MOST_ROUNDS && narrowAll(lattice, bounds); round += 1);
  return cube.cells.flatMap(({ at, all }, cell) => {
    if (all === 'zero' || all === 'missing') return []
    const numbers = Array.from({ length: SIX }, (_, number) => ({ number, least: bounds.least[cell * SIX + number]!, most: bounds.most[cell * SIX + number]! })) // prettier-ignore
    return numbers.filter(({ least, most }) => most - least < width).map((leak) => ({ cell: cellId(at), ...leak }))
  })
}

const MOST_ROUNDS = 100

/** What stayed since an earlier edition, zeros too, says less: of its reports and complaints nothing, people may come back. */
function isSure(cube: ProtectedCube, count: (typeof COUNTS)[number]): boolean {
  return cube.follows === null || count === 'reporters'
}

function boundsOf(cube: ProtectedCube): Bounds {
  const { cells, rule, follows } = cube
  const lag = follows === null ? 0 : mostBehind(rule)
  const behind = cells.flatMap((cell) =>
    VARIANTS.flatMap((variant) =>
      COUNTS.map((count): [number, number] => {
        const [least, most] = behindOf(cell[variant], count, rule)
        if (isSure(cube, count)) return [Math.max(0, least - lag), most + lag]
        return [0, Infinity]
      }),
    ),
  )
  return { least: Float64Array.from(behind, ([least]) => least), most: Float64Array.from(behind, ([, most]) => most) }
}

function behindOf(shown: Shown, count: (typeof COUNTS)[number], { base, reach, shownFrom }: Rule): [number, number] {
  if (shown === 'zero') return [0, 0]
  if (shown === 'missing') return [0, Infinity]
  if (shown === 'suppressed') return [0, count === 'reporters' ? shownFrom - 1 + reach : Infinity]
  const off = reach + Math.floor(base / 2)
  return [Math.max(count === 'reporters' ? shownFrom - reach : 0, shown[count] - off), shown[count] + off]
}

/** Whether any bound has moved. */
function narrowAll(lattice: Lattice, bounds: Bounds): boolean {
  let hasMoved = false
  const narrow = (number: number, least: number, most: number) => {
    if (least > bounds.least[number]!) [bounds.least[number], hasMoved] = [least, true]
    if (most < bounds.most[number]!) [bounds.most[number], hasMoved] = [most, true]
  }
  for (const cell of lattice.at.keys()) narrowWithin(cell * SIX, bounds, narrow)
  for (const group of lattice.groups) {
    for (let number = 0; number < SIX; number += 1) narrowGroup(lattice, { group, number, bounds, narrow })
  }
  return hasMoved
}

type Narrow = (number: number, least: number, most: number) => void

/** Of a cell's six numbers, which cannot be more than which. */
const AT_MOST = [[1, 0], [2, 0], [4, 3], [5, 3], [3, 0], [4, 1]] as const // prettier-ignore

function narrowWithin(start: number, { least, most }: Bounds, narrow: Narrow): void {
  for (const [less, more] of AT_MOST) {
    narrow(start + less, 0, most[start + more]!)
    narrow(start + more, least[start + less]!, Infinity)
  }
}

type Narrowing = { group: Group; number: number; bounds: Bounds; narrow: Narrow }

function narrowGroup({ at }: Lattice, { group, number, bounds, narrow }: Narrowing): void {
  const whole = group.parent * SIX + number
  const parts = group.parts.map((part) => part * SIX + number)
  const isAllListed = group.isWhole && !group.parts.some((part) => dimensionsOf(at[part]!).some((one) => OPEN_DIMENSIONS.includes(one))) // prettier-ignore
  const [atLeast, atMost] = [sumOf(parts, bounds.least), sumOf(parts, bounds.most)]
  const isSum = !isReporters(number)
  const largest = parts.reduce((max, part) => Math.max(max, bounds.least[part]!), 0)
  narrow(whole, isSum ? atLeast : largest, isAllListed ? atMost : Infinity)
  for (const part of parts) {
    const others = isSum ? atLeast - bounds.least[part]! : 0
    const missing = isAllListed ? bounds.least[whole]! - (atMost - bounds.most[part]!) : 0
    narrow(part, Number.isNaN(missing) ? 0 : missing, bounds.most[whole]! - others)
  }
}

function sumOf(numbers: number[], bounds: Float64Array): number {
  return numbers.reduce((sum, number) => sum + bounds[number]!, 0)
}
