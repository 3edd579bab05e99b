import { editDistance } from '../edit-distance.ts'
import type { LevelOf } from './match-weights.ts'

const WITHOUT_A_NUMBER = new Set(['CALLER#withheld', 'CALLER#unavailable'])
const NO_NUMBER = 'CALLER#invalid'
const NATIONAL_DIGITS = 10
/** Of a national number: all but the area code. */
const MOST_DIGITS = 7
const FEWEST_DIGITS = 3
/** Of so many digits one may be wrong. */
const SLIP_DIGITS = 6
/** A number with a digit lost or doubled, and nothing left out. */
const NEARLY_WHOLE = 9

export type Shown = { caller?: string | undefined; callerPart?: string | undefined }

/** How two displays agree. What was no number, nor a part of one, is compared with nothing. */
export function compareCallers(a: Shown, b: Shown): LevelOf<'callerId'> | undefined {
  if (!a.caller || !b.caller) return undefined
  if (a.caller === NO_NUMBER || b.caller === NO_NUMBER) return compareParts(a, b)
  const nameless = [a.caller, b.caller].filter((key) => WITHOUT_A_NUMBER.has(key)).length
  if (nameless === 2) return a.caller === b.caller ? 'bothNameless' : 'namelessOtherwise'
  if (nameless === 1) return 'oneNameless'
  return compareDigits(a.caller, b.caller)
}

/** At least one of them is half remembered, or has a digit too few or too many. */
function compareParts(a: Shown, b: Shown): LevelOf<'callerId'> | undefined {
  const [x, y] = [digitsOf(a), digitsOf(b)]
  if (!x || !y) return undefined
  if ([x, y].every((digits) => digits.length >= NEARLY_WHOLE && !digits.includes('?'))) {
    const slips = editDistance(x, y, 2)
    return slips < 2 ? (slips === 0 ? 'mostOf' : 'digitLost') : slips === 2 ? undefined : 'noPartOf'
  }
  const [{ same, other }] = agreementsOf(x, y) as [Agreement]
  if (other > 0) return other === 1 && same >= SLIP_DIGITS ? undefined : 'noPartOf'
  return same >= MOST_DIGITS ? 'mostOf' : same >= FEWEST_DIGITS ? 'partOf' : undefined
}

/** How many of the digits that both tell are the same, and how many are not. */
type Agreement = { same: number; other: number }

/** Of all ways in which the two may be parts of one number, the likeliest first. */
function agreementsOf(x: string, y: string): Agreement[] {
  const length = Math.max(...[x, y].map(lengthOf))
  const ways = placesOf(x, length).flatMap((a) => placesOf(y, length).map((b) => agreementOf(a, b)))
  return ways.toSorted((one, two) => one.other - two.other || two.same - one.same)
}

/** Of a national number, unless more digits than one too many say that it is abroad. */
function lengthOf(digits: string): number {
  return digits.includes('?') || digits.length <= NATIONAL_DIGITS + 1 ? NATIONAL_DIGITS : digits.length
}

function agreementOf(a: string, b: string): Agreement {
  const told = Array.from(a, (digit, i) => [digit, b[i]!] as const).filter((pair) => !pair.includes('?'))
  const same = told.filter(([one, other]) => one === other).length
  return { same, other: told.length - same }
}

/**
 * Where these digits may stand in a number of so many, `?` for each other: at its beginning or at its end, as nobody remembers a
 * middle; or anywhere but for one that was lost or doubled.
 */
function placesOf(digits: string, length: number): string[] {
  const [first = '', last] = [digits.split('?')[0], digits.slice(digits.lastIndexOf('?') + 1)]
  if (digits.includes('?')) return [first + last.padStart(length - first.length, '?')]
  if (digits.length === length) return [digits]
  if (digits.length < NEARLY_WHOLE) return [digits.padEnd(length, '?'), digits.padStart(length, '?')]
  const [filling, skipped] = digits.length < length ? ['?', 0] : ['', 1]
  return Array.from(
    { length: digits.length + 1 - skipped },
    (_, i) => digits.slice(0, i) + filling + digits.slice(i + skipped),
  )
}

function digitsOf({ caller = '', callerPart }: Shown): string {
  return callerPart ?? /^CALLER#\+1?(\d+)$/.exec(caller)?.[1] ?? ''
}

export function compareCallbacks(a: string | undefined, b: string | undefined): LevelOf<'callbackNumber'> | undefined {
  if (!a || !b) return undefined
  const level = compareDigits(a, b)
  if (level === 'same') return 'same'
  return level === 'oneDigitOff' || level === 'twoSwapped' ? 'nearly' : 'different'
}

function compareDigits(a: string, b: string): LevelOf<'callerId'> {
  if (a === b) return 'same'
  if (a.length !== b.length) return 'different'
  const off = Array.from(a).flatMap((digit, i) => (digit === b[i] ? [] : [i]))
  const [first = 0, second = 0] = off
  if (off.length === 1) return 'oneDigitOff'
  if (off.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first]) return 'twoSwapped'
  if (a.slice(-7) === b.slice(-7)) return 'otherAreaCode'
  return editDistance(a, b, 2) <= 2 ? 'twoDigitsOff' : 'different'
}
