import { APART, readDigits } from './digit-stream.ts'
import { parseNumber } from './parse-number.ts'

/** The reporter's own line, in normal form. Lives only while a request is answered. */
export type Line = {
  /** Such as `+15195550123`. */
  e164: string
  /** Without the country code: ten digits in North America. */
  national: string
}

// Area and exchange codes begin with 2 to 9. "0000000000" is nobody's line: it would make one reporter of many.
const NORTH_AMERICAN = /^\+1[2-9]\d{2}[2-9]\d{6}$/

// What almost everyone writes. The library reads it alike, in twenty times the time.
const USUAL = /^ *(?:(?:\+|00|011 ?)?1[ .-]?)?\(?([2-9]\d\d)\)?[ .-]?([2-9]\d\d)[ .-]?(\d{4}) *$/

/** Reads a phone number, by default a Canadian one, in any spelling; an extension is dropped. Undefined when it is none. */
export function readLine(text: string): Line | undefined {
  return readUsual(text) ?? readNumber(text) ?? readNumber(dialled(text))
}

/** A North American number in one of the usual spellings; undefined does not say that it is none. */
export function readUsual(text: string): Line | undefined {
  const national = USUAL.exec(text)?.slice(1).join('')
  return national ? { e164: `+1${national}`, national } : undefined
}

function readNumber(text: string): Line | undefined {
  const number = parseNumber(text)
  if (!number?.isPossible()) return undefined
  const e164 = number.number
  if (number.countryCallingCode === '1' && !NORTH_AMERICAN.test(e164)) return undefined
  return { e164, national: e164.slice(1 + number.countryCallingCode.length) }
}

// "519 555 O123": the digits, when nothing stands between them that is no part of a number.
function dialled(text: string): string {
  const [{ digits, joins }] = readDigits(text)
  return joins.includes(APART, 1) ? '' : digits
}
