import type { LevelOf } from './match-weights.ts'

const WITHOUT_A_NUMBER = new Set(['CALLER#withheld', 'CALLER#unavailable'])
const NO_NUMBER = 'CALLER#invalid'
/** Of a national number of ten: all but the area code. */
const MOST_DIGITS = 7

export type Shown = { caller?: string | undefined; callerPart?: string | undefined }

/** How two displays agree. What was no number, nor a part of one, is compared with nothing. */
export function compareCallers(a: Shown, b: Shown): LevelOf<'callerId'> | undefined {
  if (!a.caller || !b.caller) return undefined
  if (a.caller === NO_NUMBER || b.caller === NO_NUMBER) return compareParts(a, b)
  const nameless = [a.caller, b.caller].filter((key) => WITHOUT_A_NUMBER.has(key)).length
  if (nameless === 2) return a.caller === b.caller ? 'bothNameless' : undefined
  if (nameless === 1) return 'oneNameless'
  return compareDigits(a.caller, b.caller)
}

/** A number half remembered has its beginning or its end. */
function compareParts(a: Shown, b: Shown): LevelOf<'callerId'> | undefined {
  const [part = '', whole = ''] = [a, b].map(digitsOf).toSorted((x, y) => x.length - y.length)
  if (part === '') return undefined
  if (!whole.startsWith(part) && !whole.endsWith(part)) return 'noPartOf'
  return part.length >= MOST_DIGITS ? 'mostOf' : 'partOf'
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
  return off.length === 2 ? 'twoDigitsOff' : 'different'
}
