import { ALPHABET, base32 } from './ids.ts'

/** 60 bits: whoever tries a thousand a second hits one of a million valid codes once in 36 years. */
const LENGTH = 12
const GROUP = 4
// Room for blanks and dashes as people set them.
const LONGEST = 40

/** A code for people to type, of the first 60 bits of `bytes` (8 or more): three groups of four, as 7K3M-0QXT-9D5A. */
export function oneTimeCode(bytes: Uint8Array): string {
  return inGroups(base32(bytes, LENGTH))
}

/** The code that somebody has typed, in any case, with the letters that look like digits read as those; undefined when it is none. */
export function readOneTimeCode(text: string): string | undefined {
  if (text.length > LONGEST) return undefined
  const digits = text.replace(/[\s-]/g, '').toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  const isCode = digits.length === LENGTH && Array.from(digits).every((digit) => ALPHABET.includes(digit))
  return isCode ? inGroups(digits) : undefined
}

function inGroups(digits: string): string {
  return [0, GROUP, 2 * GROUP].map((at) => digits.slice(at, at + GROUP)).join('-')
}
