import { wallClock } from './zone-clock.ts'

/** A call's own wall clock, as it was written, in parts; nothing is converted between zones. */
export type WrittenTime = {
  precision: 'minute' | 'hour' | 'day' | 'month'
  /** `YYYY-MM` */
  month: string
  /** `YYYY-MM-DD` */
  day?: string
  /** `HH:mm`, or `HH` */
  time?: string
  /** `Z` or `±HH:mm` */
  offset?: string
}

const WRITTEN =
  /^(?<month>\d{4}-\d{2})(?:-(?<date>\d{2})(?:[Tt ](?<time>\d{2}(?::\d{2})?)(?:(?<=:\d{2}):(?:[0-5]\d|60)(?:\.\d{1,9})?)?(?<offset>[Zz]|[+-]\d{2}:?\d{2})?)?)?$/

/** Reads ISO 8601 to the minute: a month, a date, a date with an hour or a time of day, the last two with or without an offset. Undefined when it is none of them. */
export function readWrittenTime(text: string): WrittenTime | undefined {
  const { month, date, time, offset } = WRITTEN.exec(text.trim())?.groups ?? {}
  if (!month) return undefined
  if (!date) return { precision: 'month', month }
  const day = `${month}-${date}`
  if (!time) return { precision: 'day', month, day }
  const precision = time.length > 2 ? 'minute' : 'hour'
  return { precision, month, day, time, ...(offset ? { offset: spellOffset(offset) } : {}) }
}

/** The one way this is written from here on. */
export function writeTime({ month, day, time, offset }: WrittenTime): string {
  if (!time) return day ?? month
  return `${day}T${time}${offset ?? ''}`
}

function spellOffset(offset: string): string {
  return /z/i.test(offset) ? 'Z' : `${offset.slice(0, 3)}:${offset.slice(-2)}`
}

export type TimeFault = 'no-such-date' | 'too-early' | 'in-the-future'

const EARLIEST_MONTH = '2000-01'
const CLOCK_SLACK_MS = 10 * 60_000
const MOST_BEHIND_MS = 3.5 * 3_600_000

/** What speaks against a call at this time, if anything. Ten minutes of slack for clocks that are ahead of ours. */
export function timeFault(written: WrittenTime, now: Date): TimeFault | undefined {
  if (!exists(written)) return 'no-such-date'
  if (written.month < EARLIEST_MONTH) return 'too-early'
  return isLater(written, new Date(now.getTime() + CLOCK_SLACK_MS)) ? 'in-the-future' : undefined
}

function exists({ month, day, time = '00', offset = 'Z' }: WrittenTime): boolean {
  const date = day ?? `${month}-01`
  const midnight = new Date(`${date}T00:00Z`)
  // Date rolls 31 February over into March.
  if (Number.isNaN(midnight.getTime()) || !midnight.toISOString().startsWith(date)) return false
  return time < '24' && !Number.isNaN(Date.parse(`${date}T${toMinute(time)}${offset}`)) && isOffset(offset)
}

function toMinute(time: string): string {
  return time.length > 2 ? time : `${time}:00`
}

function isOffset(offset: string): boolean {
  return offset === 'Z' || Math.abs(Number(offset.slice(0, 3))) <= 14
}

function isLater(written: WrittenTime, limit: Date): boolean {
  const text = writeTime(written)
  if (written.offset)
    return Date.parse(`${written.day}T${toMinute(written.time ?? '')}${written.offset}`) > limit.getTime()
  // Newfoundland is three and a half hours behind UTC, or less: what is earlier needs no calendar of zones.
  const earliest = new Date(limit.getTime() - MOST_BEHIND_MS).toISOString()
  return text > earliest.slice(0, text.length) && text > newfoundlandClock(limit).slice(0, text.length)
}

/** Where the day begins first in Canada: later than this is the future everywhere in the country. */
function newfoundlandClock(instant: Date): string {
  return new Date(wallClock(instant.getTime(), 'America/St_Johns')).toISOString().slice(0, 16)
}
