import { normaliseCallerId } from '../caller-id.ts'
import {
  CALL_FROM,
  CALLBACK_AFTER,
  CALLBACK_BEFORE,
  CALLED_BACK,
  CALLED_BY_ME,
  DISPLAYED_BEFORE,
  CALLER_AFTER,
  CALLER_BEFORE,
  OTHER_BEFORE,
  OWN_AFTER,
  OWN_BEFORE,
  SHORT_BEFORE,
  SHOWN_AFTER,
} from './number-context.ts'
import { type Part, partAt } from './message-parts.ts'
import type { Span } from './reading.ts'

export type NumberRole = 'caller' | 'callback' | 'own' | 'other' | 'unclear'
export type ShownNumber = Span & { role: NumberRole }

type Told = { plain: string; phones: readonly Span[]; parts: readonly Part[] }

const BEFORE = 70
const AFTER = 40

/** Each number of a text with whose it is. */
export function rolesOf({ plain, phones, parts }: Told): ShownNumber[] {
  return phones.map((span) => ({ ...span, role: roleOf(span, plain, partAt(parts, span)) }))
}

function roleOf({ start, end }: Span, plain: string, part: Part): NumberRole {
  const before = plain.slice(Math.max(0, start - BEFORE), start)
  const after = plain.slice(end, end + AFTER)
  const isTold = part.isMessage
  if (OWN_AFTER.test(after)) return 'own'
  if (SHOWN_AFTER.test(after) || DISPLAYED_BEFORE.test(before)) return 'caller'
  if (OTHER_BEFORE.test(before)) return isTold ? 'callback' : 'other'
  if (CALL_FROM.test(before)) return 'caller'
  const called = CALLED_BY_ME.exec(before)
  if (called) return CALLED_BACK.test(called[0]) || /^\W{0,2}back\b/.test(after) ? 'unclear' : 'other'
  const own = OWN_BEFORE.exec(before)?.[0]
  // "Call us" is the message's; "call me" may be the reporter's, who writes "your" as well.
  if (own)
    return part.isReported || part.isQuoted || (part.isVerbatim && /\b(?:us|nous)\b/.test(own)) ? 'callback' : 'own'
  if (CALLBACK_BEFORE.test(before)) return /^\W{0,2}back\b/.test(after) && !isTold ? 'unclear' : 'callback'
  if (CALLBACK_AFTER.test(after) && (isTold || !CALLER_BEFORE.test(before))) return 'callback'
  if (CALLER_AFTER.test(after)) return 'caller'
  if (CALLER_BEFORE.test(before)) return 'caller'
  return part.isQuoted || part.isVerbatim ? 'other' : 'unclear'
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

const FIVE_OR_SIX = /(?<![\p{L}\p{N}$#./-])\d{5,6}(?![\p{L}\p{N}%/-]|\.\d)/gu
const OF_TEXTS =
  /\b(?:short ?code|code court|numero court|texts?|texted|txt|sms|msg|message|texto|textos)\b|^\s*(?:from|de|expediteur|sender) ?:/
const SENDER_AFTER =
  /^[\s"]*(?:$|[.,:;!?)|\n-]|(?:said|says|saying|telling|told|that|about|at|@|this|today|yesterday|last|just|with|re|and|i|im|claiming|to|on|in|got|disant|dit|disait|qui|ce|cet|hier|a|vers|me|message|msg|texte?|pour|que|avec|recu|je|aujourd|il)\b)/

/** Five or six digits that sent a text message, where the text says that they did. */
export function findShortCode(plain: string): Span | undefined {
  if (!OF_TEXTS.test(plain)) return undefined
  for (const { index, 0: digits } of plain.matchAll(FIVE_OR_SIX)) {
    const span = { start: index, end: index + digits.length }
    const isSender =
      SHORT_BEFORE.test(plain.slice(Math.max(0, index - BEFORE), index)) &&
      SENDER_AFTER.test(plain.slice(span.end, span.end + AFTER))
    if (isSender && normaliseCallerId(digits).kind === 'short-code') return span
  }
  return undefined
}
