import type { Facts } from '../facts.ts'
import { CLOCKS, DAYS, type Rival, type TimeWeight, timeWeight, toTenth } from './match-weights.ts'

export type Timed = Partial<Pick<Facts, 'day' | 'time' | 'offset' | 'earliest' | 'latest'>>

/** Minutes since 1970, on the wall clock or as instants, and how far off (standard deviation) the call may be. */
type Span = { first: number; last: number; slack: number }

const HOUR = 60
const HALF_DAY = 12 * HOUR
const DAY = 24 * HOUR
const WEEKS = 14 * DAY
/** In a place of which not even the clock is known, an instant is none. */
const TOO_WIDE = 2 * HOUR
/** How far off a guess is that was written as if it were none. */
const GUESS = 9
/** Within these calls follow upon one another, and dialers return the next day. */
const SOON = 40
const SAME_HOURS = 90
/** Till when the night still belongs to the day before. */
const NIGHT_ENDS = 3 * HOUR
/** Nothing is so near or so far that it would outweigh all else. */
const MOST_BITS = 7.2

/**
 * What the times of two calls say for their being one, in bits; each is taken as exactly as it was told: to an odd minute, a
 * quarter, "around ten", a day. Undefined where they cannot be compared.
 */
export function weighTimes(a: Timed, b: Timed): TimeWeight | undefined {
  // Where one tells an offset, it may be that of the place or of the clock it was written by: whichever brings them nearer.
  const readings = (a.offset ?? b.offset) ? [false, true] : [false]
  const spans = readings.map((isByInstant) => [spanOf(a, isByInstant), spanOf(b, isByInstant)] as const)
  const [nearest] = spans.filter(areTold).toSorted((one, other) => gap(...one) - gap(...other))
  if (!nearest) return undefined
  const [x, y] = nearest
  if (!a.day || !b.day) return gap(x, y) > 0 ? timeWeight(DAYS.otherDay) : undefined
  return a.time && b.time ? weighClocks([a, x], [b, y]) : timeWeight(DAYS[compareDays([a, x], [b, y])])
}

function areTold(spans: readonly [Span | undefined, Span | undefined]): spans is readonly [Span, Span] {
  return spans.every((span) => span !== undefined)
}

/** The density at which one call is told so, over that of two; per minute. */
function weighClocks([a, x]: [Timed, Span], [b, y]: [Timed, Span]): TimeWeight {
  const { m } = CLOCKS
  const difference = differenceOf(x, y)
  const [aDay, halfADay] = [DAY, HALF_DAY].map((by) => Math.abs(difference.apart - by)) as [number, number]
  const told = (apart: number) => around({ ...difference, apart })
  const dayOff = isAfterMidnight(a) && isAfterMidnight(b) ? m.dayOffAfterMidnight : m.dayOff
  const one =
    m.asRounded * told(difference.apart) +
    m.guessed * guessed(difference) +
    dayOff * told(aDay) +
    (isAtNight(a) === isAtNight(b) ? 0 : m.halfADayOff * told(halfADay)) +
    m.anywhere / WEEKS
  const bits = (rival: Rival) => bounded(Math.log2(one / ofTwo(rival, { ...difference, aDay })))
  return { otherCampaign: bits('otherCampaign'), calledAgain: bits('calledAgain') }
}

function ofTwo(rival: Rival, { apart, level, aDay }: Difference & { aDay: number }): number {
  const { soon, sameDay, aboutADayOff, anywhere } = CLOCKS.u[rival]
  return (
    (soon * Math.exp(-apart / SOON)) / (2 * SOON + level) +
    (sameDay * Math.max(0, 1 - apart / HALF_DAY)) / HALF_DAY +
    (aboutADayOff * Math.exp(-aDay / SAME_HOURS)) / (4 * SAME_HOURS) +
    anywhere / WEEKS
  )
}

function bounded(bits: number): number {
  return toTenth(Math.max(-MOST_BITS, Math.min(MOST_BITS, bits)))
}

/**
 * Of two spans: how far apart their middles are, over how many minutes every such distance is as likely where they are one call,
 * and how much it is blurred beyond that. Two spans of one width are told apart by their middles; a minute within an hour is not.
 */
type Difference = { apart: number; level: number; slack: number }

function differenceOf(x: Span, y: Span): Difference {
  const [narrow, wide] = [x.last - x.first, y.last - y.first].toSorted((one, other) => one - other) as [number, number]
  return {
    apart: Math.abs(x.first + x.last - y.first - y.last) / 2,
    level: wide - narrow,
    slack: Math.hypot(x.slack, y.slack, narrow / Math.sqrt(6)),
  }
}

/** The density of a distance: even where every distance is as likely, and falling off as a normal error does. */
function around({ apart, level, slack }: Difference): number {
  const beyond = Math.max(0, apart - level / 2)
  return Math.exp(-((beyond / slack) ** 2) / 2) / (level + slack * Math.sqrt(2 * Math.PI))
}

/** The same where the time is a guess: farther off, and falling off as an exponential error does. */
function guessed({ apart, level, slack }: Difference): number {
  const [beyond, scale] = [Math.max(0, apart - level / 2), slack + GUESS]
  return Math.exp(-beyond / scale) / (level + 2 * scale)
}

/** At least one of them is a day without a time. */
function compareDays([a, x]: [Timed, Span], [b, y]: [Timed, Span]): keyof typeof DAYS {
  const apart = gap(x, y)
  if (apart === 0) return 'sameDay'
  const [timed, day] = a.time ? [x, y] : [y, x]
  if ((a.time ?? b.time) && timed.first > day.last && apart <= NIGHT_ENDS) return 'afterMidnight'
  return apart <= DAY ? 'neighbouringDay' : 'otherDay'
}

function gap(x: Span, y: Span): number {
  return Math.max(0, y.first - x.last, x.first - y.last)
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
  if (time.length <= 2 || minute === 0) return 13
  if (minute === 30) return 12
  if (minute % 15 === 0) return 9
  if (minute % 10 === 0) return 7
  return minute % 5 === 0 ? 5 : 2
}

function isAtNight({ time = '' }: Timed): boolean {
  return time < '08' || time >= '22'
}

function isAfterMidnight({ time = '' }: Timed): boolean {
  return time < '05'
}
