import type { ClockAtom } from './clock-atoms.ts'
import type { DayPart } from './dates.ts'
import type { DayAtom } from './day-atoms.ts'
import { CLOCK_SLACK_MS, daysBefore, type LocalNow, minuteOf } from './local-now.ts'
import type { Span } from './reading.ts'
import type { TimeGroup } from './time-groups.ts'
import { type TimedText, timesOfCall } from './times-of-call.ts'

type Told = TimedText & {
  now: LocalNow
  /** The text answers the question when. */
  isAnswer?: boolean
}

const DOUBTFUL_DATE = /(?<![\d/(.-])(?:[1-9]|[12]\d|3[01])\/(?:[1-9]|[12]\d|3[01])(?![\d/).-])(?! ?h(?:ou)?rs?\b| hour)/

/** When the call came, as a report takes it, and where the text says so. */
export function findTime(told: Told): { value: string; span: Span; spans: Span[] } | undefined {
  const ofCall = timesOfCall(told)
  if (ofCall.length === 0) return undefined
  const merged = merge(ofCall)
  // "On 2/5 at 10" is at ten on a day that nobody can tell, and not today.
  const isDoubtful = merged && !merged.day && !merged.clock?.ago && DOUBTFUL_DATE.test(told.plain)
  const value = merged && !isDoubtful ? valueOf(merged, told) : undefined
  return value ? { value: value.text, ...value.from } : undefined
}

type Merged = { day?: DayAtom; part?: DayPart; clock?: ClockAtom; spans: Span[] }

/** One day and one time of day, where the text tells no two. */
function merge(groups: readonly TimeGroup[]): Merged | undefined {
  const days = groups.flatMap((group) => group.days)
  const clocks = groups.flatMap((group) => group.clocks)
  const named = days.filter(({ day }) => day !== undefined)
  if (new Set(named.map(({ day }) => day)).size > 1) return undefined
  const ago = clocks.find((clock) => clock.ago)
  if (ago) return { clock: ago, spans: [ago] }
  const exact = clocks.filter(({ hour }) => hour !== undefined)
  const isOne = new Set(exact.map(({ hour, minute }) => `${hour}:${minute}`)).size === 1
  const isDoubtful = clocks.some(({ isRange }) => isRange) || !isOne
  const [day] = named
  const part = days.find((each) => each.part)?.part
  const clock = isDoubtful ? undefined : exact[0]
  const spans: Span[] = [...days.filter((each) => each.day ?? each.part), ...(clock ? [clock] : [])]
  return { ...(day ? { day } : {}), ...(part ? { part } : {}), ...(clock ? { clock } : {}), spans }
}

type Value = { text: string; from: { span: Span; spans: Span[] } }

function valueOf(
  { day, part, clock, spans }: Merged,
  { now, isAnswer = false }: Pick<Told, 'now' | 'isAnswer'>,
): Value | undefined {
  if (clock?.ago) return { text: longAgo(clock.ago, now), from: union(spans) }
  const time = clock && timeOn(clock, { day: day?.day, part, now, isAnswer })
  if (time) return { text: time, from: union(spans) }
  if (!day?.day) return undefined
  return { text: day.day, from: union(spans.filter((span) => span !== clock)) }
}

function union(spans: Span[]): { span: Span; spans: Span[] } {
  const [starts, ends] = [spans.map(({ start }) => start), spans.map(({ end }) => end)]
  return { span: { start: Math.min(...starts), end: Math.max(...ends) }, spans }
}

function longAgo({ ms, precision }: NonNullable<ClockAtom['ago']>, now: LocalNow): string {
  const wall = now.ago(ms)
  return minuteOf(wall).slice(0, precision === 'hour' ? 13 : 16)
}

/** The time of day on its day, where only one reading is past; without a day, today's. */
function timeOn(
  clock: ClockAtom,
  at: { day: string | undefined; part: DayPart | undefined; now: LocalNow; isAnswer: boolean },
): string | undefined {
  const { now } = at
  if (at.day?.length === 7) return undefined
  const hours = hoursOf(clock, at.part)
  const spell = (day: string, hour: number) =>
    `${day}T${String(hour).padStart(2, '0')}${clock.minute === undefined ? '' : `:${String(clock.minute).padStart(2, '0')}`}`
  const limit = minuteOf(now.wall + CLOCK_SLACK_MS)
  const pastOn = (day: string) =>
    hours.map((hour) => spell(day, hour)).filter((text) => text <= limit.slice(0, text.length))
  const readings = pastOn(at.day ?? now.today)
  if (readings.length === 1) return isAsleep(readings[0]!, clock) ? undefined : readings[0]
  // Asked when, people answer "22h" of the evening before; told in passing, it may be any evening.
  return readings.length === 0 && at.isAnswer && !at.day && hours.length === 1
    ? pastOn(daysBefore(now.today, 1))[0]
    : undefined
}

const FIRST_HOUR = 6

/** "Ten to two" at one in the afternoon: nobody is called at that hour of the night, and the other is to come. */
function isAsleep(reading: string, { isWhole }: ClockAtom): boolean {
  return !isWhole && Number(reading.slice(11, 13)) < FIRST_HOUR
}

/** The hours of the day, 0 to 23, that a clock may have shown. */
function hoursOf({ hour = 0, isWhole }: ClockAtom, part: DayPart | undefined): number[] {
  if (hour > 12 || hour === 0) return [hour]
  if (part === 'morning') return isWhole || hour < 12 ? [hour] : []
  if (part === 'afternoon') return hour === 12 ? [12] : hour < 8 ? [hour + 12] : isWhole ? [hour] : []
  if (part === 'evening' || part === 'night') return hour < 12 && hour > 3 ? [hour + 12] : isWhole ? [hour] : []
  // Nobody is called at half past midnight.
  return isWhole || hour === 12 ? [hour] : [hour, hour + 12]
}
