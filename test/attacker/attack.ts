import { cellId } from '../../functions/domain/cube/coordinates.ts'
import type { ExactCube } from '../../functions/domain/cube/exact-cube.ts'
import type { ProtectedCube } from '../../functions/domain/cube/protected-cube.ts'
import { type Belief, knowledgeOf, knowledgeOfTwo } from './knowledge.ts'
import { type Known, type Range, solverOf, type Terms } from './linear-program.ts'

/** What an attacker can say of one true number; of all others it is proven that they may lie further apart. */
export type Finding = { cell: string; number: number; range: Range }

export type Findings = {
  /** Numbers whose range is narrower than asked for. */
  narrow: Finding[]
  /** How many were asked about. */
  asked: number
  /** Whether what was believed of the rule contradicts what is published. */
  isContradicted: boolean
}

const SIX = 6
const ROUNDS = 8
const EPSILON = 1e-6

/** Looks for numbers that must lie within less than `width`, by linear programming over everything that is published at once. */
export async function searchNarrow(cube: ProtectedCube, belief: Belief, width = 5): Promise<Findings> {
  const targets = cube.cells.flatMap(
    ({ at, all }, cell) =>
    all === 'zero' || all === 'missing' ? [] : Array.from({ length: SIX }, (_, n) => ({ cell: cellId(at), number: n, terms: [[cell * SIX + n, 1]] as Terms })), // prettier-ignore
  )
  return search(knowledgeOf(cube, belief), targets, width)
}

/** The same for what came between two editions, to an attacker who knows that nothing was withdrawn. */
export async function searchNarrowChanges(editions: [ProtectedCube, ProtectedCube], width: number): Promise<Findings> {
  const { cells, ...known } = knowledgeOfTwo(editions)
  const targets = cells.flatMap(
    ({ id, before, after }) =>
    Array.from({ length: SIX }, (_, n) => ({ cell: id, number: n, terms: [[after + n, 1], [before + n, -1]] as Terms })), // prettier-ignore
  )
  return search(known, targets, width)
}

type Target = { cell: string; number: number; terms: Terms }

async function search(known: Known, targets: Target[], width: number): Promise<Findings> {
  const solver = await solverOf(known)
  const seen = new Map(targets.map((target) => [target, { least: Infinity, most: -Infinity }]))
  const open = () => targets.filter((target) => seen.get(target)!.most - seen.get(target)!.least < width - EPSILON)
  const look = (values: Float64Array) => {
    for (const [{ terms }, range] of seen) {
      const value = terms.reduce((sum, [variable, factor]) => sum + factor * values[variable]!, 0)
      range.least = Math.min(range.least, value)
      range.most = Math.max(range.most, value)
    }
  }
  try {
    // Each answer is a state of affairs that could be, and says something of every number.
    for (let round = 0; round < ROUNDS && open().length > 0; round += 1) {
      const sign = (n: number) => (round < 2 || ((n * 2_654_435_761 + round * 40_503) >>> 7) % 2 === 0 ? 1 : -1)
      const terms = open().flatMap(({ terms: of }, n) => of.map(([variable, factor]): [number, number] => [variable, factor * sign(n)])) // prettier-ignore
      if (!solver.visit(terms, look)) return { narrow: [], asked: targets.length, isContradicted: true }
    }
    const tried = new Set<Target>()
    for (let next = open()[0]; next; next = open().find((target) => !tried.has(target))) {
      tried.add(next)
      solver.visit(next.terms, look)
    }
    const narrow = open().map((target): Finding => ({ cell: target.cell, number: target.number, range: seen.get(target)! })) // prettier-ignore
    return { narrow, asked: targets.length, isContradicted: false }
  } finally {
    solver.dispose()
  }
}

/** How many of the findings are the true number and no other, where that is from 1 to below `threshold`. */
export function exactlyFound({ narrow }: Findings, exact: ExactCube, threshold = 5): Finding[] {
  const truth = new Map(exact.cells.map((cell) => [cellId(cell.at), cell]))
  return narrow.filter(({ cell, number, range }) => {
    const counts = truth.get(cell)![number < 3 ? 'all' : 'own']!
    const count = [counts.reports, counts.reporters, counts.complaints][number % 3]!
    const [least, most] = [Math.ceil(range.least - EPSILON), Math.floor(range.most + EPSILON)]
    return least === most && least === count && count > 0 && count < threshold
  })
}
