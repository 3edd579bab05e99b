import { LINES, linesOf } from './numbers.ts'
import type { Random } from './random.ts'
import type { Riding } from './ridings.ts'

/** More live reports of one line than 50 are counted otherwise; this leaves room for those that pass through by mistake. */
const MAX_REPORTS_PER_LINE = 40

/** The most reports that the fictional lines can tell: a call to a line must not look like an earlier one to it. */
export const MAX_REPORTS = LINES.length * 20

/** What of a call must be new to a line. Without a date it could be any call from that number. */
export type Mark = { caller: string | null; date: string | undefined }

type Household = { riding?: string; reports: number; calls: Map<string, Set<string>> }

/** Gives out lines, so that no two calls to one line could be taken for each other unless that is wanted. */
export class Directory {
  #random: Random
  #households: (Household | undefined)[] = []

  constructor(random: Random) {
    this.#random = random
  }

  /** A line in the riding that was not yet called so; most have the province's area codes. */
  lineIn(riding: Riding, mark: Mark, reports: number): string {
    const local = linesOf(riding.province)
    for (let attempt = 0; attempt < 40; attempt++) {
      const index = attempt < 20 ? this.#random.pick(local) : this.#random.between(0, LINES.length - 1)
      if (this.#isFree(index, mark, attempt % 20 < 15 ? riding : undefined))
        return this.#take(index, { riding, mark, reports })
    }
    const start = this.#random.between(0, LINES.length - 1)
    for (let i = 0; i < LINES.length; i++) {
      const index = (start + i) % LINES.length
      if (this.#isFree(index, mark)) return this.#take(index, { riding, mark, reports })
    }
    throw new Error('there are not enough fictional lines for so many reports')
  }

  #isFree(index: number, { caller, date }: Mark, riding?: Riding): boolean {
    const household = this.#households[index]
    if (!household) return true
    if (household.reports > MAX_REPORTS_PER_LINE - 8 || (riding && household.riding !== riding.number)) return false
    const dates = household.calls.get(caller ?? '')
    return !dates || !(date === undefined || dates.has(date) || dates.has('?'))
  }

  #take(index: number, call: { riding: Riding; mark: Mark; reports: number }): string {
    const household = (this.#households[index] ??= { riding: call.riding.number, reports: 0, calls: new Map() })
    const caller = call.mark.caller ?? ''
    const dates = household.calls.get(caller) ?? new Set()
    household.calls.set(caller, dates.add(call.mark.date ?? '?'))
    household.reports += call.reports
    return LINES[index]!
  }
}
