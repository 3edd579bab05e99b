import { plainText } from '../../functions/domain/plain-text.ts'

/** A time of day: `HH:mm`, or `HH` where no minute is told. */
export type Clock = string

const HALVES: Record<string, number> = { a: 0, am: 0, p: 12, pm: 12 }
const WORDS: Record<string, Clock> = { noon: '12:00', midi: '12:00' }
const AT = /^(?:at|a|@) +/
// How people say that a time is not exact, before it and after it.
const ABOUT =
  /^(?:(?:vers(?: les)?|environ|env\.?|autour de|aux alentours de|around|about|abt\.?|approx(?:imately|imativement|\.)?|roughly|circa|ca?\.|[~≈±]) *)+/
const OR_SO =
  /(?: *\(?(?:environ|env\.?|approx(?:imately|imativement|\.)?|or so|about|around|ish|\?|~)\)?)+$|(?<=\d) ?-?ish(?= |$)|-ish$/g
// What a spreadsheet shows as a day when a time of day has none.
const NO_DAY = /^(?:1899-12-3[01]|1900-01-0[01])[T ]/
const WRITTEN = /^(\d{1,2})(?:\s*[:h.]\s*(\d{2})?(?::[0-5]\d(?:[.,]\d+)?)?)?\s*(?:([ap])\.?(?:m\.?)?)?$/i

// Before seven, and of a bare number, the other half of the day is as likely.
const EITHER_HALF = /^(?:[1-9]|1[01]|[1-6] *h)$/

/**
 * Reads `10:03`, `10 h 03`, `22h`, `10:03 p.m.`, noon, or the fraction of a day that a spreadsheet holds; `vers 10h` and `10 am-ish` as
 * the hour. Undefined when it is none of them, and when what is approximate may as well be twelve hours later.
 */
export function readClock(cell: string): Clock | undefined {
  const plain = plainText(cell.trim().replace(NO_DAY, ''))
    .trim()
    .replace(/^\((.*)\)$/, '$1')
    .replace(/ *(?:heures?|hours?|hrs?)(?![a-z])/, 'h')
    .replace(AT, '')
  const text = plain.replace(ABOUT, '').replace(OR_SO, '').trim()
  if (text === plain) return readExact(text)
  return EITHER_HALF.test(text) ? undefined : text in WORDS ? WORDS[text]!.slice(0, 2) : readExact(text)
}

function readExact(text: string): Clock | undefined {
  const word = WORDS[text]
  if (word) return word
  if (/^0?[.,]\d+$/.test(text)) return ofFraction(Number(text.replace(',', '.')))
  const [, hour, minute, half] = WRITTEN.exec(text) ?? []
  if (hour === undefined) return undefined
  const h = half ? inHalf(Number(hour), half) : Number(hour)
  if (h === undefined || h > 23 || Number(minute ?? 0) > 59) return undefined
  return minute === undefined ? two(h) : `${two(h)}:${minute}`
}

/** A part of a day, to the second and then cut to the minute: 0.418749999 is 10:03, not 10:02. */
export function ofFraction(fraction: number): Clock {
  const minutes = Math.floor(Math.round(fraction * 86_400) / 60) % 1440
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

function inHalf(hour: number, half: string): number | undefined {
  return hour < 1 || hour > 12 ? undefined : (hour % 12) + HALVES[half.toLowerCase()]!
}

export function two(n: number): string {
  return String(n).padStart(2, '0')
}
