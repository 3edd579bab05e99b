import type { Lattice } from '../cube/lattice.ts'
import { cellId } from '../cube/coordinates.ts'
import { isReporters, SIX } from './counters.ts'
import { UnprotectableError } from './unprotectable.ts'

/** Cells that count one more (1) or one less (-1). */
export type Changes = ReadonlyMap<number, number>
/** Which of the six numbers of those cells change: their places. */
export type Step = readonly number[]

/**
 * The furthest that a count of the decoy may lie from the true one. Nor is it ever more than twice that: small counts would
 * otherwise rather grow than shrink, as they cannot fall below zero, and totals with them. The same holds for what one count has
 * more than another, which cannot be below zero either.
 */
export const REACH = 5

/** Among the six numbers of one cell, which is never less than which. */
const EXCESSES = [[0, 1], [0, 2], [3, 4], [3, 5], [0, 3], [1, 4]] as const // prettier-ignore

function isNear(count: number, truth: number): boolean {
  return Math.abs(count - truth) <= Math.min(REACH, truth)
}

/** Around which counts a decoy is drawn, and how dear it is to stray from each. */
export type Aim = { counts: Float64Array; weights: Float64Array }

/** The counts of people who could have been. A change after which nobody could have been so counted is not made. */
export class Population {
  readonly decoy: Int32Array
  readonly #exact: Int32Array
  readonly #lattice: Lattice
  readonly #total: number | undefined
  /** Of each group and number: the sum over its parts, and what of the whole is in none of them. */
  readonly #sums: Int32Array
  readonly #rests: Int32Array
  /** Of each group, how many reporters its largest part can come to have: all of them, and those without templates. */
  readonly #largest: [number, number][]

  constructor(lattice: Lattice, exact: Int32Array) {
    this.#exact = exact
    this.decoy = exact.slice()
    this.#lattice = lattice
    this.#total = lattice.numberOf.get('')
    this.#sums = new Int32Array(lattice.groups.length * SIX)
    for (const [group, { parts }] of lattice.groups.entries()) {
      for (const part of parts) for (let n = 0; n < SIX; n += 1) this.#sums[group * SIX + n]! += exact[part * SIX + n]!
    }
    this.#rests = this.#sums.map(
      (sum, n) => exact[lattice.groups[Math.floor(n / SIX)]!.parent * SIX + (n % SIX)]! - sum,
    )
    const most = (parts: number[], n: number) => parts.reduce((max, part) => Math.max(max, exact[part * SIX + n]!), 0)
    this.#largest = lattice.groups.map(({ parts }) => [most(parts, 1) + REACH, most(parts, 4) + REACH])
    // Otherwise no change would be possible there, and the true counts would be published.
    const flaw = [...lattice.at.keys()].find((cell) => !this.#couldBe(new Map([[cell, 1]])) || !this.#holdsBelow(cell))
    if (flaw !== undefined) throw new UnprotectableError(`nobody can be counted as in "${cellId(lattice.at[flaw]!)}"`)
  }

  /** How much further from what is aimed at the change leads, in squares: below zero if nearer. */
  distance(changes: Changes, step: Step, { counts, weights }: Aim): number {
    let sum = 0
    for (const [cell, change] of changes) {
      for (const n of step) {
        const number = cell * SIX + n
        sum += weights[number]! * (2 * change * (this.decoy[number]! - counts[number]!) + 1)
      }
    }
    return sum / step.length
  }

  make(changes: Changes, step: Step): void {
    this.#apply(changes, step, 1)
    if (!this.#couldBe(changes)) this.#apply(changes, step, -1)
  }

  #apply(changes: Changes, step: Step, sign: 1 | -1): void {
    for (const [cell, change] of changes) {
      for (const n of step) {
        this.decoy[cell * SIX + n]! += sign * change
        for (const group of this.#lattice.over[cell]!) this.#sums[group * SIX + n]! += sign * change
      }
    }
  }

  #couldBe(changes: Changes): boolean {
    const { under, over } = this.#lattice
    for (const [cell] of changes) if (!this.#isNear(cell)) return false
    for (const [cell, change] of changes) {
      const isMade = (group: number) => this.#addsUp(group)
      if (
        !under[cell]!.every(isMade) ||
        !over[cell]!.every(isMade) ||
        !(change > 0 ? this.#fitsAbove(cell) : this.#holdsBelow(cell))
      )
        return false
    }
    return true
  }

  #isNear(cell: number): boolean {
    const [decoy, exact, start] = [this.decoy, this.#exact, cell * SIX]
    for (let n = start; n < start + SIX; n += 1) if (!isNear(decoy[n]!, exact[n]!)) return false
    for (const [more, less] of EXCESSES) {
      if (!isNear(decoy[start + more]! - decoy[start + less]!, exact[start + more]! - exact[start + less]!))
        return false
    }
    // Nobody is counted without a call: in the total, where every call is counted, whoever tells it.
    return cell !== this.#total || decoy[start + 1]! <= decoy[start + 2]!
  }

  /** Reports and complaints leave no less than nothing for what is in none of the parts; reporters may stand in several. */
  #addsUp(group: number): boolean {
    const { parent, isWhole } = this.#lattice.groups[group]!
    for (let n = 0; n < SIX; n += 1) {
      const rest = this.decoy[parent * SIX + n]! - this.#sums[group * SIX + n]!
      const truth = this.#rests[group * SIX + n]!
      if (isReporters(n) && !isWhole) continue
      if (isReporters(n) ? Math.abs(rest - truth) > -truth : isWhole ? rest !== 0 : Math.abs(rest - truth) > truth) {
        return false
      }
    }
    return true
  }

  /** Whether none of its parts has more reporters than it has. Where all are far smaller, none need be looked at. */
  #holdsBelow(parent: number): boolean {
    const start = parent * SIX
    return this.#lattice.under[parent]!.every((group) => {
      const [all, own] = this.#largest[group]!
      const isFar = this.decoy[start + 1]! >= all && this.decoy[start + 4]! >= own
      return isFar || this.#lattice.groups[group]!.parts.every((part) => this.#fits(part, parent))
    })
  }

  #fitsAbove(part: number): boolean {
    return this.#lattice.over[part]!.every((group) => this.#fits(part, this.#lattice.groups[group]!.parent))
  }

  #fits(part: number, parent: number): boolean {
    const fits = (n: number) => this.decoy[part * SIX + n]! <= this.decoy[parent * SIX + n]!
    return fits(1) && fits(4)
  }
}
