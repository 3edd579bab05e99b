import { cellId, dimensionsOf } from '../../functions/domain/cube/coordinates.ts'
import type { Counts, ExactCube } from '../../functions/domain/cube/exact-cube.ts'
import type { ProtectedCube, Shown } from '../../functions/domain/cube/protected-cube.ts'
import { RULE } from '../../functions/domain/protection/rule.ts'
import { type Belief, knowing } from './knowledge.ts'
import type { Random } from './populations.ts'

/** What many offices do: each cell by itself rounded to a neighbouring multiple of five, fewer than five reporters suppressed. */
export function cellByCell(exact: ExactCube, random: Random): ProtectedCube {
  const rounded = (count: number) => 5 * Math.floor(count / 5) + (random() < (count % 5) / 5 ? 5 : 0)
  const show = (counts: Counts | null): Shown => {
    if (counts === null) return 'missing'
    if (counts.reports === 0) return 'zero'
    if (counts.reporters < 5) return 'suppressed'
    return { reports: rounded(counts.reports), reporters: rounded(counts.reporters), complaints: rounded(counts.complaints) } // prettier-ignore
  }
  return published(exact, ({ all, own }) => ({ all: show(all), own: show(own) }))
}

/** The rule of `cellByCell`, as its attacker knows it. */
export const KNOWING_CELL_BY_CELL: Belief = {
  behind(shown, count) {
    if (shown === 'zero') return { from: 0, to: 0 }
    if (shown === 'missing') return { from: 0, to: Infinity }
    if (shown === 'suppressed') return count === 'reporters' ? { from: 0, to: 4 } : { from: 0, to: Infinity }
    return { from: Math.max(count === 'reporters' ? 5 : 0, shown[count] - 4), to: shown[count] + 4 }
  },
}

/** Our own protection, but totals, of which "nobody can be found in", are given as they are. */
export function exactTotals(exact: ExactCube, cube: ProtectedCube): ProtectedCube {
  const truth = new Map(exact.cells.map((cell) => [cellId(cell.at), cell]))
  const cells = cube.cells.map((cell) => {
    const { all, own } = truth.get(cellId(cell.at))!
    return dimensionsOf(cell.at).length > 1 || cell.all === 'zero' ? cell : { at: cell.at, all: all!, own: own! }
  })
  return { ...cube, cells }
}

/** Suppression alone: counts of five reporters and more are exact, smaller ones hidden, and their totals are not. */
export function onlySuppressed(exact: ExactCube): ProtectedCube {
  const show = (counts: Counts | null): Shown =>
    counts === null ? 'missing' : counts.reports === 0 ? 'zero' : counts.reporters < 5 ? 'suppressed' : counts
  return published(exact, ({ all, own }) => ({ all: show(all), own: show(own) }))
}

/** Counts are what they are; knows our rule of everything else. */
export const KNOWING_EXACT: Belief = {
  behind(shown, count) {
    if (typeof shown === 'object') return { from: shown[count], to: shown[count] }
    return knowing(RULE).behind(shown, count)
  },
}

/** Of the totals, which are no multiples of five, knows that they are exact; of the rest, our rule. */
export const KNOWING_EXACT_TOTALS: Belief = {
  behind(shown, count) {
    if (typeof shown !== 'object') return knowing(RULE).behind(shown, count)
    const { reports, reporters, complaints } = shown
    const isExact = [reports, reporters, complaints].some((n) => n % RULE.base !== 0)
    return isExact ? { from: shown[count], to: shown[count] } : { from: shown[count] - 7, to: shown[count] + 7 }
  },
}

function published(
  exact: ExactCube,
  show: (cell: ExactCube['cells'][number]) => { all: Shown; own: Shown },
): ProtectedCube {
  const { event, edition, asOf, changes } = exact
  return {
    event,
    edition,
    asOf,
    changes,
    follows: null,
    rule: RULE,
    cells: exact.cells.map((cell) => ({ at: cell.at, ...show(cell) })),
  }
}
