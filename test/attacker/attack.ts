import { cellId } from '../../functions/domain/cube/coordinates.ts'
import type { ExactCube } from '../../functions/domain/cube/exact-cube.ts'
import type { ProtectedCube } from '../../functions/domain/cube/protected-cube.ts'
import { type Belief, knowledgeOf } from './knowledge.ts'
import { type Range, solverOf, type Terms } from './linear-program.ts'

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
  const known = knowledgeOf(cube, belief)
  const solver = await solverOf(known)
  const targets = cube.cells.flatMap(({ all }, cell) =>
    all === 'zero' || all === 'missing' ? [] : Array.from({ length: SIX }, (_, n) => cell * SIX + n),
  )
  const seen = new Map(targets.map((target) => [target, { least: Infinity, most: -Infinity }]))
  const open = () => targets.filter((target) => seen.get(target)!.most - seen.get(target)!.least < width - EPSILON)
  const look = (terms: Terms): boolean =>
    solver.visit(terms, (values) => {
      for (const [target, range] of seen) {
        range.least = Math.min(range.least, values[target]!)
        range.most = Math.max(range.most, values[target]!)
      }
    })
  try {
    // Each answer is a state of affairs that could be, and says something of every number.
    for (let round = 0; round < ROUNDS && open().length > 0; round += 1) {
      const sign = (n: number) => (((n * 2_654_435_761 + round * 40_503) >>> 7) % 2 === 0 ? 1 : -1)
      const terms = open().map((target): [number, number] => [target, round < 2 ? 1 : sign(target)])
      if (!look(terms)) return { narrow: [], asked: targets.length, isContradicted: true }
    }
    const narrow = open().flatMap((target): Finding[] => {
      const range = solver.rangeOf([[target, 1]])
      if (!range || range.most - range.least >= width - EPSILON) return []
      return [{ cell: cellId(cube.cells[Math.floor(target / SIX)]!.at), number: target % SIX, range }]
    })
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
