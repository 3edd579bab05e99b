import { ADDRESS_BEFORE } from './place-words.ts'
import { type Part, partAt } from './message-parts.ts'
import type { Span } from './reading.ts'

// The letters that Canada Post uses; an O where a zero should stand.
const CODE =
  /(?<![\p{L}\p{N}])[abceghj-nprstvxy][\do][abceghj-nprstv-z](?:[ .-]{0,2}[\do][abceghj-nprstv-z][\do])?(?![\p{L}\p{N}])/gu
// Three signs that mean something else.
const NO_CODE = new Set([
  'b2b',
  'g7x',
  'b4n',
  'k9s',
  't2g',
  'r2d',
  'a1c',
  'l8r',
  's0s',
  'h1n',
  'g2g',
  'b4u',
  'n0w',
  'n0t',
  'y0u',
  'n0o',
])

/** The postal codes in a folded text, in order. */
export function postalCodes(plain: string): Span[] {
  return [...plain.matchAll(CODE)]
    .filter(({ 0: code }) => !NO_CODE.has(code) && /\d/.test(code))
    .map(({ 0: code, index }) => ({ start: index, end: index + code.length }))
}

/** Whether a postal code is the reporter's, and not that of the place where the call sent them. */
export function isReporters(code: Span, plain: string, parts: readonly Part[]): boolean {
  const part = partAt(parts, code)
  const before = plain.slice(Math.max(0, code.start - 60), code.start)
  if (/\b(?:postal(?: code)?|code postal|my code|live|habite)\b[\s:,a-z'-]{0,20}$/.test(before) && !part.isQuoted)
    return true
  return !part.isMessage && !ADDRESS_BEFORE.test(before)
}
