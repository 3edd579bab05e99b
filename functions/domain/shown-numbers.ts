import { APART, type DigitStream, GLUED, readDigits } from './digit-stream.ts'
import { readUsual } from './line.ts'
import { inContext, parseNumber, type PhoneNumber } from './parse-number.ts'
import { withoutProse } from './prose-words.ts'
import { plainDigits } from './unicode-digits.ts'

/** What a field for a number holds: the numbers that are some, in order, and the longest run of digits. */
export type ShownNumbers = { numbers: PhoneNumber[]; extension?: string; longestRun: string }

// "ext. 12", "x12", "poste 12", "#12", where enough digits for a number stand before it.
const EXTENSION = /(?:(?<!\p{L})(?:extension|extn|ext|xtn|poste|local|x|p)|#)[\s.:#=]{0,3}(\d{1,7})(?![\d-])/giu
const DIGITS_BEFORE_EXTENSION = { national: 7, international: 4 }
const NORTH_AMERICAN = /^(?:(?:011|00)?1)?([2-9]\d\d[2-9]\d{6})/
const DIALLED_ABROAD = /^(?:011|00)(?=[2-9])/
// A date, a time or a year beside a number: its digits are none of it.
const DATE =
  /(?<![\p{L}\d])(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d|\d{1,2}[-/.]\d{1,2}[-/.]\d{2}(?=\s+\(?\d{3}\D)|\d{1,2} ?[:hH] ?\d{2}|(?<!\d\D{0,3})(?:19|20)\d\d(?=\D+\d{3}\D))(?!\d)/gu
const FEWEST_DIGITS = 5
// Beside a number, digits that belong to none: a count, a year.
const MOST_LEFT_OVER = 6
// Three numbers, as they may be dialled.
const MOST_IN_RUN = 42
// The longest number of E.164 behind what is dialled before it.
const MOST_DIGITS = 18

/** Reads numbers in any spelling: of any script, with look-alike letters, in words, several in one field. */
export function readShownNumbers(text: string): ShownNumbers {
  const usual = readUsual(text)
  const known = usual && parseNumber(usual.e164)
  if (usual && known?.isValid()) return { numbers: [known], longestRun: usual.national }
  const { rest, extension } = takeExtension(parted(inContext(plainDigits(text))))
  const readings = readDigits(rest)
  const runs = runsOf(readings[0]).map((run) => run.digits)
  const found = readings.map((stream) => numbersIn(stream, rest)).find((numbers) => numbers.length > 0)
  const direct = found ? undefined : parseNumber(rest)
  return {
    numbers: found ?? (direct?.isValid() ? [direct] : []),
    ...(extension ? { extension } : {}),
    longestRun: runs.reduce((longest, run) => (run.length > longest.length ? run : longest), ''),
  }
}

/** Words stand where digits end that would otherwise be read on. */
function parted(text: string): string {
  return withoutProse(text)
    .replace(DATE, ' date ')
    .replace(/(?<=\d\D*)\+/g, ' next +')
    .replace(/(?<=(?:\d\D{0,3}){7})(?:[,:;|]\s|\s[/&]\s)/g, ' next ')
}

function takeExtension(text: string): { rest: string; extension?: string } {
  for (const match of text.matchAll(EXTENSION)) {
    const before = text.slice(0, match.index)
    const digits = before.match(/\p{Nd}/gu)?.length ?? 0
    if (digits >= DIGITS_BEFORE_EXTENSION[before.startsWith('+') ? 'international' : 'national'])
      return { rest: `${before} ; ${text.slice(match.index + match[0].length)}`, extension: match[1]! }
  }
  return { rest: text }
}

/** Digits between which nothing but separators stands. */
type Run = { digits: string; joins: number[]; start: number }

function runsOf({ digits, starts, joins }: DigitStream): Run[] {
  const bounds = [...joins.keys()].filter((index) => joins[index] === APART)
  return bounds.map((from, n) => ({
    digits: digits.slice(from, bounds[n + 1]),
    joins: joins.slice(from, bounds[n + 1]),
    start: starts[from]!,
  }))
}

function numbersIn(stream: DigitStream, text: string): PhoneNumber[] {
  return runsOf(stream).flatMap((run) => {
    if (run.digits.length < FEWEST_DIGITS) return []
    const isPlus = /[+＋][\s(]{0,2}$/u.test(text.slice(0, run.start))
    const abroad = readAbroad(run.digits, isPlus)
    if (abroad) return [abroad]
    return isPlus && !run.digits.startsWith('1') ? [] : northAmericans(run)
  })
}

function readAbroad(digits: string, isPlus: boolean): PhoneNumber | undefined {
  if (digits.length > MOST_DIGITS || !(isPlus || DIALLED_ABROAD.test(digits))) return undefined
  const number = parseNumber(`+${digits.replace(isPlus ? /^(?:011|00)/ : DIALLED_ABROAD, '')}`)
  return number?.isValid() ? number : undefined
}

/** Ten digits each, with what may be dialled before them, between ends of groups. */
function northAmericans({ digits, joins }: Run): PhoneNumber[] {
  const numbers: PhoneNumber[] = []
  if (digits.length > MOST_IN_RUN) return numbers
  let left = ''
  for (let at = 0; at < digits.length; at += 1) {
    const isStart = joins[at] !== GLUED
    const [dialled = '', national] = (isStart && NORTH_AMERICAN.exec(digits.slice(at, at + MOST_DIGITS))) || []
    const number = national && joins[at + dialled.length] !== GLUED ? parseNumber(`+1${national}`) : undefined
    if (number?.isValid()) {
      numbers.push(number)
      at += dialled.length - 1
    } else left += isStart ? ` ${digits[at]}` : digits[at]
  }
  return left === '' || isBeside(left, { digits, joins }) ? numbers : []
}

/** Whether digits left over stand beside a number, and are no part of a longer one: the number is set as usual, with them apart. */
function isBeside(left: string, { digits, joins }: Pick<Run, 'digits' | 'joins'>): boolean {
  const groups = Array.from(digits, (digit, i) => (i > 0 && joins[i] !== GLUED ? ` ${digit}` : digit)).join('')
  const isUsual = /(?:^| )1?(?: ?\d{3} \d{3} \d{4}|\d{10}|\d{3} \d{7})(?: |$)/.test(groups)
  return isUsual && left.replaceAll(' ', '').length <= MOST_LEFT_OVER && !/(?:^| )\d{3}(?: |$)/.test(left)
}
