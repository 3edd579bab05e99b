import type { Facts } from '../facts.ts'
import type { LevelOf } from './match-weights.ts'

export type Timed = Partial<Pick<Facts, 'day' | 'time' | 'offset' | 'earliest' | 'latest'>>

/** Minutes since 1970, on the wall clock or as instants, and how far the call may lie outside of them. */
type Span = { first: number; last: number; slack: number }

const HOUR = 60
const HALF_DAY = 12 * HOUR
const DAY = 24 * HOUR
/** In a place of which not even the clock is known, an instant is none. */
const TOO_WIDE = 2 * HOUR
/** People and displays differ by as much when nobody rounds. */
const SAME_MINUTES = 5
const QUARTER = 15
/** As far as a guess is off that was written as if it were none. */
const SOME_MINUTES = 25
const SHIFTED_MINUTES = 20
/** Till when the night still belongs to the day before. */
const NIGHT_ENDS = 3 * HOUR

/** How the times of two calls agree, each taken as exactly as it was told: to an odd minute, a quarter, "around ten", a day. */
export function compareTimes(a: Timed, b: Timed): LevelOf<'callTime'> | undefined {
  // Where one tells an offset, it may be that of the place or of the clock it was written by: whichever brings them nearer.
  const readings = (a.offset ?? b.offset) ? [false, true] : [false]
  const spans = readings.map((isByInstant) => [spanOf(a, isByInstant), spanOf(b, isByInstant)] as const)
  const [nearest] = spans.filter(areTold).toSorted((one, other) => gap(...one) - gap(...other))
  if (!nearest) return undefined
  const [x, y] = nearest
  if (!a.day || !b.day) return gap(x, y) > 0 ? 'otherDay' : undefined
  return a.time && b.time ? compareClocks([a, x], [b, y]) : compareDays([a, x], [b, y])
}

function areTold(spans: readonly [Span | undefined, Span | undefined]): spans is readonly [Span, Span] {
  return spans.every((span) => span !== undefined)
}

function compareClocks([a, x]: [Timed, Span], [b, y]: [Timed, Span]): LevelOf<'callTime'> {
  const [apart, tolerance] = [gap(x, y), x.slack + y.slack]
  if (apart <= SAME_MINUTES) return 'sameTime'
  if (apart <= tolerance) return apart <= QUARTER ? 'aQuarterOff' : 'asRounded'
  if (apart <= HOUR) return apart <= SOME_MINUTES ? 'someMinutesOff' : 'withinTheHour'
  return compareShifted([a, x], [b, y]) ?? (apart < DAY ? 'hoursApart' : 'otherDay')
}

/** Half a day or a day off, and right otherwise. */
function compareShifted([a, x]: [Timed, Span], [b, y]: [Timed, Span]): LevelOf<'callTime'> | undefined {
  const afterShift = (by: number) => Math.min(gap(shifted(x, by), y), gap(x, shifted(y, by)))
  const loosely = Math.min(x.slack + y.slack, SHIFTED_MINUTES)
  const [halfADay, aDay] = [afterShift(HALF_DAY), afterShift(DAY)]
  if (halfADay <= loosely && isAtNight(a) !== isAtNight(b)) return 'amForPm'
  if (halfADay <= SAME_MINUTES) return 'twelveHoursApart'
  if (aDay > loosely) return undefined
  if (isAroundMidnight(a) && isAroundMidnight(b)) return 'afterMidnight'
  return aDay <= SAME_MINUTES ? 'aDayOff' : 'aboutADayOff'
}

/** At least one of them is a day without a time. */
function compareDays([a, x]: [Timed, Span], [b, y]: [Timed, Span]): LevelOf<'callTime'> {
  const apart = gap(x, y)
  if (apart === 0) return 'sameDay'
  const [timed, day] = a.time ? [x, y] : [y, x]
  if ((a.time ?? b.time) && timed.first > day.last && apart <= NIGHT_ENDS) return 'afterMidnight'
  return apart <= DAY ? 'neighbouringDay' : 'otherDay'
}

function gap(x: Span, y: Span): number {
  return Math.max(0, y.first - x.last, x.first - y.last)
}

function shifted({ first, last, slack }: Span, by: number): Span {
  return { first: first + by, last: last + by, slack }
}

function spanOf(timed: Timed, isByInstant: boolean): Span | undefined {
  const { day, time, earliest, latest } = timed
  const slack = time ? slackOf(time) : 0
  if (day && !isByInstant) {
    const first = minutes(`${day}T${time?.slice(0, 2) ?? '00'}:${time?.slice(3, 5) || '00'}Z`)
    return { first, last: first + (time ? (time.length > 2 ? 0 : HOUR - 1) : DAY - 1), slack }
  }
  if (!earliest || !latest) return undefined
  const [first, last] = [minutes(earliest), minutes(latest)]
  return time && last - first > TOO_WIDE ? undefined : { first, last, slack }
}

function minutes(instant: string): number {
  return Math.floor(Date.parse(instant) / 60_000)
}

/** How far off a time is that was told so: the rounder, the farther. */
function slackOf(time: string): number {
  const minute = Number(time.slice(3, 5))
  if (time.length <= 2 || minute === 0) return 25
  if (minute === 30) return 20
  if (minute % 15 === 0) return 12
  if (minute % 10 === 0) return 8
  return minute % 5 === 0 ? 6 : 3
}

function isAtNight({ time = '' }: Timed): boolean {
  return time < '08' || time >= '22'
}

function isAroundMidnight({ time = '' }: Timed): boolean {
  return time < '05' || time >= '21'
}
