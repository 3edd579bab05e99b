import { dayNamed, daysBefore, type LocalNow, weekdayOfDay } from './local-now.ts'
import { monthOf } from './time-words.ts'

export type DayPart = 'morning' | 'afternoon' | 'evening' | 'night'

/** What words say of a day, a part of one, or a month. */
export type DayReading = {
  /** `YYYY-MM-DD`, or `YYYY-MM`; absent where the words say a part of the day only, or one that is to come. */
  day?: string
  part?: DayPart
  /** Said of the past alone: "last night", "yesterday". */
  isPast?: boolean
  /** A day of the week alone. */
  isWeekday?: boolean
  /** What cannot be when a call came: a day to come, or one that may be several. */
  isOther?: boolean
}

/** A date in figures, where only one way to read it is a day that has been. */
export function dated(readings: [string, string, string][], now: LocalNow): DayReading {
  const days = readings
    .map(([year, month, date]) => dayNamed(Number(year.length === 2 ? `20${year}` : year), Number(month), Number(date)))
    .filter((day) => day !== undefined && day <= now.today)
  const [day, other] = new Set(days)
  return day && !other ? { day } : { isOther: true }
}

const SOON_DAYS = 60

/** A day of a month: without a year the last one, unless it is about to come again. */
export function named(month: string, date: string, year: string | undefined, now: LocalNow): DayReading {
  const [m, d] = [monthOf(month), Number(date)]
  const thisYear = Number(now.today.slice(0, 4))
  if (year) {
    const day = dayNamed(Number(year), m, d)
    return day && day <= now.today ? { day } : { isOther: true }
  }
  const [last, next] = [-1, 0].map((more) => dayNamed(thisYear + more, m, d))
  if (next && next <= now.today) return { day: next }
  const isSoon = next !== undefined && daysBefore(next, SOON_DAYS) <= now.today
  return last && !isSoon ? { day: last } : { isOther: true }
}

export function monthAlone(month: string, year: string | undefined, now: LocalNow): DayReading | undefined {
  const of = String(monthOf(month)).padStart(2, '0')
  const current = now.today.slice(0, 7)
  const thisYear = Number(current.slice(0, 4))
  const [day] = (year ? [Number(year)] : [thisYear, thisYear - 1])
    .map((each) => `${each}-${of}`)
    .filter((each) => each <= current)
  return day ? { day } : { isOther: true }
}

const MOST_DAYS_BACK = 62

/** "Friday the 29th": the last day that was both. */
export function weekdayOn(weekday: number, date: number, now: LocalNow): DayReading {
  for (let back = 0; back <= MOST_DAYS_BACK; back += 1) {
    const day = daysBefore(now.today, back)
    if (Number(day.slice(8)) === date && weekdayOfDay(day) === weekday) return { day }
  }
  return { isOther: true }
}
