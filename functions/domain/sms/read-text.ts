import type { RepresentationOrder } from '../ridings/riding.ts'
import { type FoundTime, numberAnswer, placeAnswer, type Question, timeAnswer } from './asked-answer.ts'
import { findClaim, findPollingPlace, kindOf } from './find-claims.ts'
import { chooseNumbers, introduced, rolesOf } from './find-numbers.ts'
import { findOddPhones, findPhones, linksIn } from './find-phones.ts'
import { findRiding } from './find-ridings.ts'
import { findTime } from './find-times.ts'
import { foldText, type FoldedText, masked } from './folded-text.ts'
import { findHidden } from './hidden-number.ts'
import { languageOf } from './language.ts'
import { localNow } from './local-now.ts'
import { partsOf } from './message-parts.ts'
import { isFiller } from './only-answers.ts'
import { partialNumbers } from './partial-number.ts'
import type { Found, Span, TextReading } from './reading.ts'
import { findShortCode } from './short-codes.ts'
import { timeGroups } from './time-groups.ts'

/** What a text is read against; `asked` is the question that is open. */
export type TextContext = {
  now: Date
  order: RepresentationOrder
  zone: string
  asked?: Question | undefined
}

/** Longer texts are read up to here: a report takes no more. */
const MOST_READ = 5000

/**
 * What a text message says of a call, in English or French. Never a guess: what the text does not plainly say is absent. Any text
 * gives an answer, never an exception.
 */
export function readText(text: string, context: TextContext): TextReading {
  const folded = foldText(text.slice(0, MOST_READ))
  const spans = spansIn(folded, context)
  const language = languageOf(folded.plain)
  const kind = kindOf(folded.plain)
  const told = [spans.callerId, spans.callbackNumber, spans.riding, ...(spans.time?.spans ?? [])].filter(
    (span) => span !== undefined,
  )
  return {
    ...found('callerId', spans.callerId, folded),
    ...found('callbackNumber', spans.callbackNumber, folded),
    ...(spans.time ? { receivedAt: { value: spans.time.value, span: folded.original(spans.time.span) } } : {}),
    ...found('riding', spans.riding, folded),
    ...found('pollingPlace', spans.pollingPlace, folded),
    ...found('claimedToBe', spans.claimedToBe, folded),
    ...(kind ? { kind } : {}),
    ...(language ? { language } : {}),
    isOnlyAnswers: told.length > 0 && isFiller(masked(folded.plain, told, ' ')),
  }
}

type Spans = {
  callerId?: Span | undefined
  callbackNumber?: Span | undefined
  time?: FoundTime | undefined
  riding?: Span | undefined
  pollingPlace?: Span | undefined
  claimedToBe?: Span | undefined
}

function spansIn(folded: FoldedText, { now, order, zone, asked }: TextContext): Spans {
  const { plain } = folded
  const clock = localNow(now, zone)
  const links = linksIn(plain)
  const phones = findPhones(masked(plain, links))
  const groups = timeGroups(masked(plain, [...links, ...phones]), clock)
  const odd = phones.length > 0 ? [] : findOddPhones(plain, [...links, ...groups])
  const numbers = [...phones, ...odd]
  const whole = masked(plain, [...links, ...numbers, ...groups])
  const parts = partsOf(whole)
  const partial = introduced({ plain, phones: partialNumbers(whole), parts })
  const rest = masked(whole, partial)
  const { caller, callback } = chooseNumbers([...rolesOf({ plain, phones: numbers, parts }), ...partial])
  const callerId = caller ?? findShortCode(plain) ?? findHidden(rest)
  const spans: Spans = {
    callerId,
    callbackNumber: callback,
    time: findTime({ plain, groups, parts, now: clock, isAnswer: asked === 'time' }),
    riding: findRiding({ folded, plain: rest, parts, order }),
    pollingPlace: findPollingPlace(rest),
    claimedToBe: findClaim(plain),
  }
  if (asked === 'number') spans.callerId ??= numberAnswer(folded)
  if (asked === 'place') spans.riding ??= placeAnswer(folded, order)
  if (asked === 'time') spans.time ??= timeAnswer(folded, clock)
  return spans
}

function found<Field extends string>(
  field: Field,
  span: Span | undefined,
  folded: FoldedText,
): { [F in Field]?: Found } {
  const of = span && { [field]: { value: folded.slice(span), span: folded.original(span) } }
  return (of ?? {}) as { [F in Field]?: Found }
}
