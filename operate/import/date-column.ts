import { plainText } from '../../functions/domain/plain-text.ts'
import type { ImportCode } from './import-texts.ts'
import type { Clock } from './read-clock.ts'
import { readClock, two } from './read-clock.ts'
import { type DateOrder, lacksYear, type ReadDay, readDay } from './read-day.ts'

/** What a whole column tells of how its dates are to be read: which of two numbers is the day, and whether a midnight is a time. */
export class DateColumn {
  /** Dates that can only be read with the day first, or with the month first, and those that could be read both ways. */
  dayFirst = 0
  monthFirst = 0
  eitherWay = 0
  #clocks = 0
  #midnights = 0
  readonly #year: string | undefined

  /** `year` is of dates without one. */
  constructor(year?: string) {
    this.#year = year
  }

  note(cell: string): void {
    const read = readDay(cell, this.#year)
    if (!read) return
    if (read.clock) this.#clocks += 1
    if (read.clock === '00:00') this.#midnights += 1
    if (!('parts' in read)) return
    const [a, b] = read.parts
    if (a > 12) this.dayFirst += 1
    else if (b > 12) this.monthFirst += 1
    else if (a !== b) this.eitherWay += 1
  }

  /** Undefined while nothing tells, and when dates contradict each other. */
  get order(): DateOrder | undefined {
    if (this.dayFirst > 0) return this.monthFirst > 0 ? undefined : 'dmy'
    return this.monthFirst > 0 ? 'mdy' : undefined
  }

  /** A column of dates that a program has written with a time all the same. */
  get isOfDays(): boolean {
    return this.#midnights > 0 && this.#midnights === this.#clocks
  }
}

export type HowToRead = { order: DateOrder | undefined; isOfDays: boolean; year?: string | undefined }
export type Moment = { value: string } | { fault: ImportCode; part?: 'time' }

/** The text of `call.receivedAt` that is meant by the cell of a date, and where there is one the cell of its time. */
export function readMoment(cells: { day: string; time?: string | undefined }, how: HowToRead): Moment {
  const time = cells.time?.trim()
  if (cells.day.trim() === '') return time ? { fault: 'no-date' } : { value: '' }
  const read = readDay(cells.day, how.year)
  if (!read && lacksYear(cells.day)) return { fault: 'no-year' }
  // Left for the API to refuse, as it would anybody's.
  if (!read) return { value: cells.day.trim() }
  const day = dayOf(read, how.order)
  if ('fault' in day) return day
  const own = read.clock === '00:00' && (how.isOfDays || cells.time !== undefined) ? undefined : read.clock
  return withTime(day.value, own, time)
}

function dayOf(read: ReadDay, order: DateOrder | undefined): Moment {
  if ('written' in read) return { value: read.written }
  if ('short' in read) {
    if (!order) return { fault: 'ambiguous-date' }
    const at = (letter: string) => read.short[order.indexOf(letter)]!
    return { value: `20${two(at('y'))}-${two(at('m'))}-${two(at('d'))}` }
  }
  const [a, b] = read.parts
  const [dmy, mdy] = [`${read.year}-${two(b)}-${two(a)}`, `${read.year}-${two(a)}-${two(b)}`]
  if (order === 'dmy' && b > 12 && a <= 12) return { fault: 'other-date-order' }
  if (order === 'mdy' && a > 12 && b <= 12) return { fault: 'other-date-order' }
  if (order === 'dmy' || a > 12 || a === b) return { value: dmy }
  return order === 'mdy' || b > 12 ? { value: mdy } : { fault: 'ambiguous-date' }
}

function withTime(day: string, own: Clock | undefined, time: string | undefined): Moment {
  if (!time || isUnknown(time)) return { value: own ? `${day}T${own}` : day }
  const clock = readClock(time)
  if (!clock) return { fault: 'not-a-time-of-day', part: 'time' }
  // A month, or a time that has its offset already.
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return { fault: 'two-times', part: 'time' }
  return own && own !== clock ? { fault: 'two-times', part: 'time' } : { value: `${day}T${clock}` }
}

function isUnknown(time: string): boolean {
  return ['?', '-', 'n/a', 'unknown', 'inconnu', 'inconnue'].includes(plainText(time))
}
