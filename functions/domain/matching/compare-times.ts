import type { Facts } from '../facts.ts'
import { CLOCKS, DAYS, type Rival, type TimeWeight, timeWeight, toTenth } from './match-weights.ts'

export type Timed = Partial<Pick<Facts, 'day' | 'time' | 'offset' | 'earliest' | 'latest'>>

/** Minutes since 1970, on the wall clock or as instants, and how round a time of day it was told as. */
type Span = { first: number; last: number; roundness: Roundness }
type Roundness = keyof typeof CLOCKS.m.guessed

const HOUR = 60
const HALF_DAY = 12 * HOUR
const DAY = 24 * HOUR
const WEEKS = 14 * DAY
/** In a place of which not even the clock is known, an instant is none. */
const TOO_WIDE = 2 * HOUR
/** How far off, in minutes (standard deviation), a time is that was told so: the rounder, the farther. */
const SLACK: Record<Roundness, number> = { hour: 13, half: 12, quarter: 9, ten: 7, five: 5, odd: 2 }
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
  const [guess] = difference.guess
  const asRounded = 1 - guess - m.dayOff - m.halfADayOff - m.anywhere
  const one =
    asRounded * told(difference.apart) +
    guess * guessed(difference) +
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
 * how much it is blurred beyond that, and how often one of them is a guess. Two spans of one width are told apart by their middles; a
 * minute within an hour is not.
 */
type Difference = { apart: number; level: number; slack: number; guess: Guess }
type Guess = readonly [share: number, off: number]

function differenceOf(x: Span, y: Span): Difference {
  const [narrow, wide] = [x.last - x.first, y.last - y.first].toSorted((one, other) => one - other) as [number, number]
  return {
    apart: Math.abs(x.first + x.last - y.first - y.last) / 2,
    level: wide - narrow,
    slack: Math.hypot(SLACK[x.roundness], SLACK[y.roundness], narrow / Math.sqrt(6)),
    guess: rounderOf(CLOCKS.m.guessed[x.roundness], CLOCKS.m.guessed[y.roundness]),
  }
}

function rounderOf(one: Guess, other: Guess): Guess {
  return one[0] >= other[0] ? one : other
}

/** The density of a distance: even where every distance is as likely, and falling off as a normal error does. */
function around({ apart, level, slack }: Difference): number {
  const beyond = Math.max(0, apart - level / 2)
  return Math.exp(-((beyond / slack) ** 2) / 2) / (level + slack * Math.sqrt(2 * Math.PI))
}

/** The same where the time is a guess: farther off, and falling off as an exponential error does. */
function guessed({ apart, level, slack, guess: [, off] }: Difference): number {
  const [beyond, scale] = [Math.max(0, apart - level / 2), slack + off]
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
  const roundness = roundnessOf(time ?? '')
  if (day && !isByInstant) {
    const first = minutes(`${day}T${time?.slice(0, 2) ?? '00'}:${time?.slice(3, 5) || '00'}Z`)
    return { first, last: first + (time ? (time.length > 2 ? 0 : HOUR - 1) : DAY - 1), roundness }
  }
  if (!earliest || !latest) return undefined
  const [first, last] = [minutes(earliest), minutes(latest)]
  return time && last - first > TOO_WIDE ? undefined : { first, last, roundness }
}

function minutes(instant: string): number {
  return Math.floor(Date.parse(instant) / 60_000)
}

function roundnessOf(time: string): Roundness {
  const minute = Number(time.slice(3, 5))
  if (time.length <= 2 || minute === 0) return 'hour'
  if (minute === 30) return 'half'
  if (minute % 15 === 0) return 'quarter'
  if (minute % 10 === 0) return 'ten'
  return minute % 5 === 0 ? 'five' : 'odd'
}

function isAtNight({ time = '' }: Timed): boolean {
  return time < '08' || time >= '22'
}

function isAfterMidnight({ time = '' }: Timed): boolean {
  return time < '05'
}
