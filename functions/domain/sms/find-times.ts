import { type ClockAtom, clockAtoms } from './clock-atoms.ts'
import type { DayPart } from './dates.ts'
import { type DayAtom, dayAtoms } from './day-atoms.ts'
import { CLOCK_SLACK_MS, dayOf, daysBefore, type LocalNow, minuteOf } from './local-now.ts'
import { type Part, partAt } from './message-parts.ts'
import { overlaps, type Span } from './reading.ts'
import { CALL_BEFORE, JOINS, NOT_OF_CALL_AFTER, NOT_OF_CALL_BEFORE } from './time-context.ts'

/** Words of time that stand together: "10:15 this morning", "May 2nd at 10:05 am". */
export type TimeGroup = Span & { days: DayAtom[]; clocks: ClockAtom[] }

/** All words of time in a folded text. Linear in its length. */
export function timeGroups(plain: string, now: LocalNow): TimeGroup[] {
  // "2011-05-02T10:15"
  const text = plain.replace(/(?<=\d-\d\d)t(?=\d\d:)/g, ' ')
  const times = clockAtoms(text)
  const clocks = times.filter(({ ago }) => ago?.precision !== 'day')
  const daysAgo = times.filter(({ ago }) => ago?.precision === 'day')
  const days = dayAtoms(text, now).filter((day) => !times.some((time) => overlaps(day, time)))
  for (const { start, end, ago } of daysAgo) days.push({ start, end, day: dayOf(now.ago(ago!.ms)), isPast: true })
  const atoms = [...days.map((day) => ({ day, span: day })), ...clocks.map((clock) => ({ clock, span: clock }))]
  atoms.sort((a, b) => a.span.start - b.span.start)
  const groups: TimeGroup[] = []
  for (const atom of atoms) {
    const { start, end } = atom.span
    const last = groups.at(-1)
    const isJoined = last && start - last.end <= 24 && JOINS.test(plain.slice(last.end, start))
    const group = isJoined ? last : { start, end, days: [], clocks: [] }
    group.end = end
    if ('day' in atom) group.days.push(atom.day)
    else group.clocks.push(atom.clock)
    if (!isJoined) groups.push(group)
  }
  return groups
}

type Told = {
  plain: string
  groups: readonly TimeGroup[]
  parts: readonly Part[]
  now: LocalNow
  /** The text answers the question when. */
  isAnswer?: boolean
}

const DOUBTFUL_DATE = /(?<![\d/(.-])(?:[1-9]|[12]\d|3[01])\/(?:[1-9]|[12]\d|3[01])(?![\d/).-])(?! ?h(?:ou)?rs?\b| hour)/

/** When the call came, as a report takes it, and where the text says so. */
export function findTime(told: Told): { value: string; span: Span; spans: Span[] } | undefined {
  const { groups } = told
  const ofCall = groups.filter((group) => isOfCall(group, told))
  const [first] = ofCall
  if (!first) return undefined
  const merged = merge(ofCall)
  // "On 2/5 at 10" is at ten on a day that nobody can tell, and not today.
  const isDoubtful = merged && !merged.day && !merged.clock?.ago && DOUBTFUL_DATE.test(told.plain)
  const value = merged && !isDoubtful ? valueOf(merged, told) : undefined
  return value ? { value: value.text, ...value.from } : undefined
}

/** Whether these words are about the call, and not about opening hours, the vote or what the message said. */
function isOfCall(group: TimeGroup, { plain, parts }: Told): boolean {
  const before = plain.slice(Math.max(0, group.start - 60), group.start)
  const after = plain.slice(group.end, group.end + 40)
  if (group.days.some(({ isOther }) => isOther) && !group.days.some(({ day }) => day)) return false
  if (NOT_OF_CALL_BEFORE.test(before) || NOT_OF_CALL_AFTER.test(after)) return false
  const part = partAt(parts, group)
  if (!part.isMessage) return true
  if (part.isQuoted) return false
  const isPast = group.days.some((day) => day.isPast) || group.clocks.some((clock) => clock.ago)
  const isToday =
    group.days.some((day) => day.day) && group.clocks.length > 0 && !group.clocks.some(({ isRange }) => isRange)
  return isPast || isToday || CALL_BEFORE.test(before)
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
