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
const HOURS = 'hours?|hrs?|heures?|h'
const MINUTES = 'minutes?|mins?|mn|m'
// "il y a", "y'a".
const THERE = String.raw`(?:il )?y[ ']?a|ca fait|voila`
const ABOUT = '(?:environ |a peu pres |genre |peut-etre )?'

/** "20 minutes ago", "il y a une demi-heure". */
export const AGO_RULES: Rule<Reading>[] = [
  timeRule(
    `(?:a |une )?(?:half (?:an? )?hour|half hr|1/2 (?:an? )?(?:hour|hr)|demi[ -]heure) ago|(?:${THERE}) ${ABOUT}une demi[ -]?heure`,
    () => ago(30 * MINUTE_MS),
  ),
  timeRule(`(?:an|1|one) hour and a half ago|(?:${THERE}) ${ABOUT}une heure et demie`, () => ago(90 * MINUTE_MS)),
  timeRule(`(${COUNT}) ?(?:${HOURS}) (?:and |et )?(${COUNT}) ?(?:${MINUTES}) ago`, ([, hours, minutes]) =>
    hoursAgo(hours!, minutes!),
  ),
  timeRule(`(?:${THERE}) ${ABOUT}(${COUNT}) ?(?:${HOURS}) (?:et )?(${COUNT}) ?(?:${MINUTES})`, ([, hours, minutes]) =>
    hoursAgo(hours!, minutes!),
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
