import { dimensionsOf } from '../cube/coordinates.ts'
import type { Lattice } from '../cube/lattice.ts'
import type { KeyStream } from './key-stream.ts'
import { pathsIn } from './paths.ts'

/**
 * Cells in which nobody is and which will be suppressed all the same, so that a suppressed cell does not say that somebody is in it.
 * They are the cells of calls that nobody made: a suppressed riding has a day that is, too, or it would be seen through.
 * `isSeen` is of cells that are shown or suppressed already.
 */
export function ghostsIn(
  lattice: Lattice,
  isSeen: (cell: number) => boolean,
  { share, stream }: Haunting,
): Set<number> {
  const ghosts = new Set<number>()
  const paths = pathsIn(lattice, { isOpen: () => true, sizeOf: () => 0, stream })
  for (const zeros of byShape(lattice, isSeen)) {
    // Of few cells a share is less than one: then it is a chance, and not never.
    const wanted = Math.floor(zeros.length * share + stream.fraction())
    let drawn = 0
    for (let tries = 0; drawn < wanted && tries < 4 * wanted; tries += 1) {
      const cell = zeros[stream.below(zeros.length)]!
      if (ghosts.has(cell)) continue
      const path = paths.through(cell)
      if (!path) continue
      for (const each of path.cells) if (!isSeen(each)) ghosts.add(each)
      drawn += 1
    }
  }
  return ghosts
}

type Haunting = { share: number; stream: KeyStream }

function byShape({ at }: Lattice, isSeen: (cell: number) => boolean): number[][] {
  const zeros = at.flatMap((_, cell) => (isSeen(cell) ? [] : [cell]))
  // The finest first: what they take along of coarser cells counts there.
  const shapes = Map.groupBy(zeros, (cell) => dimensionsOf(at[cell]!).join())
  return [...shapes.values()].toSorted((a, b) => b.length - a.length)
}
