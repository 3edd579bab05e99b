import type { Lattice } from '../cube/lattice.ts'
import { SIX } from './counters.ts'
import type { KeyStream } from './key-stream.ts'
import { type Path, pathsIn } from './paths.ts'
import { type Changes, Population, type Step } from './population.ts'

/** How readily it strays: less would be more exact, and easier to guess. */
const SPREAD = 3
/** How often a change is tried in each cell, and in a small cube at least in all: its totals stray no faster than those of a large one. */
const SWEEPS = 12
const FEWEST_TRIES = 4_000
/** How often somebody moves, rather than comes or goes. */
const MOVES = 0.4

/** What one person more or less changes, in the order of the six numbers; a template's sender counts only among all. */
const STEPS: { of: string; step: Step; share: number }[] = [
  { of: 'one who called once', step: [1, 1, 1, 1, 1, 1], share: 0.5 },
  { of: 'one who sent a template', step: [1, 1, 1, 0, 0, 0], share: 0.15 },
  { of: 'a call told once more', step: [1, 0, 0, 1, 0, 0], share: 0.2 },
  { of: 'one called once more', step: [1, 0, 1, 1, 0, 1], share: 0.15 },
]

/**
 * The counts of a population that could have been: some people of the true one are left out, others doubled or moved, so that
 * whatever holds between counts of people holds between these, and none is further than `REACH` from the true one. Cells in which
 * nobody is stay empty.
 */
export function decoyOf(lattice: Lattice, exact: Int32Array, stream: KeyStream): Int32Array {
  const population = new Population(lattice, exact)
  const isOpen = (cell: number) => exact[cell * SIX]! > 0
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
      // Towards the true counts always, away from them the more seldom the further it leads.
      const distance = population.distance(changes, step)
      if (stream.fraction() < Math.exp(-distance / (2 * SPREAD * SPREAD))) population.make(changes, step)
    }
  }
  return population.decoy
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
