import { numberWords } from './number-words.ts'
import { digitsOf } from './unicode-digits.ts'

/** Something in a text that a number may be made of, or that ends one: `comma` only between words, `stop` altogether. */
export type Piece = { start: number; end: number } & (
  | { kind: 'digits'; digits: string }
  | { kind: 'word'; worth: number }
  | { kind: 'comma' | 'stop' }
)

// Among letters, Japanese has a dash of phone numbers and, like Chinese, digits.
const PIECE =
  /([\p{L}--[ー一二三四五六七八九零]][[\p{L}\p{M}\p{Cf}]--[ー一二三四五六七八九零]]*)|[0-9]+|([,;])|[\p{N}一二三四五六七八九零]/gv
// What one says between the parts of a number.
const SEPARATORS =
  'and|et|then|puis|dash|hyphen|tiret|minus|moins|dot|point|period|comma|virgule|slash|space|espace'.split('|')
const SPOKEN_SEPARATORS = new Set(SEPARATORS)

/** What of a text may be part of a number, in order; a single separator is nothing. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  for (const { 0: piece, 1: letters, 2: comma, index: start } of text.matchAll(PIECE)) {
    const end = start + piece.length
    if (comma) pieces.push({ kind: 'comma', start, end })
    else if (!letters) pieces.push({ kind: 'digits', digits: piece < ':' ? piece : digitsOf(piece), start, end })
    else pushWords(fold(letters), { start, end }, pieces)
  }
  return pieces
}

function pushWords(letters: string, span: { start: number; end: number }, pieces: Piece[]): void {
  const worths = numberWords(letters)
  if (worths) for (const worth of worths) pieces.push({ kind: 'word', worth, ...span })
  else if (!SPOKEN_SEPARATORS.has(letters)) pieces.push({ kind: 'stop', ...span })
}

function fold(letters: string): string {
  return letters
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
}
