import { isDeepStrictEqual } from 'node:util'
import { cellId, dimensionsOf } from '../../functions/domain/cube/coordinates.ts'
import { COUNTS, type Counts } from '../../functions/domain/cube/exact-cube.ts'
import { type Lattice, latticeOf } from '../../functions/domain/cube/lattice.ts'
import type { ProtectedCube, Rule, Shown } from '../../functions/domain/cube/protected-cube.ts'
import { OPEN_DIMENSIONS } from '../../functions/domain/cube/tables.ts'
import { WANDER } from '../../functions/domain/protection/decoy.ts'
import { mostBehind } from '../../functions/domain/protection/rule.ts'
import type { Bounded, Known, Terms } from './linear-program.ts'
import { withUnlisted } from './unlisted.ts'

/** The six numbers of a cell, in this order: reports, reporters, complaints, and the same without templates. */
const SIX = 6
const VARIANTS = ['all', 'own'] as const

/** What an attacker takes for the rule by which a number was made of the true one. */
export type Belief = {
  /** The true counts that may stand behind what is shown. */
  behind: (shown: Shown, count: (typeof COUNTS)[number]) => { from: number; to: number }
  /** Where the numbers shown are those of a decoy: how far from it the true ones may lie. */
  reach?: number
}

/** Who knows the rule, all of it: that there is a decoy, how far it may be, from when on it is shown. */
export function knowing({ base, reach, shownFrom }: Rule): Belief {
  const half = Math.floor(base / 2)
  return {
    reach,
    behind(shown, count) {
      if (shown === 'zero') return { from: 0, to: 0 }
      if (shown === 'missing') return ANY
      if (shown === 'suppressed') return count === 'reporters' ? { from: 0, to: shownFrom - 1 } : ANY
      const [from, to] = [shown[count] - half, shown[count] + half]
      return { from: Math.max(count === 'reporters' ? shownFrom : 0, from), to }
    },
  }
}

/** Who knows the rule of an edition that follows another: its numbers stray one by one, and no further from the true ones. */
function knowingLater({ base, reach, shownFrom }: Rule): Belief {
  const off = reach + Math.floor(base / 2)
  return {
    behind(shown, count) {
      if (shown === 'zero') return { from: 0, to: 0 }
      if (shown === 'missing') return ANY
      if (shown === 'suppressed') return count === 'reporters' ? { from: 0, to: shownFrom - 1 + reach } : ANY
      return {
        from: Math.max(count === 'reporters' ? shownFrom - reach : 0, shown[count] - off),
        to: shown[count] + off,
      }
    },
  }
}

/** Who knows of no rule, sees multiples of five, and takes them for rounded and what is suppressed for fewer than five. */
export const GUESSING: Belief = {
  behind(shown, count) {
    if (shown === 'zero') return { from: 0, to: 0 }
    if (shown === 'missing') return ANY
    if (shown === 'suppressed') return count === 'reporters' ? { from: 0, to: 4 } : ANY
    return { from: Math.max(0, shown[count] - 4), to: shown[count] + 4 }
  },
}

const ANY = { from: 0, to: Infinity }

/** All that a published cube says, as bounds and sums. The true number `n` of cell `c` is the variable `6c + n`. */
export function knowledgeOf(published: ProtectedCube, belief: Belief): Known & { lattice: Lattice } {
  const cube = withUnlisted(published)
  const lattice = latticeOf(cube.cells.map(({ at }) => at))
  const behind = cube.cells.flatMap((cell) => VARIANTS.flatMap((variant) => COUNTS.map((count) => belief.behind(cell[variant], count)))) // prettier-ignore
  if (belief.reach === undefined) return { lattice, variables: behind, sums: relationsOf(lattice, 0) }
  const { reach } = belief
  const size = behind.length
  const isZero = (n: number) => behind[n]!.to === 0 && behind[n - (n % SIX)]!.to === 0
  return {
    lattice,
    variables: [...behind.map((_, n) => (isZero(n) ? { from: 0, to: 0 } : ANY)), ...behind],
    sums: [
      ...relationsOf(lattice, 0),
      ...relationsOf(lattice, size),
      ...behind.flatMap((_, n) => near([[n, 1]], size, reach)),
      ...cube.cells.flatMap((_, cell) => EXCESSES.flatMap(([more, less]) => near([[cell * SIX + more, 1], [cell * SIX + less, -1]], size, reach))), // prettier-ignore
    ],
  }
}

/** What one of a cell's numbers has more than another is protected like a count. */
const EXCESSES = [[0, 1], [0, 2], [3, 4], [3, 5], [0, 3], [1, 4]] as const // prettier-ignore

/** A true sum and the decoy's, whose variables come `offset` later: not further apart than the reach, nor the decoy's more than double. */
function near(terms: Terms, offset: number, reach: number): Bounded[] {
  const decoy = terms.map(([variable, factor]): [number, number] => [variable + offset, factor])
  const minus = (times: number): Terms => terms.map(([variable, factor]) => [variable, -times * factor])
  return [
    { terms: [...decoy, ...minus(1)], from: -reach, to: reach },
    { terms: [...decoy, ...minus(2)], from: -Infinity, to: 0 },
  ]
}

/** What holds between the counts of any people. */
function relationsOf({ at, groups }: Lattice, offset: number): Bounded[] {
  const number = (cell: number, n: number) => offset + cell * SIX + n
  const atMost = (less: number, more: number): Bounded => ({ terms: [[less, 1], [more, -1]], from: -Infinity, to: 0 }) // prettier-ignore
  const within = at.flatMap((coordinates, cell) => [
    ...[[1, 0], [2, 0], [4, 3], [5, 3], [3, 0], [4, 1]].map(([less, more]) => atMost(number(cell, less!), number(cell, more!))), // prettier-ignore
    ...(dimensionsOf(coordinates).length === 0 ? [atMost(number(cell, 1), number(cell, 2))] : []),
  ])
  const between = groups.flatMap(({ parent, by, isWhole, parts }) => {
    const isAllListed = isWhole && !OPEN_DIMENSIONS.includes(by)
    return Array.from({ length: SIX }, (_, n): Bounded[] => {
      const rest: Terms = [[number(parent, n), 1], ...parts.map((part): [number, number] => [number(part, n), -1])]
      if (n % 3 !== 1) return [{ terms: rest, from: 0, to: isAllListed ? 0 : Infinity }]
      const single = parts.map((part) => atMost(number(part, n), number(parent, n)))
      return isAllListed ? [...single, { terms: rest, from: -Infinity, to: 0 }] : single
    }).flat()
  })
  return [...within, ...between]
}

/**
 * Two editions and what lies between them: `before` and `after` are the variables of each cell listed in both. What is shown of a
 * cell and has not moved says only that fewer people came than the rule lets pass.
 */
export function knowledgeOfTwo(published: [ProtectedCube, ProtectedCube]): Known & { cells: Between[] } {
  const [first, second] = published.map(withUnlisted) as [ProtectedCube, ProtectedCube]
  const { rule } = second
  const { base, reach, shownFrom } = rule
  const was = new Map(first.cells.map((cell) => [cellId(cell.at), cell]))
  // Drawn together: when one is another, both are new.
  const mayBeOld = second.cells.map(({ at, ...shown }) => VARIANTS.every((variant) => isDeepStrictEqual(was.get(cellId(at))?.[variant], shown[variant]))) // prettier-ignore
  const [a, b] = [knowledgeOf(first, knowing(rule)), knowledgeOf(second, knowingLater(rule))]
  const offset = a.variables.length
  const isOld = (n: number) => mayBeOld[Math.floor(n / SIX)]!
  const variables = b.variables.map((bounds, n) => (isOld(n) ? ANY : bounds))
  for (const [cell, { at: _, ...shown }] of second.cells.entries()) {
    for (const [v, variant] of VARIANTS.entries()) {
      const number = cell * SIX + v * 3 + 1
      if (isOld(number) && shown[variant] !== 'missing') variables[number] = { from: 0, to: mostOf(shown[variant], rule) } // prettier-ignore
    }
  }
  const sums = b.sums.map(({ terms, ...bounds }) => ({ ...bounds, terms: terms.map(([variable, factor]): [number, number] => [variable + offset, factor]) })) // prettier-ignore
  const numbers = new Map(first.cells.map(({ at }, cell) => [cellId(at), cell * SIX]))
  const cells = second.cells.flatMap(({ at }, cell): Between[] => {
    const before = numbers.get(cellId(at))
    return before === undefined ? [] : [{ id: cellId(at), before, after: offset + cell * SIX }]
  })
  const growth = cells.flatMap(({ before, after, id }) => Array.from({ length: SIX }, (_, n): Bounded => {
    const [then, now] = [shownIn(was.get(id)!, n), shownIn(second.cells[(after - offset) / SIX]!, n)]
    const change: Terms = [[after + n, 1], [before + n, -1]]
    // Drawn anew it strays within what it did before, and each is to the base.
    if (!isOld(after - offset) && typeof then === 'number') {
      const off = WANDER + 2 * Math.floor(base / 2)
      if (typeof now === 'number') return { terms: change, from: Math.max(0, now - then - off), to: now - then + off }
      const shown = Math.max(shownFrom, then - Math.floor(base / 2))
      if (now === 'suppressed' && n % 3 === 1) return { terms: change, from: 0, to: shownFrom - 1 - shown + WANDER }
    }
    // What is shown and what is suppressed may also have been drawn again, and be the same by chance.
    const most = n % 3 === 1 && isOld(after - offset + n) ? Math.max(mostBehind(rule), 2 * reach + base - 1) : Infinity
    return { terms: change, from: 0, to: most }
  })) // prettier-ignore
  return { cells, variables: [...a.variables, ...variables], sums: [...a.sums, ...sums, ...growth] }
}

function shownIn(cell: ProtectedCube['cells'][number], n: number): number | string {
  const shown = cell[VARIANTS[n < 3 ? 0 : 1]!]
  return typeof shown === 'object' ? shown[COUNTS[n % 3]!] : shown
}

export type Between = { id: string; before: number; after: number }

/** The most reporters that can be behind what was shown of a cell before, if nothing has moved since. */
function mostOf(shown: Counts | 'suppressed' | 'zero', rule: Rule): number {
  if (shown === 'zero') return mostBehind(rule)
  const { base, reach, shownFrom } = rule
  return (shown === 'suppressed' ? shownFrom - 1 : shown.reporters + Math.floor(base / 2)) + reach + mostBehind(rule)
}
