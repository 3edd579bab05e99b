import type { Lattice } from '../cube/lattice.ts'
import { isReporters, SIX } from './counters.ts'
import type { KeyStream } from './key-stream.ts'
import { type Path, pathsIn } from './paths.ts'

/** The furthest that a count of the decoy may lie from the true one. */
export const REACH = 5
/** How far it usually lies: less would be more exact, and easier to guess. */
const SPREAD = 4
const SWEEPS = 12

/** What one person less or more changes, in the order of the six numbers; a template's sender counts only among all. */
const STEPS = [
  { of: 'one who called once', by: [1, 1, 1, 1, 1, 1], share: 0.5 },
  { of: 'one who sent a template', by: [1, 1, 1, 0, 0, 0], share: 0.15 },
  { of: 'a call told once more', by: [1, 0, 0, 1, 0, 0], share: 0.2 },
  { of: 'one called once more', by: [1, 0, 1, 1, 0, 1], share: 0.15 },
]

/**
 * The counts of a population that could have been: some reporters of the true one are left out, others doubled or moved, so that
 * everything which holds between counts of people holds between these, and none is further than `REACH` from the true one.
 */
export function decoyOf(lattice: Lattice, exact: Int32Array, stream: KeyStream): Int32Array {
  const decoy = exact.slice()
  const sums = sumsOf(lattice, exact)
  const isOpen = (cell: number) => exact[cell * SIX]! > 0
  const paths = pathsIn(lattice, isOpen, stream)
  const rules = rulesOf(lattice, { exact, decoy, sums })
  const cells = lattice.at.flatMap((_, cell) => (isOpen(cell) ? [cell] : []))
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    for (const cell of cells) {
      const path = paths.through(cell)
      if (!path) continue
      const step = stepOf(stream.fraction())
      const other = stream.fraction() < 0.6 ? paths.likeness(path) : null
      if (other === undefined) continue
      const sign = stream.fraction() < 0.5 ? 1 : -1
      rules.tryMove(changesOf(path, other, sign), step, stream.fraction())
    }
  }
  return decoy
}

function stepOf(draw: number): number[] {
  let left = draw
  return (STEPS.find(({ share }) => (left -= share) < 0) ?? STEPS[0]!).by
}

/** By cell, 1 or -1; what both paths go through does not change. */
function changesOf(path: Path, other: Path | null, sign: number): Map<number, number> {
  const changes = new Map(path.cells.map((cell) => [cell, sign]))
  for (const cell of other?.cells ?? []) {
    if (changes.has(cell)) changes.delete(cell)
    else changes.set(cell, -sign)
  }
  return changes
}

/** Of each group, the sum over its parts. */
function sumsOf({ groups }: Lattice, counts: Int32Array): Int32Array {
  const sums = new Int32Array(groups.length * SIX)
  for (const [group, { parts }] of groups.entries()) {
    for (const part of parts) for (let n = 0; n < SIX; n += 1) sums[group * SIX + n]! += counts[part * SIX + n]!
  }
  return sums
}

type Counted = { exact: Int32Array; decoy: Int32Array; sums: Int32Array }

/** What holds between the counts of any people; a move that would break it is taken back. */
function rulesOf(lattice: Lattice, { exact, decoy, sums }: Counted) {
  const { groups, under, over } = lattice
  const total = lattice.numberOf.get('')
  const rests = new Int32Array(sums.length).map((_, n) => exact[groups[Math.floor(n / SIX)]!.parent * SIX + (n % SIX)]! - sums[n]!) // prettier-ignore
  const apply = (changes: Map<number, number>, step: number[], sign: number) => {
    for (const [cell, change] of changes) {
      for (let n = 0; n < SIX; n += 1) {
        if (!step[n]) continue
        decoy[cell * SIX + n]! += sign * change
        for (const group of over[cell]!) sums[group * SIX + n]! += sign * change
      }
    }
  }
  const isNear = (cell: number): boolean => {
    for (let n = cell * SIX; n < cell * SIX + SIX; n += 1) {
      if (decoy[n]! < 0 || Math.abs(decoy[n]! - exact[n]!) > REACH) return false
    }
    // Nobody is counted without a call: in the total, where every call is counted, whoever tells it.
    if (cell === total && decoy[cell * SIX + 2]! < decoy[cell * SIX + 1]!) return false
    const [reports, reporters, complaints, ownReports, ownReporters, ownComplaints] = decoy.subarray(cell * SIX)
    return (
      reporters! <= reports! && complaints! <= reports! && ownReporters! <= ownReports! &&
      ownComplaints! <= ownReports! && ownReports! <= reports! && ownReporters! <= reporters!
    ) // prettier-ignore
  }
  const addsUp = (group: number): boolean => {
    const { parent, isWhole } = groups[group]!
    for (let n = 0; n < SIX; n += 1) {
      const rest = decoy[parent * SIX + n]! - sums[group * SIX + n]!
      if (isReporters(n) ? isWhole && rest > 0 && rest > rests[group * SIX + n]! : isWhole ? rest !== rests[group * SIX + n]! : rest < 0) return false // prettier-ignore
    }
    return true
  }
  /** No part has more reporters than the whole. */
  const holds = (parent: number, part: number): boolean =>
    decoy[part * SIX + 1]! <= decoy[parent * SIX + 1]! && decoy[part * SIX + 4]! <= decoy[parent * SIX + 4]!
  // Of a group whose parts are all far smaller than the whole, none need be looked at.
  const most = groups.map(({ parts }) => [1, 4].map((n) => parts.reduce((max, part) => Math.max(max, exact[part * SIX + n]!), 0) + REACH)) // prettier-ignore
  const isFar = (parent: number, [all, own]: number[]): boolean =>
    decoy[parent * SIX + 1]! >= all! && decoy[parent * SIX + 4]! >= own!
  const holdsAll = (parent: number): boolean =>
    under[parent]!.every((group) => isFar(parent, most[group]!) || groups[group]!.parts.every((part) => holds(parent, part))) // prettier-ignore
  const keepsRules = (changes: Map<number, number>): boolean => {
    for (const [cell] of changes) if (!isNear(cell)) return false
    for (const [cell, change] of changes) {
      if (!under[cell]!.every(addsUp) || !over[cell]!.every(addsUp)) return false
      if (change > 0 ? !over[cell]!.every((group) => holds(groups[group]!.parent, cell)) : !holdsAll(cell)) return false
    }
    return true
  }
  return {
    /** Moves towards the true counts are always made, others the less often the further they lead. */
    tryMove(changes: Map<number, number>, step: number[], draw: number): void {
      if (draw >= Math.exp(-energy(changes, step, { exact, decoy }))) return
      apply(changes, step, 1)
      if (!keepsRules(changes)) apply(changes, step, -1)
    },
  }
}

function energy(changes: Map<number, number>, step: number[], { exact, decoy }: Omit<Counted, 'sums'>): number {
  let sum = 0
  const counters = step.filter(Boolean).length
  for (const [cell, change] of changes) {
    for (let n = 0; n < SIX; n += 1) {
      if (step[n]) sum += (2 * change * (decoy[cell * SIX + n]! - exact[cell * SIX + n]!) + 1) / counters
    }
  }
  return sum / (2 * SPREAD * SPREAD)
}
