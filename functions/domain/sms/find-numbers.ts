import { CALLBACK_AFTER, CALLBACK_BEFORE, CALLBACK_SAID_AFTER, GIVEN } from './callback-number.ts'
import { isPublicLine } from './known-lines.ts'
import {
  CALL_FROM,
  CALLED_BACK,
  CALLED_BY_ME,
  CALLER_AFTER,
  CALLER_BEFORE,
  DISPLAYED_BEFORE,
  OTHER_BEFORE,
  SHOWN_AFTER,
  SIGNED_BEFORE,
} from './number-context.ts'
import { beginsSpeech, type Part, partAt } from './message-parts.ts'
import { OF_US, OWN_AFTER, OWN_BEFORE } from './own-number.ts'
import type { Span } from './reading.ts'

export type NumberRole = 'caller' | 'callback' | 'own' | 'other' | 'unclear'
export type ShownNumber = Span & { role: NumberRole }

type Told = { plain: string; phones: readonly Span[]; parts: readonly Part[] }

const BEFORE = 70
const AFTER = 40

/** Each number of a text with whose it is. */
export function rolesOf(told: Told): ShownNumber[] {
  return told.phones.map((span) => ({ ...span, role: roleOf(span, told) }))
}

/** Of parts of numbers those that words before or behind say to be the caller's: such digits alone may be anything. */
export function introduced(told: Told): ShownNumber[] {
  const isIntroduced = ({ start, end }: Span) =>
    told.plain.slice(0, start).trim() !== '' || CALLER_AFTER.test(told.plain.slice(end, end + AFTER))
  return rolesOf(told).filter((number) => number.role === 'caller' && isIntroduced(number))
}

function roleOf(span: Span, { plain, parts }: Told): NumberRole {
  const { start, end } = span
  const part = partAt(parts, span)
  const before = plain.slice(Math.max(0, start - BEFORE), start)
  const after = plain.slice(end, end + AFTER)
  if (OWN_AFTER.test(after)) return 'own'
  if (SHOWN_AFTER.test(after) || DISPLAYED_BEFORE.test(before)) return 'caller'
  if (isPublicLine(plain.slice(start, end))) return CALL_FROM.test(before) ? 'caller' : 'other'
  if (CALLBACK_SAID_AFTER.test(after)) return 'callback'
  if (SIGNED_BEFORE.test(before) && isForwarded(parts, span)) return 'callback'
  if (OTHER_BEFORE.test(before)) return part.isMessage ? 'callback' : 'other'
  if (CALL_FROM.test(before)) return part.isQuoted ? 'other' : 'caller'
  const called = CALLED_BY_ME.exec(before)
  if (called && GIVEN.test(called[0])) return 'callback'
  if (called) return CALLED_BACK.test(called[0]) || /^\W{0,2}back\b/.test(after) ? 'unclear' : 'other'
  const own = OWN_BEFORE.exec(before)?.[0]
  if (own) return isOwn(own, span, { plain, part }) ? 'own' : 'callback'
  return roleByVerb(before, after, part)
}

/** "Call us" is the message's; "call me" is the reporter's, who writes "your" as well, unless it is told as said. */
function isOwn(own: string, { start, end }: Span, { plain, part }: { plain: string; part: Part }): boolean {
  if (OF_US.test(own) && TOLL_FREE.test(plain.slice(start, end))) return false
  if (part.isQuoted) return false
  if (part.isReported) return !OF_US.test(own) && !beginsSpeech(plain.slice(part.start, part.end))
  return !(part.isVerbatim && OF_US.test(own))
}

const TOLL_FREE = /^\W*1?\W*8(?:00|33|44|55|66|77|88)/
const FROM_BEFORE = /\b(?:from|by|du|par)[\s:(]*$/

function roleByVerb(before: string, after: string, { isMessage, isQuoted, isReported, isVerbatim }: Part): NumberRole {
  if (CALLBACK_BEFORE.test(before)) return /^\W{0,2}back\b/.test(after) && !isMessage ? 'unclear' : 'callback'
  if (CALLBACK_AFTER.test(after) && (isMessage || !CALLER_BEFORE.test(before))) return 'callback'
  if (isQuoted) return FROM_BEFORE.test(before) ? 'other' : 'callback'
  if (CALLER_AFTER.test(after) || CALLER_BEFORE.test(before)) return 'caller'
  return isVerbatim && !isReported ? 'other' : 'unclear'
}

/** Whether what stands before is a message as it was sent. */
function isForwarded(parts: readonly Part[], { start }: Span): boolean {
  return parts.some((part) => part.isVerbatim && part.start < start)
}

/** The number that called, and the one to be called. Without a word on whose they are, a lone number is the caller's. */
export function chooseNumbers(numbers: readonly ShownNumber[]): { caller?: Span; callback?: Span } {
  const of = (role: NumberRole) => numbers.filter((number) => number.role === role)
  const [caller] = of('caller')
  const unclear = of('unclear')
  const [callback] = of('callback')
  const chosen = caller ?? (unclear.length === 1 ? unclear[0] : undefined)
  return { ...(chosen ? { caller: chosen } : {}), ...(callback ? { callback } : {}) }
}
