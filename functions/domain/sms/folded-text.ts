import { digitsOf } from '../unicode-digits.ts'
import type { Span } from './reading.ts'

/** A text in small ASCII letters as far as it has any, and where in the text as given each of them stands. */
export type FoldedText = {
  text: string
  plain: string
  /** The place in the text as given of a place in `plain`. */
  original: (span: Span) => Span
  /** What stands there in the text as given. */
  slice: (span: Span) => string
}

const LIKE: Record<string, string> = {
  '’': "'", '‘': "'", ʼ: "'", '`': "'", '´': "'", '′': "'", '“': '"', '”': '"', '„': '"', '«': '"', '»': '"',
  '–': '-', '—': '-', '‑': '-', '‐': '-', '−': '-', '…': '.', œ: 'oe', Œ: 'oe', æ: 'ae', ø: 'o', ł: 'l', ß: 'ss',
  '。': '.', '、': ',', '·': '.', '•': '\n', '\t': ' ', '\r': '\n', '\u2028': '\n',
} // prettier-ignore
// A single letter may stand for many.
const MOST_LETTERS = 4

export function foldText(text: string): FoldedText {
  let plain = ''
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  for (const character of text) {
    const folded = foldCharacter(character)
    for (let i = 0; i < folded.length; i += 1) {
      starts.push(at)
      ends.push(at + character.length)
    }
    plain += folded
    at += character.length
  }
  const original = ({ start, end }: Span) => ({
    start: starts[start] ?? at,
    end: end > start ? ends[end - 1]! : (starts[start] ?? at),
  })
  return {
    text,
    plain,
    original,
    slice: (span) => {
      const { start, end } = original(span)
      return text.slice(start, end)
    },
  }
}

const folds = new Map<string, string>()
const MOST_KEPT = 5000

function foldCharacter(character: string): string {
  if (character >= ' ' && character <= '~') return character.toLowerCase()
  const known = folds.get(character)
  if (known !== undefined) return known
  const folded = foldOther(character)
  if (folds.size < MOST_KEPT) folds.set(character, folded)
  return folded
}

function foldOther(character: string): string {
  const like = LIKE[character]
  if (like !== undefined) return like
  if (character === '\n') return '\n'
  if (/\p{Nd}/u.test(character)) return digitsOf(character)
  const folded = character
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}\u20E3]/gu, '')
    .replace('\u2044', '/')
  if (folded.length > MOST_LETTERS) return ' '
  if (/\p{Extended_Pictographic}/u.test(character)) return '|'
  return folded.replace(/[^\p{L}\p{N}\p{P}+$^|~<>=\s]/gu, ' ')
}

/** Stands for what was found already. */
export const FOUND = '\u00A4'

/** The text with these places taken out of reading: as many letters that belong to no word. */
export function masked(plain: string, spans: readonly Span[], mark = FOUND): string {
  const pieces: string[] = []
  let at = 0
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (end <= at) continue
    const from = Math.max(start, at)
    pieces.push(plain.slice(at, from), mark.repeat(end - from))
    at = end
  }
  return pieces.join('') + plain.slice(at)
}
