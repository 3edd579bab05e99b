import { type Rule, timeRule } from './atoms.ts'
import { COUNT_WORD, countOf } from './time-words.ts'

/** How long ago, and how exactly; undefined where the words do not say how long. */
export type LongAgo = { ms: number; precision: 'minute' | 'hour' | 'day' }
type Reading = { ago?: LongAgo; isRange?: boolean }

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const UNITS: [RegExp, LongAgo][] = [
  [/^m/, { ms: MINUTE_MS, precision: 'minute' }],
  [/^h/, { ms: HOUR_MS, precision: 'hour' }],
  [/^[dj]/, { ms: 24 * HOUR_MS, precision: 'day' }],
]
const UNIT = 'minutes?|mins?|mn|m|hours?|hrs?|heures?|h|days?|jours?|d|j|weeks?|wks?|semaines?|sem'
const COUNT = String.raw`\d{1,3}|${COUNT_WORD}`
const HALF_HOUR = '(?:half (?:an? )?(?:hour|hr|h)|1/2 ?(?:an? )?(?:hours?|hrs?|hr|h)|demi[ -]?h(?:eure)?)'
const HOURS = 'hours?|hrs?|heures?|h'
const MINUTES = 'minutes?|mins?|mn|m'
// "il y a", "y'a".
const THERE = String.raw`(?:il )?y[ ']?a|ca fait|voila`
const ABOUT = '(?:environ |a peu pres |genre |peut-etre )?'

/** "20 minutes ago", "il y a une demi-heure". */
export const AGO_RULES: Rule<Reading>[] = [
  timeRule(
    `(?:a |une )?${HALF_HOUR} (?:ago|earlier|back)|(?:${THERE}) ${ABOUT}(?:une )?(?:demi[ -]?h(?:eure)?|1/2 ?h(?:eure)?)`,
    () => ago(30 * MINUTE_MS),
  ),
  timeRule(
    String.raw`(\d{1,2}) ?1/2 ?(?:${HOURS}) (?:ago|earlier|back)|(\d{1,2}) and a half (?:${HOURS}) ago`,
    ([, count, other]) => ago((Number(count ?? other) + 0.5) * HOUR_MS),
  ),
  timeRule(`(?:an|1|one) (?:hour|hr) and a half ago|(?:${THERE}) ${ABOUT}(?:une|1) ?h(?:eure)? et demie`, () =>
    ago(90 * MINUTE_MS),
  ),
  timeRule(`(${COUNT}) ?(?:${HOURS}) (?:and |et )?(${COUNT}) ?(?:${MINUTES}) ago`, ([, hours, minutes]) =>
    hoursAgo(hours!, minutes!),
  ),
  timeRule(`(?:${THERE}) ${ABOUT}(${COUNT}) ?(?:${HOURS}) (?:et )?(${COUNT}) ?(?:${MINUTES})`, ([, hours, minutes]) =>
    hoursAgo(hours!, minutes!),
  ),
  timeRule('(?:hour|hr) ago', () => ago(HOUR_MS, 'hour')),
  timeRule(`(?:${THERE}) ${ABOUT}(${COUNT}) ?h(?:eures)? et (demie?|quart)`, ([, hours, part]) =>
    ago((countOf(hours!) + (part === 'quart' ? 0.25 : 0.5)) * HOUR_MS),
  ),
  timeRule(`(${COUNT}) ?(${UNIT}) (?:ago|earlier|back|passees?|de ca)`, ([, count, unit]) => longAgo(count!, unit!)),
  // "ça fait 30 ans que": since when, and not when.
  timeRule(`(?:${THERE}) ${ABOUT}(${COUNT}) ?(${UNIT})(?! qu)`, ([, count, unit]) => longAgo(count!, unit!)),
]

function ago(ms: number, precision: LongAgo['precision'] = 'minute'): Reading {
  return { ago: { ms, precision } }
}

function hoursAgo(hours: string, minutes: string): Reading {
  return ago(countOf(hours) * HOUR_MS + countOf(minutes) * MINUTE_MS)
}

function longAgo(count: string, unit: string): Reading {
  const of = UNITS.find(([begins]) => begins.test(unit))?.[1]
  return of ? ago(countOf(count) * of.ms, of.precision) : { isRange: true }
}
