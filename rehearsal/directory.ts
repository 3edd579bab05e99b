import { LINES, linesOf } from './numbers.ts'
import type { Random } from './random.ts'
import type { Riding } from './ridings.ts'

/** More live reports of one line than 50 are counted otherwise; this leaves room for those that pass through by mistake. */
const MAX_REPORTS_PER_LINE = 40

/** The most reports that the fictional lines can tell: a call to a line must not look like an earlier one to it. */
export const MAX_REPORTS = LINES.length * 20

/**
 * What of a call must be new to a line: what is told of it (without a date it could be any call from that number), and whose call
 * it truly was, however it is told: no campaign calls a line twice a day by chance.
 */
export type Mark = {
  caller: string | null
  date: string | undefined
  truly: { caller: string; date: string }
  /** With the same words on the same day nobody could say which call was whose: avoided as long as there are lines enough. */
  script: string
}

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

  #isFree(index: number, { caller, date, truly, script }: Mark, riding?: Riding): boolean {
    const household = this.#households[index]
    if (!household) return true
    if (household.reports > MAX_REPORTS_PER_LINE - 8 || (riding && household.riding !== riding.number)) return false
    const [dates, trueDates] = [household.calls.get(caller ?? ''), household.calls.get(truly.caller)]
    if (trueDates?.has(truly.date) || (riding && household.calls.get(script)?.has(truly.date))) return false
    return !dates || !(date === undefined || dates.has(date) || dates.has('?'))
  }

  #take(index: number, call: { riding: Riding; mark: Mark; reports: number }): string {
    const household = (this.#households[index] ??= { riding: call.riding.number, reports: 0, calls: new Map() })
    const { caller, date = '?', truly, script } = call.mark
    for (const mark of [{ caller: caller ?? '', date }, truly, { caller: script, date: truly.date }]) {
      const dates = household.calls.get(mark.caller) ?? new Set()
      household.calls.set(mark.caller, dates.add(mark.date))
    }
    household.reports += call.reports
    return LINES[index]!
  }
}
