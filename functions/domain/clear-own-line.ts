import { normaliseCallerId } from './caller-id.ts'
import { dialledNumbers } from './digit-stream.ts'
import { findOwnLines } from './find-own-line.ts'
import { readUsual } from './line.ts'
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
  if (isCountedAs(text, owns) || [text, withoutLetters(text)].some((each) => findOwnLines(each, owns).length > 0))
    return { signs: ['same-line'] }
  const [exchange] = dialledNumbers(text).map((national) => national.slice(0, 6))
  const isNeighbour = exchange !== undefined && owns.some((own) => own.isExchange(exchange))
  return isNeighbour ? { text, signs: ['same-exchange'] } : { text }
}

// Behind the door the field is counted as what the library takes it for, which knows more ways to write a number than are
// searched for: with national prefixes, say.
function isCountedAs(text: string, owns: OwnLine[]): boolean {
  const { e164, second }: { e164?: string | undefined; second?: string | undefined } = readUsual(text) ?? normaliseCallerId(text) // prettier-ignore
  return [e164, second].some(
    (number) => number && owns.some((own) => own.isNational(number.slice(1).slice(-own.length))),
  )
}

// In a field for a number, what stands between digits does not part them: "519x555x0123".
function withoutLetters(text: string): string {
  return text.replace(/\p{L}+/gu, ' ')
}
