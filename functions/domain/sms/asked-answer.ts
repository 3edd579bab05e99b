import { normaliseCallerId } from '../caller-id.ts'
import { resolveRiding } from '../ridings/resolve-riding.ts'
import type { RepresentationOrder } from '../ridings/riding.ts'
import { findTime } from './find-times.ts'
import type { FoldedText } from './folded-text.ts'
import type { LocalNow } from './local-now.ts'
import { partialNumbers } from './partial-number.ts'
import type { Span } from './reading.ts'
import { timeGroups } from './time-groups.ts'

export type Question = 'number' | 'place' | 'time'
export type FoundTime = { value: string; span: Span; spans: Span[] }

const LONGEST_ANSWER = 100
const MOST_WORDS = 4

/** Where a short text, all of it, is the number that was asked for, or holds a part of one. */
export function numberAnswer(folded: FoldedText): Span | undefined {
  const span = bare(folded)
  if (!span) return undefined
  if (normaliseCallerId(folded.slice(span)).kind !== 'invalid') return span
  const [partial, other] = partialNumbers(folded.plain)
  return other ? undefined : partial
}

/** Where it is the place that was asked for. */
export function placeAnswer(folded: FoldedText, order: RepresentationOrder): Span | undefined {
  const span = bare(folded)
  const text = span && folded.slice(span)
  if (!text || !/\p{L}{2}|\d{5}|\p{L}\d\p{L}/u.test(text)) return undefined
  const { id, candidates, province } = resolveRiding(text, { order })
  const isAmong = candidates.length > 0 && text.split(/\s+/).length <= MOST_WORDS
  return id !== undefined || province !== undefined || isAmong ? span : undefined
}

const LEAD = 'at '

/** When it is the time that was asked for: "10", "1015". */
export function timeAnswer(folded: FoldedText, now: LocalNow): FoundTime | undefined {
  const span = bare(folded)
  if (!span) return undefined
  const plain = `${LEAD}${folded.plain.slice(span.start, span.end)}`
  const time = findTime({ plain, groups: timeGroups(plain, now), parts: [], now, isAnswer: true })
  if (!time || time.span.start < LEAD.length) return undefined
  const moved = ({ start, end }: Span) => ({
    start: start + span.start - LEAD.length,
    end: end + span.start - LEAD.length,
  })
  return { value: time.value, span: moved(time.span), spans: time.spans.map(moved) }
}

/** A short text without the signs around it. */
function bare({ plain }: FoldedText): Span | undefined {
  if (plain.length > LONGEST_ANSWER) return undefined
  const start = plain.search(/[\p{L}\p{N}(+]/u)
  const behind = /[^\p{L}\p{N})]*$/u.exec(plain)!.index
  return start < 0 || behind <= start ? undefined : { start, end: behind }
}
