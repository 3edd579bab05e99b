import type { Span } from './reading.ts'
import { COUNT_WORD, countOf, HOUR_WORD, hourOf } from './time-words.ts'

/** A word of a text that says a time of day, or how long ago. */
export type ClockAtom = Span & {
  hour?: number
  minute?: number
  /** Of twenty-four hours; else of twelve, and which half of the day must be told by something else. */
  isWhole?: boolean
  /** Beginning and end of a span of time, or one of several: no time of a call. */
  isRange?: boolean
  /** How long ago, and how exactly. */
  ago?: { ms: number; precision: 'minute' | 'hour' | 'day' }
}

type Reading = Omit<ClockAtom, 'start' | 'end'>
type Rule = { pattern: RegExp; read: (match: RegExpMatchArray) => Reading | undefined }

const B = String.raw`(?<![\p{L}\p{N}$#.:,-]|\d/)`
const E = String.raw`(?![\p{L}\p{N}%])`
const HALF = String.raw`(?:a\.? ?m\.?|p\.? ?m\.?)`
// What comes before an hour that is a bare number.
const NEAR = String.raw`(?:at|around|arnd|about|abt|approx(?:imately)?\.?|roughly|circa|like|near|@|~|vers(?: les)?|a|autour de|environ|aux? alentours? de|pres de|peut-etre)`
const AFTER_BARE = String.raw`(?=\s*(?:$|[,.;!?)("\n¤|]|[-] |(?:this|ths|today|2day|tonight|tonite|2nite|last|yesterday|yday|from|frm|on|in|and|i|im|said|saying|telling|by|robo|robocall|call|got|it|they|someone|some|somebody|an?|the|that|this|my|we|he|she|there|with|for|number|no|in|ce|cet|hier|du|de|dans|le|d'|je|j'|un|une|avant|pour|disant|aujourd|auj|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b))`

const MINUTE_MS = 60_000
const UNITS: [RegExp, { ms: number; precision: 'minute' | 'hour' | 'day' }][] = [
  [/^m/, { ms: MINUTE_MS, precision: 'minute' }],
  [/^h/, { ms: 60 * MINUTE_MS, precision: 'hour' }],
  [/^[dj]/, { ms: 24 * 60 * MINUTE_MS, precision: 'day' }],
  [/^[ws]/, { ms: 7 * 24 * 60 * MINUTE_MS, precision: 'day' }],
]
const UNIT = 'minutes?|mins?|mn|m|hours?|hrs?|heures?|h|days?|jours?|d|j|weeks?|wks?|semaines?|sem'
const COUNT = String.raw`\d{1,3}|${COUNT_WORD}`

function rule(pattern: string, read: Rule['read'], isOpen = false): Rule {
  return { pattern: new RegExp(`${B}(?:${pattern})${isOpen ? '' : E}`, 'gu'), read }
}

const TIME = String.raw`\d{1,2}(?: ?[:h] ?\d\d|h)?(?: ?${HALF})?`
const MARKED = String.raw`\d{1,2}(?: ?[:h] ?\d\d|(?: ?${HALF})|h)(?: ?${HALF})?`
const WORD_HOUR = String.raw`\d{1,2}|${HOUR_WORD}`

const RULES: Rule[] = [
  // Ranges, and one or the other: "9am to 9pm", "between 8 and 8", "5 or 6ish".
  rule(String.raw`(?:between|btwn|entre) ${TIME} (?:and|et|&|-) ${TIME}`, () => ({ isRange: true })),
  rule(String.raw`(?:from|de) ${TIME} (?:to|until|till|til|a|jusqu'?a) ${TIME}`, () => ({ isRange: true })),
  rule(String.raw`${TIME} ?(?:-|to|until|till|a|or|ou|et|and) ?${MARKED}`, () => ({ isRange: true })),
  rule(String.raw`${MARKED} ?(?:-|to|until|till|or|ou) ?\d{1,2}(?: ?ish)?`, () => ({ isRange: true })),
  rule(String.raw`(?:around|about|vers|at|a|like|maybe) ${TIME} ?(?:-|or|ou|to) ?\d{1,2}(?: ?ish)?`, () => ({
    isRange: true,
  })),
  // How long ago.
  rule(
    String.raw`(?:a |une )?(?:half (?:an? )?hour|demi[ -]heure) ago|(?:il )?y[ ']?a une demi[ -]?heure|half hr ago`,
    () => ago(30 * MINUTE_MS, 'minute'),
  ),
  rule(String.raw`(?:an|1|one) hour and a half ago|(?:il )?y[ ']?a une heure et demie`, () =>
    ago(90 * MINUTE_MS, 'minute'),
  ),
  rule(String.raw`(${COUNT}) ?(${UNIT}) (?:ago|earlier|back|passees?|de ca)`, ([, count, unit]) =>
    longAgo(count!, unit!),
  ),
  rule(
    String.raw`(?:(?:il )?y[ ']?a|ca fait|voila) (?:environ |a peu pres |genre |peut-etre )?(${COUNT}) ?(${UNIT})`,
    ([, count, unit]) => longAgo(count!, unit!),
  ),
  // Clocks.
  rule(String.raw`(\d{1,2}) ?[:.h] ?(\d\d) ?(${HALF})`, ([, hour, minute, half]) => halfDay(hour!, minute, half!)),
  rule(String.raw`(\d{1,2})(\d\d) ?(${HALF})`, ([, hour, minute, half]) => halfDay(hour!, minute, half!)),
  rule(String.raw`(${WORD_HOUR}) ?(?:-?ish |o'?clock )?(${HALF})`, ([, hour, half]) =>
    halfDay(String(hourOf(hour!)), undefined, half!),
  ),
  rule(String.raw`(\d{1,2}) ?: ?([0-5]\d)(?::[0-5]\d)?(?: ?(?:h|hrs?)\b)?(?:-?ish)?`, ([, hour, minute]) =>
    clock(hour!, minute, isTwentyFour(hour!)),
  ),
  rule(String.raw`(\d{1,2}) ?(?:h|hrs?|heures?) ?([0-5]\d)(?: ?(?:min|mins|minutes))?`, ([, hour, minute]) =>
    clock(hour!, minute, true),
  ),
  rule(
    String.raw`(${WORD_HOUR}) ?(?:h|heures?) ?(?:et (demie?|quart)|moins (?:le )?(quart|cinq|dix|vingt))?`,
    ([, hour, more, less]) => french(hour!, more, less),
  ),
  rule(String.raw`([01]\d|2[0-3])([0-5]\d) ?(?:h|hrs|hours)`, ([, hour, minute]) => clock(hour!, minute, true)),
  rule(
    String.raw`(${WORD_HOUR})(?: heures?)?[ -](fifteen|twenty|thirty|forty|forty[ -]five|fifty|quinze|vingt|trente|quarante|quarante[ -]cinq|cinquante)`,
    ([, hour, minute]) => clock(String(hourOf(hour!)), String(countOf(minute!)), false),
  ),
  rule(String.raw`half past (${WORD_HOUR})`, ([, hour]) => clock(String(hourOf(hour!)), '30', false)),
  rule(
    String.raw`(?:a )?(quarter|ten|five|twenty|10|5|15|20)(?: (?:minutes|mins|min))? (past|after|to|before|till|of) (${WORD_HOUR})`,
    ([, part, way, hour]) => offset(part!, way!, hour!),
  ),
  rule(String.raw`(?<!apres[ -])midi et (demie?|quart)`, ([, part]) => ({
    hour: 12,
    minute: part === 'quart' ? 15 : 30,
    isWhole: true,
  })),
  rule('(?:12 )?noon|noontime|midday|(?<!apres[ -])midi', () => ({ hour: 12, isWhole: true })),
  rule(String.raw`(${WORD_HOUR})(?= or so\b)`, ([, hour]) => clock(String(hourOf(hour!)), undefined, false)),
  rule(String.raw`(${WORD_HOUR}) ?(?:o'?clock|-?ish)`, ([, hour]) => clock(String(hourOf(hour!)), undefined, false)),
  rule(String.raw`(?<=${NEAR} ?)(\d{2})([0-5]\d)${AFTER_BARE}`, ([, hour, minute]) =>
    clock(hour!, minute, hour!.length === 2 && isTwentyFour(hour!)),
  ),
  rule(
    String.raw`(?<=(?:at|around|about|@|~) ?)([1-9])([0-5]\d)(?! (?:number|area|exchange|code))${AFTER_BARE}`,
    ([, hour, minute]) => clock(hour!, minute, false),
  ),
  rule(String.raw`(?<=${NEAR} ?)(${WORD_HOUR})${AFTER_BARE}`, ([, hour]) =>
    clock(String(hourOf(hour!)), undefined, false),
  ),
  rule(
    String.raw`(${WORD_HOUR})(?= (?:this|yesterday|tonight|tonite|2nite|last night|in the|ce|hier|du) ?(?:morning|afternoon|evening|eve|aft|matin|soir|aprem|apres)?\b)`,
    ([, hour]) => clock(String(hourOf(hour!)), undefined, false),
  ),
]

function ago(ms: number, precision: 'minute' | 'hour' | 'day'): Reading {
  return { ago: { ms, precision } }
}

function longAgo(count: string, unit: string): Reading | undefined {
  const of = UNITS.find(([begins]) => begins.test(unit))?.[1]
  const times = countOf(count)
  if (!of || times === 0 || /^[ws]/.test(unit)) return { isRange: true }
  return ago(times * of.ms, of.precision)
}

function isTwentyFour(hour: string): boolean {
  return hour.startsWith('0') || Number(hour) > 12
}

function clock(hour: string, minute: string | undefined, isWhole: boolean): Reading | undefined {
  const [h, m] = [Number(hour), Number(minute ?? 0)]
  if (h > 23 || m > 59 || (h === 0 && minute === undefined && hour.length < 2)) return undefined
  return { hour: h, ...(minute === undefined ? {} : { minute: m }), isWhole: isWhole || h > 12 }
}

function halfDay(hour: string, minute: string | undefined, half: string): Reading | undefined {
  const h = Number(hour)
  if (h > 12 && half.startsWith('p')) return clock(hour, minute, true)
  if (h < 1 || h > 12) return undefined
  return clock(String((h % 12) + (half.startsWith('p') ? 12 : 0)), minute, true)
}

function french(hour: string, more: string | undefined, less: string | undefined): Reading | undefined {
  const h = hourOf(hour)
  if (less) {
    const minutes = { quart: 45, cinq: 55, dix: 50, vingt: 40 }[less]!
    return clock(String(h - 1), String(minutes), true)
  }
  // "hier vers 3h": before seven, the clock of twelve hours is as likely.
  return clock(String(h), more ? (more === 'quart' ? '15' : '30') : undefined, h > 6)
}

function offset(part: string, way: string, hour: string): Reading | undefined {
  const minutes = part === 'quarter' ? 15 : countOf(part)
  const h = hourOf(hour)
  if (way === 'past' || way === 'after') return clock(String(h), String(minutes), false)
  return clock(String(h === 1 ? 12 : h - 1), String(60 - minutes), false)
}

/** The times of day that a folded text names, in order and apart. */
export function clockAtoms(plain: string): ClockAtom[] {
  const atoms: ClockAtom[] = []
  for (const { pattern, read } of RULES) {
    for (const match of plain.matchAll(pattern)) {
      const span = trimmed(match)
      if (atoms.some((atom) => atom.start < span.end && span.start < atom.end)) continue
      const atom = read(match)
      if (atom) atoms.push({ ...span, ...atom })
    }
  }
  return atoms.toSorted((a, b) => a.start - b.start)
}

function trimmed({ 0: all, index }: RegExpExecArray | RegExpMatchArray): Span {
  return { start: index ?? 0, end: (index ?? 0) + all.trimEnd().length }
}
