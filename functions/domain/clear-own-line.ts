import { normaliseCallerId } from './caller-id.ts'
import { findOwnLines } from './find-own-line.ts'
import type { OwnLine } from './own-line.ts'

const INSTEAD = "[reporter's number]"

// What may belong to a number just before its first digit: "+1 (", "001-", "011 1 ".
const PREFIX = /(?:(?<!\p{N})(?:\+|00|011)?[\s().-]{0,2}1[\s().-]{0,2}|\+)?\(?$/u
const LONGEST_PREFIX = 12

/** The text with `[reporter's number]` wherever one of the reporter's own lines was written. */
export function clearText(text: string, owns: OwnLine[]): string {
  let cleared = ''
  let from = 0
  for (const { start, end } of findOwnLines(text, owns)) {
    const before = text.slice(Math.max(from, start - LONGEST_PREFIX), start)
    cleared += text.slice(from, start - PREFIX.exec(before)![0].length) + INSTEAD
    from = end
  }
  return cleared + text.slice(from)
}

/** A field that holds a number: without the text when that is the reporter's own line, and with what only the door can see. */
export type ClearedNumber = { text?: string | undefined; signs?: string[] }

/** `same-line`: it was the reporter's own line, and is gone. `same-exchange`: another line next to the reporter's. */
export function clearNumber(text: string | undefined, owns: OwnLine[]): ClearedNumber {
  if (text === undefined || owns.length === 0) return { text }
  const digits = normaliseCallerId(text).e164?.slice(1) ?? ''
  // A reporter without a line has tags too, of no digits: what holds none, such as "private", is nobody's number.
  const isOwn = digits !== '' && owns.some((own) => own.isNational(digits.slice(-own.length)))
  if (isOwn || findOwnLines(text, owns).length > 0) return { signs: ['same-line'] }
  return isNeighbour(digits, owns) ? { text, signs: ['same-exchange'] } : { text }
}

function isNeighbour(digits: string, owns: OwnLine[]): boolean {
  return /^1\d{10}$/.test(digits) && owns.some((own) => own.isExchange(digits.slice(1, 7)))
}
