/** Words of time in folded English and French, for expressions. */

const MONTHS = [
  'january|jan|janvier|janv',
  'february|feb|fevrier|fevr|fev',
  'march|mar|mars',
  'april|apr|avril|avr',
  'may|mai',
  'june|jun|juin',
  'july|jul|juillet|juil',
  'august|aug|aout',
  'september|sept|sep|septembre',
  'october|oct|octobre',
  'november|nov|novembre',
  'december|dec|decembre',
]
const WEEKDAYS = [
  'sunday|dimanche|sundy|sun|dim',
  'monday|lundi|mondy|mon|lun',
  'tuesday|mardi|tuesdy|tues|tue',
  'wednesday|mercredi|wednsday|wendsday|wensday|weds|wed|merc|mer',
  'thursday|jeudi|thursdy|thurs|thur|thu|jeu',
  'friday|vendredi|fridy|fri|ven',
  'saturday|samedi|sat|sam',
]
const HOURS = [
  'one|une', 'two|deux', 'three|trois', 'four|quatre', 'five|cinq', 'six', 'seven|sept', 'eight|huit', 'nine|neuf', 'ten|dix',
  'eleven|onze', 'twelve|douze',
] // prettier-ignore
const COUNTS = [
  'an?|one|une?', 'two|deux', 'three|trois', 'four|quatre', 'five|cinq', 'six', 'seven|sept', 'eight|huit', 'nine|neuf',
  'ten|dix', 'eleven|onze', 'twelve|douze', 'fifteen|quinze', 'twenty|vingt', 'thirty|trente', 'forty|quarante',
  'forty[ -]five|quarante[ -]cinq', 'fifty|cinquante',
] // prettier-ignore
const WORTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 20, 30, 40, 45, 50]

export const MONTH = MONTHS.join('|')
export const WEEKDAY = WEEKDAYS.join('|')
export const HOUR_WORD = HOURS.join('|')
export const COUNT_WORD = COUNTS.toReversed().join('|')
/** Weekdays that are other words as well when they are cut short. */
export const CUT_SHORT = new Set([
  'sun',
  'dim',
  'mon',
  'lun',
  'wed',
  'mer',
  'thu',
  'jeu',
  'fri',
  'ven',
  'sat',
  'sam',
  'tue',
])

function placeIn(list: readonly string[], word: string): number {
  return list.findIndex((alike) => new RegExp(`^(?:${alike})$`).test(word))
}

/** 1 to 12. */
export function monthOf(word: string): number {
  return placeIn(MONTHS, word) + 1
}

/** 0 for Sunday. */
export function weekdayOf(word: string): number {
  return placeIn(WEEKDAYS, word)
}

export function hourOf(word: string): number {
  return /^\d/.test(word) ? Number(word) : placeIn(HOURS, word) + 1
}

export function countOf(word: string): number {
  return /^\d/.test(word) ? Number(word) : (WORTHS[placeIn(COUNTS, word)] ?? 0)
}
