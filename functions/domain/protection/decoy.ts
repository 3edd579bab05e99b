import type { Lattice } from '../cube/lattice.ts'
import { COMPLAINTS, SIX, START } from './counters.ts'
import type { KeyStream } from './key-stream.ts'
import { type Path, pathsIn } from './paths.ts'
import { type Aim, type Changes, Population, type Step } from './population.ts'

/** How readily a count strays from the true one when it is first drawn (less would be more exact, and easier to guess), and later from what it was drawn to. */
const SPREAD = { first: 4, later: 1 }
/**
 * How much less the least is than the most by which a number ever strays: so little that all draws together leave six values for the true one,
 * and so much that one which falls leaves five for how many came, if nobody left.
 */
export const WANDER = 5
/** How often a change is tried in each cell, and in a small cube at least in all: its totals stray no faster than those of a large one. */
const SWEEPS = 24
const FEWEST_TRIES = 4_000
/** How often somebody moves, rather than comes or goes. */
const MOVES = 0.4

/** Which of the six numbers one person more or less changes; a template's sender counts only among all. */
const STEPS: { of: string; step: Step; share: number }[] = [
  { of: 'one who called once', step: [0, 1, 2, 3, 4, 5], share: 0.4 },
  { of: 'one whose call counts where it was told better', step: [0, 1, 3, 4], share: 0.1 },
  { of: 'one who sent a template', step: [0, 1, 2], share: 0.15 },
  { of: 'a call told once more', step: [0, 3], share: 0.2 },
  { of: 'one called once more', step: [0, 2, 3, 5], share: 0.15 },
]

/** By how much the decoy of a number is more than the true one at least, from when it is first drawn on. */
export type Least = (number: number) => number | null

/**
 * The counts of a population that could have been: some people of the true one are left out, others doubled or moved, so that
 * whatever holds between counts of people holds between these, and none is further than `REACH` from the true one. Cells in which
 * nobody is stay empty. A number that was drawn before strays within `WANDER` of its least: whoever has it drawn often finds that,
 * and not the true one.
 */
export function decoyOf(
  lattice: Lattice,
  exact: Int32Array,
  { stream, least }: { stream: KeyStream; least: Least },
): Int32Array {
  const population = new Population(lattice, exact)
  const isOpen = (cell: number) => exact[cell * SIX]! > 0
  const aim = aimAt(exact, least)
  const paths = pathsIn(lattice, { isOpen, sizeOf: (cell) => exact[cell * SIX]!, stream })
  const cells = [...lattice.at.keys()].filter(isOpen)
  const sweeps = Math.max(SWEEPS, Math.ceil(FEWEST_TRIES / Math.max(1, cells.length)))
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    for (const cell of cells) {
      const path = paths.through(cell)
      if (!path) continue
      const step = stepOf(stream.fraction())
      const other = stream.fraction() < MOVES ? paths.likeness(path) : null
      if (other === undefined) continue
      const changes = changesOf(path, other, stream.below(2) === 0 ? 1 : -1)
      // Towards what is aimed at always, away from it the more seldom the further it leads.
      if (stream.fraction() < Math.exp(-population.distance(changes, step, aim))) population.make(changes, step)
    }
  }
  return ordered(
    population.decoy.map((count, n) => {
      const from = least(n)
      return from === null ? count : held(count, exact[n]! + from)
    }),
  )
}

function aimAt(exact: Int32Array, least: Least): Aim {
  const spreads = Float64Array.from(exact, (_, n) => (least(n) === null ? SPREAD.first : SPREAD.later))
  return {
    counts: Float64Array.from(exact, (count, n) => count + middleOf(least(n))),
    weights: spreads.map((spread) => 1 / (2 * spread * spread)),
  }
}

function middleOf(least: number | null): number {
  return least === null ? 0 : least + WANDER / 2
}

/** The few that no change has led near enough are moved by themselves. */
function held(count: number, from: number): number {
  return Math.max(from, Math.min(from + WANDER, count))
}

/**
 * Variants may have been drawn first in two editions: what is without templates stays a part of all. Of complaints it need not be: one can
 * count elsewhere by a template that told it better.
 */
function ordered(decoy: Int32Array): Int32Array {
  const isPart = (n: number) => n % SIX >= START.own && n % SIX < START.own + COMPLAINTS
  return decoy.map((count, n) => (isPart(n) ? Math.min(count, decoy[n - START.own]!) : count))
}

function stepOf(draw: number): Step {
  let left = draw
  return (STEPS.find(({ share }) => (left -= share) < 0) ?? STEPS[0]!).step
}

/** Where both go through, nothing changes. */
function changesOf(path: Path, other: Path | null, sign: number): Changes {
  const changes = new Map(path.cells.map((cell) => [cell, sign]))
  for (const cell of other?.cells ?? []) {
    if (changes.has(cell)) changes.delete(cell)
    else changes.set(cell, -sign)
  }
  return changes
}
