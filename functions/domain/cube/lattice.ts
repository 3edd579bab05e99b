import { cellId, type Coordinates, type Dimension } from './coordinates.ts'
import { parentsOf } from './parents.ts'

/** The parts of one cell by one dimension, as numbers of cells. */
export type Group = { parent: number; by: Dimension; isWhole: boolean; parts: number[] }

/** Which cell is a part of which: all that is known of how the numbers of a cube hang together. */
export type Lattice = {
  at: readonly Coordinates[]
  numberOf: ReadonlyMap<string, number>
  groups: Group[]
  /** By cell: the groups that it is divided into, and those it is a part in. */
  under: number[][]
  over: number[][]
}

export function latticeOf(at: readonly Coordinates[]): Lattice {
  const numberOf = new Map(at.map((coordinates, cell) => [cellId(coordinates), cell]))
  const groups: Group[] = []
  const known = new Map<string, number>()
  const [under, over]: [number[][], number[][]] = [at.map(() => []), at.map(() => [])]
  for (const [cell, coordinates] of at.entries()) {
    for (const { at: whole, by, isWhole } of parentsOf(coordinates)) {
      const parent = numberOf.get(cellId(whole))
      if (parent === undefined) continue
      const key = `${parent} ${by}`
      const number = known.get(key) ?? groups.push({ parent, by, isWhole, parts: [] }) - 1
      if (!known.has(key)) under[parent]!.push(number)
      known.set(key, number)
      groups[number]!.parts.push(cell)
      over[cell]!.push(number)
    }
  }
  return { at, numberOf, groups, under, over }
}
