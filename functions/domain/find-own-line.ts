import { APART, type DigitStream, GLUED, readDigits } from './digit-stream.ts'
import { type DecodedText, decodeText } from './encoded-text.ts'
import type { OwnLine } from './own-line.ts'

/** Where in a text the line stands: UTF-16 units, the end excluded. */
export type Span = { start: number; end: number }

const LOCAL_LENGTH = 7
// Thousands set apart, as nobody sets a telephone number: "5,550,123 voters".
const QUANTITY = /^\d([,\u00A0\u202F])\d{3}\1\d{3}$/

/** Every place where one of the lines is written, in any spelling, in order and apart. Linear in the text's length. */
export function findOwnLines(text: string, owns: OwnLine[]): Span[] {
  if (owns.length === 0) return []
  const decoded = decodeText(text)
  const encoded = decoded ? readAll(decoded.text, owns).map((span) => originalSpan(span, decoded)) : []
  return union([...readAll(text, owns), ...encoded])
}

function originalSpan({ start, end }: Span, { startOf, endOf }: DecodedText): Span {
  return { start: startOf(start), end: endOf(end - 1) }
}

function readAll(text: string, owns: OwnLine[]): Span[] {
  return readDigits(text).flatMap((stream) =>
    owns.flatMap((own) => [...nationals(stream, own), ...locals(stream, own, text)]),
  )
}

function nationals(stream: DigitStream, own: OwnLine): Span[] {
  return windows(stream, own.length, (digits) => own.isNational(digits))
}

// Seven digits are only the reporter's when they are not the tail of somebody's ten.
function locals(stream: DigitStream, own: OwnLine, text: string): Span[] {
  const isQuantity = (at: number) => QUANTITY.test(text.slice(stream.starts[at], stream.ends[at + LOCAL_LENGTH - 1]))
  const isOwn = (digits: string, at: number) => standsAlone(stream, at) && own.isLocal(digits) && !isQuantity(at)
  return windows(stream, LOCAL_LENGTH, isOwn)
}

function windows(stream: DigitStream, length: number, isOwn: (digits: string, at: number) => boolean): Span[] {
  const { digits, starts, ends, joins } = stream
  const spans: Span[] = []
  let runStart = 0
  for (let last = 0; last < digits.length; last += 1) {
    if (joins[last] === APART) runStart = last
    const at = last - length + 1
    if (at >= runStart && isOwn(digits.slice(at, last + 1), at)) spans.push({ start: starts[at]!, end: ends[last]! })
  }
  return spans
}

function standsAlone({ digits, joins }: DigitStream, at: number): boolean {
  if (joins[at] === GLUED || joins[at + LOCAL_LENGTH] === GLUED) return false
  // The groups just before, until they could be an area code.
  let start = at
  while (start > at - 3 && joins[start] !== APART) start = groupStart(joins, start - 1)
  return !/^1?[2-9]\d\d$/.test(digits.slice(start, at))
}

function groupStart(joins: number[], index: number): number {
  let start = index
  while (joins[start] === GLUED && start > index - 4) start -= 1
  return start
}

function union(spans: Span[]): Span[] {
  const joined: Span[] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else joined.push({ ...span })
  }
  return joined
}
