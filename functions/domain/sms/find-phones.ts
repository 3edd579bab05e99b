import { normaliseCallerId } from '../caller-id.ts'
import { APART, type DigitStream, GLUED, readDigits } from '../digit-stream.ts'
import { withoutProse } from '../prose-words.ts'
import { masked } from './folded-text.ts'
import { overlaps, type Span } from './reading.ts'
import { MONTH } from './time-words.ts'

/** Web and mail addresses: their digits are no number, their words no place. */
const LINKS =
  /(?:https?:\/\/|www\.)[^\s"]+|[a-z0-9._-]{1,64}@[a-z0-9-]{1,64}\.[a-z]{2,}|(?<![\p{L}\p{N}@])[a-z0-9-]{2,40}\.(?:com|ca|org|net|info|example|ly|gl|me|co)(?:\/[^\s"]*)?(?![\p{L}\p{N}])/gu

export function linksIn(plain: string): Span[] {
  return [...plain.matchAll(LINKS)].map(spanOf)
}

function spanOf({ index, 0: { length } }: { index: number; 0: string }): Span {
  return { start: index, end: index + length }
}

const BEFORE = String.raw`(?<![\p{L}\p{N}]|\d[-./]|[#$])`
const AFTER = String.raw`(?![\p{L}\p{N}]|[-/.]\d)`
const GAP = String.raw`[\s.\-/_)]{0,3}`
const EXTENSION = String.raw`(?:,?\s{0,2}(?:ext(?:ension|n)?\.?|poste|x)\s{0,2}\d{1,6}(?!\d))?`
// "May 1 519-555-0111" is a day and a number.
const MONTH_BEFORE = String.raw`\b(?:${MONTH})\.? `
/** As almost everyone writes a number of the North American plan. */
const USUAL = new RegExp(
  String.raw`${BEFORE}(?:(?<!${MONTH_BEFORE})\+?1(?:[-.\s]{0,2}\(|[-.\s]?))?\(?[2-9]\d\d${GAP}[2-9]\d\d${GAP}\d{4}${EXTENSION}${AFTER}`,
  'gu',
)
const ABROAD = new RegExp(String.raw`${BEFORE}(?:\+|011[\s-]?|00)[2-9](?:[\s().-]{0,2}\d){6,14}(?!\d)`, 'gu')
const VANITY = new RegExp(
  String.raw`${BEFORE}(?:\+?1[\s.-]{0,2})?\(?8(?:00|33|44|55|66|77|88)\)?[\s.-]{1,2}[a-z0-9]{2,7}(?:-[a-z0-9]{2,7}){0,2}(?![\p{L}\p{N}])`,
  'gu',
)
// Not a telephone's: "file no. 4405550146".
const NO_PHONE = /\b(?:file|case|dossier|reference|ref|order|ticket|badge)(?: (?:no|number|num|#|numero))?[\s.:#]*$/

// Nobody tells of more; each costs a look into the numbering plan.
const MOST_PHONES = 30

/** The telephone numbers that stand in a folded text without links, in order and apart. Linear in its length. */
export function findPhones(text: string): Span[] {
  const found: Span[] = []
  let looked = 0
  for (const pattern of [USUAL, ABROAD, VANITY])
    for (const match of masked(text, found).matchAll(pattern)) {
      const span = balanced(spanOf(match), text)
      if (looked < MOST_PHONES && isPhone(text, span)) found.push(span)
      looked += 1
    }
  return found.toSorted((a, b) => a.start - b.start)
}

/**
 * The numbers that are written in another way: with letters for digits, spelled out, in odd groups. To be sought where nothing
 * else was found, with what was taken out.
 */
export function findOddPhones(plain: string, taken: readonly Span[]): Span[] {
  const text = masked(plain, taken, 'x')
  const found: Span[] = []
  for (const stream of readDigits(withoutProse(text)))
    for (const run of runsOf(stream)) {
      const span = numberIn(run, stream, text)
      if (span && found.length < MOST_PHONES && !found.some((each) => overlaps(each, span)) && isPhone(text, span))
        found.push(span)
    }
  return found
}

// "(519-555-0123" of "(519-555-0123)".
function balanced({ start, end }: Span, text: string): Span {
  const isOpen = text[start] === '(' && !text.slice(start, end).includes(')')
  return { start: isOpen ? start + 1 : start, end }
}

/** Whether words before say that digits are a file's, an order's. */
export function isOfFile(text: string, { start }: Span): boolean {
  return NO_PHONE.test(text.slice(Math.max(0, start - 30), start))
}

function isPhone(text: string, { start, end }: Span): boolean {
  if (isOfFile(text, { start, end })) return false
  return normaliseCallerId(text.slice(start, end)).kind === 'number'
}

/** Places in a stream of digits: from here up to there. */
type Run = { from: number; to: number }
const DIGITS = 10
const LONGEST_RUN = 40

function runsOf({ digits, joins }: DigitStream): Run[] {
  const starts = [...joins.keys()].filter((index) => joins[index] === APART)
  return starts
    .map((from, i) => ({ from, to: starts[i + 1] ?? digits.length }))
    .filter(({ from, to }) => to - from >= DIGITS && to - from <= LONGEST_RUN)
}

/** Ten digits of a run, beginning and ending where groups do; the longest run of words is not read across a line. */
function numberIn({ from, to }: Run, { digits, joins, starts, ends }: DigitStream, text: string): Span | undefined {
  for (let at = from; at + DIGITS <= to; at += 1) {
    const isStart = at === from || joins[at] !== GLUED
    const isEnd = at + DIGITS === to || joins[at + DIGITS] !== GLUED
    if (!isStart || !isEnd || !/^[2-9]\d\d[2-9]/.test(digits.slice(at, at + 4))) continue
    // More than a "1" before it, or anything after it, and it may be another number.
    if (!/^1?$/.test(digits.slice(from, at)) || at + DIGITS !== to) continue
    const start = at > from && isNear(text.slice(starts[at - 1]! + 1, starts[at])) ? starts[at - 1]! : starts[at]!
    const open = text[start - 1] === '(' ? start - 1 : start
    return { start: open, end: ends[at + DIGITS - 1]! }
  }
  return undefined
}

function isNear(between: string): boolean {
  return between.length <= 3
}
