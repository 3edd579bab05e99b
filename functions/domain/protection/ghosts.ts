import { dimensionsOf } from '../cube/coordinates.ts'
import type { Lattice } from '../cube/lattice.ts'
import type { KeyStream } from './key-stream.ts'
import { pathsIn } from './paths.ts'

/** Of so many empty cells the one is taken where most is told of around it: there people are, and so must be who nobody is. */
const CANDIDATES = 8

/**
 * How many calls that nobody made are counted in which cells, so that a suppressed cell does not say that somebody is in it. Each goes
 * through all the cells that one who made it would be in. `isEmpty` is of the cells that are listed for the first time.
 */
export function ghostsIn(
  lattice: Lattice,
  isEmpty: (cell: number) => boolean,
  { share, reports, stream }: { share: number; reports: (cell: number) => number; stream: KeyStream },
): Map<number, number> {
  const ghosts = new Map<number, number>()
  const around = lattice.over.map((groups) =>
    Math.min(...groups.map((group) => reports(lattice.groups[group]!.parent))),
  )
  const paths = pathsIn(lattice, { isOpen: () => true, sizeOf: (cell) => around[cell]!, stream })
  for (const zeros of byShape(lattice, isEmpty)) {
    // Of few cells a share is less than one: then it is a chance, and not never.
    const wanted = Math.floor(zeros.length * share + stream.fraction())
    let drawn = zeros.filter((cell) => ghosts.has(cell)).length
    for (let tries = 0; drawn < wanted && tries < 4 * wanted; tries += 1) {
      const cell = likeliest(zeros, around, stream)
      if (ghosts.has(cell)) continue
      const path = paths.through(cell)
      if (!path) continue
      for (const each of path.cells) ghosts.set(each, (ghosts.get(each) ?? 0) + 1)
      drawn += 1
    }
  }
  return ghosts
}

function likeliest(zeros: number[], around: number[], stream: KeyStream): number {
  const candidates = Array.from({ length: CANDIDATES }, () => zeros[stream.below(zeros.length)]!)
  return candidates.reduce((best, cell) => (around[cell]! > around[best]! ? cell : best))
}

function byShape({ at }: Lattice, isEmpty: (cell: number) => boolean): number[][] {
  const zeros = at.flatMap((_, cell) => (isEmpty(cell) ? [cell] : []))
  // The finest first: what they take along of coarser cells counts there.
  const shapes = Map.groupBy(zeros, (cell) => dimensionsOf(at[cell]!).join())
  return [...shapes.values()].toSorted((a, b) => b.length - a.length)
}
