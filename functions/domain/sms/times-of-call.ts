import { type Part, partAt } from './message-parts.ts'
import {
  CALL_BEFORE,
  CLAIM_BEFORE,
  MOVED_BEFORE,
  NOT_OF_CALL_AFTER,
  NOT_OF_CALL_BEFORE,
  TARGET_BEFORE,
} from './time-context.ts'
import type { TimeGroup } from './time-groups.ts'

export type TimedText = { plain: string; groups: readonly TimeGroup[]; parts: readonly Part[] }

/**
 * The words of time that say when the call came. A day with an hour says it over a day or an hour by itself, which may be of the
 * story: "wait at the gym at 2 … on Tuesday at 1:46 pm".
 */
export function timesOfCall(text: TimedText): TimeGroup[] {
  const likely = likelyTimes(text)
  const whole = likely.filter(
    (group) => isWhole(group) && (!partAt(text.parts, group).isMessage || isSaidOfCall(group, text)),
  )
  if (whole.length === 0) return likely
  return likely.filter((group) => whole.includes(group) || isSaidOfCall(group, text) || isPartOfDay(group))
}

/** Those that may be of the call: "vote Wednesday and not on Monday" has a weekday of the claim, and behind it another one. */
function likelyTimes(text: TimedText): TimeGroup[] {
  const likely: TimeGroup[] = []
  let claimed: TimeGroup | undefined
  for (const group of text.groups) {
    const isOfClaim = !isOfCall(group, text) || (claimed !== undefined && isAlsoClaimed(group, claimed, text))
    claimed = isOfClaim && isWeekday(group) ? group : undefined
    if (!isOfClaim) likely.push(group)
  }
  return likely
}

function isAlsoClaimed(group: TimeGroup, claimed: TimeGroup, text: TimedText): boolean {
  const isSameSentence = !/[.!?;\n]/.test(text.plain.slice(claimed.end, group.start))
  return isSameSentence && isWeekday(group) && !isSaidOfCall(group, text)
}

function isWhole({ days, clocks }: TimeGroup): boolean {
  return days.some(({ day }) => day?.length === 10) && clocks.some(({ hour, ago }) => hour !== undefined || ago)
}

function isPartOfDay({ days, clocks }: TimeGroup): boolean {
  return clocks.length === 0 && days.every(({ day }) => day === undefined)
}

function isSaidOfCall({ start }: TimeGroup, { plain }: TimedText): boolean {
  return CALL_BEFORE.test(plain.slice(Math.max(0, start - BEFORE), start))
}

const BEFORE = 80
const AFTER = 40

/** Whether these words are about the call, and not about opening hours, the vote or what the message said. */
function isOfCall(group: TimeGroup, text: TimedText): boolean {
  const { plain, parts } = text
  const before = plain.slice(Math.max(0, group.start - BEFORE), group.start)
  const after = plain.slice(group.end, group.end + AFTER)
  if (group.days.some(({ isOther }) => isOther) && !group.days.some(({ day }) => day)) return false
  if (NOT_OF_CALL_BEFORE.test(before) || CLAIM_BEFORE.test(before) || NOT_OF_CALL_AFTER.test(after)) return false
  if (group.clocks.length === 0 && MOVED_BEFORE.test(before)) return false
  if (isWeekday(group) && TARGET_BEFORE.test(before)) return false
  const part = partAt(parts, group)
  if (!part.isMessage) return true
  if (part.isQuoted) return false
  const isPast = group.days.some((day) => day.isPast) || group.clocks.some((clock) => clock.ago)
  const isToday =
    group.days.some((day) => day.day) && group.clocks.length > 0 && !group.clocks.some(({ isRange }) => isRange)
  return isPast || isToday || isSaidOfCall(group, text)
}

function isWeekday({ days, clocks }: TimeGroup): boolean {
  return clocks.length === 0 && days.some((day) => day.isWeekday)
}
