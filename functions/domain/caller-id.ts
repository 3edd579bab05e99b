import * as z from 'zod/mini'
import { readNoNumber } from './caller-words.ts'
import { northAmericanSigns, refusedSigns } from './number-signs.ts'
import { parseNumber, type PhoneNumber } from './parse-number.ts'
import { readShownNumbers, type ShownNumbers } from './shown-numbers.ts'
import { plainDigits } from './unicode-digits.ts'
import { vanityDigits } from './vanity-number.ts'

/** The number displayed, in normal form. It may belong to a spoofed bystander. */
export const CallerIdNormal = z.object({
  kind: z.enum(['number', 'short-code', 'withheld', 'unavailable', 'invalid']),
  /** Such as `+14505550146`; for kind `number` only. */
  e164: z.optional(z.string()),
  /** Five or six digits that send text messages; for kind `short-code` only. */
  shortCode: z.optional(z.string()),
  /** Two letters, where the number tells: toll-free ones do not. */
  country: z.optional(z.string()),
  extension: z.optional(z.string()),
  /** Another number in the same field, which is not counted. */
  second: z.optional(z.string()),
  /** What speaks against the number being real; `same-line` is the reporter's own number, which is never kept. */
  signs: z.array(z.string()),
})
export type CallerIdNormal = z.infer<typeof CallerIdNormal>

/** Longer texts than any display shows are not searched for a number. */
export const MAX_SEARCHED = 250
const LONGEST_EXTENSION = 7
const ANY_LINE = '0146'
const SHORT_CODE = /(?<![\p{L}\d+*-])(\d{5,6}|\d{3}[ -]\d{3})(?![\p{L}\d*-])/u
// Toll-free, premium and personal numbers of the North American plan are no country's.
const OF_NO_COUNTRY = /^\+1(?:8(?:00|33|44|55|66|77|88)|900|5(?:00|2[1-9]|33|44|66|77|88)|600|622|700)/

/** Any text gives an answer, never an exception. National numbers are read as Canadian. */
export function normaliseCallerId(text: string, seenAtTheDoor: string[] = []): CallerIdNormal {
  if (seenAtTheDoor.includes('same-line')) return { kind: 'invalid', signs: seenAtTheDoor }
  const { signs, ...normal } = readCallerId(text.slice(0, MAX_SEARCHED))
  return { ...normal, signs: [...signs, ...seenAtTheDoor] }
}

function readCallerId(text: string): CallerIdNormal {
  const shown = readShownNumbers(text)
  const [number, ...others] = shown.numbers
  if (number) return numberNormal(number, shown.extension, others)
  const kind = readNoNumber(text)
  const vanity = kind ? undefined : vanityNumber(text)
  if (vanity) return numberNormal(vanity, shown.extension)
  const shortCode = readShortCode(text)
  if (shortCode) return { kind: 'short-code', shortCode, signs: [] }
  return kind ? { kind, signs: [] } : { kind: 'invalid', signs: refused(shown, text) }
}

/** Five or six digits, together or three by three, in a text without others. */
function readShortCode(text: string): string | undefined {
  const digits = plainDigits(text)
  const [, code = ''] = SHORT_CODE.exec(digits) ?? []
  // "450 555" is the beginning of a number.
  if (/\D/.test(code) && parseNumber(`+1${code}${ANY_LINE}`)?.isValid()) return undefined
  return code && code.replace(/\D/g, '') === digits.replace(/\D/g, '') ? code.replace(/\D/g, '') : undefined
}

function numberNormal(number: PhoneNumber, extension: string | undefined, others: PhoneNumber[] = []): CallerIdNormal {
  const e164 = number.number
  const second = others.find((other) => other.number !== e164)
  const country = OF_NO_COUNTRY.test(e164) ? undefined : number.country
  const said = extension ?? number.ext?.toString()
  return {
    kind: 'number',
    e164,
    ...(country ? { country } : {}),
    ...(said && said.length <= LONGEST_EXTENSION ? { extension: said } : {}),
    ...(second ? { second: second.number } : {}),
    signs: /^\+1\d{10}$/.test(e164) ? northAmericanSigns(e164.slice(2)) : [],
  }
}

function vanityNumber(text: string): PhoneNumber | undefined {
  const national = vanityDigits(text.normalize('NFKD').replace(/\p{M}/gu, ''))
  const number = national && parseNumber(`+1${national}`)
  return number && number.isValid() ? number : undefined
}

// A single "I" or "one" is a word.
function refused({ longestRun }: ShownNumbers, text: string): string[] {
  if (longestRun.length < 3 && !/\p{Nd}/u.test(text)) return []
  const isAbroad = /^\D*\+\D*[02-9]/.test(text) || /^(?:011|00)[2-9]/.test(longestRun)
  return refusedSigns(longestRun, isAbroad)
}

/** How a normal form is written, so that it is read as the same again. */
export function spellCallerId({ kind, e164, shortCode, extension, second }: CallerIdNormal): string {
  if (!e164) return shortCode ?? kind
  return [`${e164}${extension ? ` ext. ${extension}` : ''}`, ...(second ? [second] : [])].join(', ')
}

/** The key of the caller-ID record: one per distinct normal form. */
export function callerKey({ kind, e164, shortCode }: CallerIdNormal): string {
  return `CALLER#${e164 ?? (shortCode ? `${kind}:${shortCode}` : kind)}`
}
