import { atomsBy, type Rule, timeRule } from './atoms.ts'
import { AGO_RULES, type LongAgo } from './long-ago.ts'
import type { Span } from './reading.ts'
import { countOf, HOUR_WORD, hourOf } from './time-words.ts'

/** A word of a text that says a time of day, or how long ago. */
export type ClockAtom = Span & {
  hour?: number
  minute?: number
  /** Of twenty-four hours; else of twelve, and which half of the day must be told by something else. */
  isWhole?: boolean
  /** Beginning and end of a span of time, or one of several: no time of a call. */
  isRange?: boolean
  /** How long ago, and how exactly. */
  ago?: LongAgo
}

type Reading = Omit<ClockAtom, 'start' | 'end'>

const HALF = String.raw`(?:a\.? ?m\.?|p\.? ?m\.?)`
// What comes before an hour that is a bare number.
const NEAR = String.raw`(?:at|around|'?round|arnd|aroun|'?bout|(?:just|shortly|soon|right|little|bit) (?:after|past)|about|abt|approx(?:imately)?\.?|roughly|circa|like|near|@|~|vers(?: les)?|a|autour de|environ|aux? alentours? de|pres de|peut-etre)`
const AFTER_BARE = String.raw`(?=\s*(?:$|[,.;!?)("\n¤|]|[-] |(?:this|ths|today|2day|tonight|tonite|2nite|last|yesterday|yday|from|frm|on|in|and|i|im|said|saying|telling|by|robo|robocall|call|got|it|they|someone|some|somebody|an?|the|that|this|my|we|he|she|there|with|for|number|no|in|ce|cet|hier|du|de|dans|le|d'|je|j'|un|une|avant|pour|disant|aujourd|auj|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b))`

const TIME = String.raw`(?:[01]?\d|2[0-4])(?: ?[:h] ?\d\d|h)?(?: ?${HALF})?`
const MARKED = String.raw`(?:[01]?\d|2[0-4])(?: ?[:h] ?\d\d|(?: ?${HALF})|h)(?: ?${HALF})?`
const WORD_HOUR = String.raw`\d{1,2}|${HOUR_WORD}`

const RULES: Rule<Reading>[] = [
  // Ranges, and one or the other: "9am to 9pm", "between 8 and 8", "5 or 6ish".
  timeRule(String.raw`(?:between|btwn|entre) ${TIME} (?:and|et|&|-) ${TIME}`, () => ({ isRange: true })),
  timeRule(String.raw`(?:from|de) ${TIME} (?:to|until|till|til|a|jusqu'?a) ${TIME}`, () => ({ isRange: true })),
  timeRule(String.raw`${TIME} ?(?:-|to|until|till|a|or|ou|et|and) ?${MARKED}`, () => ({ isRange: true })),
  timeRule(String.raw`${MARKED} ?(?:-|to|until|till|or|ou) ?\d{1,2}(?: ?ish)?`, () => ({ isRange: true })),
  timeRule(String.raw`(?:around|about|vers|at|a|like|maybe) ${TIME} ?(?:-|or|ou|to) ?\d{1,2}(?: ?ish)?`, () => ({
    isRange: true,
  })),
  ...AGO_RULES,
  // Clocks.
  timeRule(String.raw`half (?:past|after) (${WORD_HOUR})(?: ?(${HALF}))?`, ([, hour, half]) =>
    inHalf(clock(String(hourOf(hour!)), '30', false), half),
  ),
  timeRule(
    String.raw`(?:a )?(quarter|ten|five|twenty|10|5|15|20)(?: (?:minutes|mins|min))? (past|after|to|before|till|of) (${WORD_HOUR})(?: ?(${HALF}))?`,
    ([, part, way, hour, half]) => inHalf(offset(part!, way!, hour!), half),
  ),
  timeRule(String.raw`(\d{1,2}) ?[:.h] ?(\d\d) ?(${HALF})`, ([, hour, minute, half]) => halfDay(hour!, minute, half!)),
  timeRule(String.raw`(?<=${NEAR} )(\d{1,2}) ([0-5]\d) ?(${HALF})`, ([, hour, minute, half]) =>
    halfDay(hour!, minute, half!),
  ),
  timeRule(
    String.raw`(?<!\d ?)([1-9]|1[0-2]) ([0-5]\d)(?= (?:this|ths|yesterday|yest|last|tonight|in the|ce|cet|hier)\b)`,
    ([, hour, minute]) => clock(hour!, minute, false),
  ),
  timeRule(String.raw`(\d{1,2})(\d\d) ?(${HALF})`, ([, hour, minute, half]) => halfDay(hour!, minute, half!)),
  timeRule(String.raw`(${WORD_HOUR}) ?(?:-?ish |o ?'? ?clock |h )?(${HALF})`, ([, hour, half]) =>
    halfDay(String(hourOf(hour!)), undefined, half!),
  ),
  timeRule(String.raw`(\d{1,2}) ?: ?([0-5]\d)(?::[0-5]\d)?(?: ?(?:h|hrs?)\b)?(?:-?ish)?`, ([, hour, minute]) =>
    clock(hour!, minute, isTwentyFour(hour!)),
  ),
  timeRule(String.raw`(\d{1,2}) ?(?:h|hrs?|heures?) ?([0-5]\d)(?: ?(?:min|mins|minutes))?`, ([, hour, minute]) =>
    clock(hour!, minute, true),
  ),
  timeRule(
    String.raw`(${WORD_HOUR}) ?(?:h|heures?) ?(?:et (demie?|quart)|moins (?:le )?(quart|cinq|dix|vingt))?`,
    ([, hour, more, less]) => french(hour!, more, less),
  ),
  timeRule(String.raw`([01]\d|2[0-3])([0-5]\d) ?(?:h|hrs|hours)`, ([, hour, minute]) => clock(hour!, minute, true)),
  timeRule(
    String.raw`(${WORD_HOUR})(?: heures?)?[ -](fifteen|twenty|thirty|forty|forty[ -]five|fifty|quinze|vingt|trente|quarante|quarante[ -]cinq|cinquante)`,
    ([, hour, minute]) => clock(String(hourOf(hour!)), String(countOf(minute!)), false),
  ),
  timeRule(String.raw`(?<!(?:apres|avant)[ -])midi et (demie?|quart)`, ([, part]) => ({
    hour: 12,
    minute: part === 'quart' ? 15 : 30,
    isWhole: true,
  })),
  timeRule('(?<!(?:apres|avant)[ -])midi (cinq|dix|quinze|vingt|trente)', ([, minutes]) => ({
    hour: 12,
    minute: countOf(minutes!),
    isWhole: true,
  })),
  timeRule('(?:12 )?noon(?:-?ish)?|noon ?time|midday|(?<!(?:apres|avant)[ -])midi', () => ({
    hour: 12,
    isWhole: true,
  })),
  timeRule(String.raw`(${WORD_HOUR})(?= or so\b)`, ([, hour]) => clock(String(hourOf(hour!)), undefined, false)),
  timeRule(String.raw`(${WORD_HOUR}) ?(?:o ?'? ?clock|-?ish)`, ([, hour]) =>
    clock(String(hourOf(hour!)), undefined, false),
  ),
  timeRule(String.raw`(?<=${NEAR} ?)(\d{2})([0-5]\d)${AFTER_BARE}`, ([, hour, minute]) =>
    clock(hour!, minute, hour!.length === 2 && isTwentyFour(hour!)),
  ),
  timeRule(
    String.raw`(?<=(?:at|around|about|@|~) ?)([1-9])([0-5]\d)(?! (?:number|area|exchange|code))${AFTER_BARE}`,
    ([, hour, minute]) => clock(hour!, minute, false),
  ),
  timeRule(String.raw`(?<=${NEAR} ?)(${WORD_HOUR})${AFTER_BARE}`, ([, hour]) =>
    clock(String(hourOf(hour!)), undefined, false),
  ),
  timeRule(
    String.raw`(${WORD_HOUR})(?= (?:this|yesterday|tonight|tonite|2nite|last night|in the|ce|hier|du) ?(?:morning|afternoon|evening|eve|aft|matin|soir|aprem|apres)?\b)`,
    ([, hour]) => clock(String(hourOf(hour!)), undefined, false),
  ),
]

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

function inHalf(reading: Reading | undefined, half: string | undefined): Reading | undefined {
  return reading?.hour !== undefined && half ? halfDay(String(reading.hour), String(reading.minute), half) : reading
}

function offset(part: string, way: string, hour: string): Reading | undefined {
  const minutes = part === 'quarter' ? 15 : countOf(part)
  const h = hourOf(hour)
  if (way === 'past' || way === 'after') return clock(String(h), String(minutes), false)
  return clock(String(h === 1 ? 12 : h - 1), String(60 - minutes), false)
}

/** The times of day that a folded text names, in order and apart. */
export function clockAtoms(plain: string): ClockAtom[] {
  return atomsBy(RULES, plain, undefined)
}
