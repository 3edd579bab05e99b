import { plainText } from '../../functions/domain/plain-text.ts'
import { readWrittenTime, writeTime } from '../../functions/domain/written-time.ts'
import { type Clock, ofFraction, readClock, two } from './read-clock.ts'

export type DateOrder = 'dmy' | 'mdy' | 'ymd'

/** A date as far as its cell alone can tell: `parts` stand in an order that the column must tell, `written` in none. */
export type ReadDay =
  | { written: string; clock?: Clock }
  | { parts: [number, number]; year: string; clock?: Clock }
  | { short: [number, number, number]; clock?: Clock }

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const MOIS = 'janv fevr mars avr mai juin juil aout sept oct nov dec'.split(' ')
const DAYS = 'mon tue wed thu fri sat sun lun mar mer jeu ven sam dim'.split(' ')

// The first day that a report may name, and the end of the century, as a spreadsheet counts days.
const [FIRST_SERIAL, LAST_SERIAL] = [36_526, 73_050]
const ANY_LEAP_YEAR = '2012'
const DAY_ZERO = Date.UTC(1899, 11, 30)

const NUMERIC = /^(\d{1,4})([-/. ])(\d{1,2})\2(\d{1,4})(?:,?\s*T?\s*(\S.*))?$/
const DAY_FIRST =
  /^(\d{1,2})(?:er|st|nd|rd|th|e)?[\s.-]+(?:of |de )?([a-z]+)[\s.,-]+(\d{4}|\d\d)(?:,?(?:\s+(?:at|a))?\s+(.+))?$/
const MONTH_FIRST = /^([a-z]+)[\s.-]+(\d{1,2})(?:st|nd|rd|th)?[\s,]+(\d{4})(?:,?(?:\s+(?:at|a))?\s+(.+))?$/
const TIME_AFTER = String.raw`(?:,?(?:\s+(?:at|a))?\s+(.+))?$`
const NUMBERS_ALONE = /^(\d{1,2})[-/](\d{1,2})(?:,?\s+(\S.*))?$/
const DAY_AND_MONTH = new RegExp(String.raw`^(\d{1,2})(?:er|st|nd|rd|th|e)?[\s.-]+(?:of |de )?([a-z]+)\.?${TIME_AFTER}`)
const MONTH_AND_DAY = new RegExp(String.raw`^([a-z]+)[\s.-]+(\d{1,2})(?:st|nd|rd|th)?${TIME_AFTER}`)
const MONTH_ALONE = /^([a-z]+)[\s.,-]+(\d{4})$/

/** Reads a date, or a date with a time of day, as people and spreadsheets write them; one without a year is of `year`. Undefined when it is none. */
export function readDay(cell: string, year?: string): ReadDay | undefined {
  const text = cell.trim()
  const iso = readWrittenTime(text)
  if (iso) return iso.offset || !iso.time ? { written: writeTime(iso) } : { written: iso.day!, clock: iso.time }
  return readSerial(text) ?? readNumeric(text, year) ?? readWords(plainText(text), year)
}

/** Whether a date lacks nothing but its year. */
export function lacksYear(cell: string): boolean {
  return readDay(cell) === undefined && readDay(cell, ANY_LEAP_YEAR) !== undefined
}

function readSerial(text: string): ReadDay | undefined {
  const [, days, fraction] = /^(\d{5})(?:[.,](\d+))?$/.exec(text) ?? []
  if (days === undefined || Number(days) < FIRST_SERIAL || Number(days) > LAST_SERIAL) return undefined
  const written = new Date(DAY_ZERO + Number(days) * 86_400_000).toISOString().slice(0, 10)
  return { written, ...(fraction ? { clock: ofFraction(Number(`0.${fraction}`)) } : {}) }
}

function readNumeric(text: string, year: string | undefined): ReadDay | undefined {
  const [, one, other, at] = (year && NUMBERS_ALONE.exec(text)) || []
  const clock = clockOf(at)
  if (one && clock) return { parts: [Number(one), Number(other)], year: year!, ...clock }
  const [, y, m, d] = /^(20\d\d)(\d\d)(\d\d)$/.exec(text) ?? []
  if (y) return { written: `${y}-${m}-${d}` }
  const [, first = '', , second = '', third = '', rest] = NUMERIC.exec(text) ?? []
  const time = clockOf(rest)
  if (!time || first === '') return undefined
  const [a, b, c] = [Number(first), Number(second), Number(third)]
  if (first.length === 4 && third.length < 3) return { written: `${first}-${two(b)}-${two(c)}`, ...time }
  if (first.length > 2) return undefined
  if (third.length === 4) return { parts: [a, b], year: third, ...time }
  return third.length < 3 ? { short: [a, b, c], ...time } : undefined
}

function readWords(plain: string, year: string | undefined): ReadDay | undefined {
  const [weekday = ''] = /^[a-z]+(?=[.,]?\s+[a-z\d])/.exec(plain) ?? []
  const isWeekday = monthOf(weekday) === undefined && DAYS.includes(weekday.slice(0, 3))
  const text = isWeekday ? plain.slice(weekday.length).replace(/^[.,]?\s+(?:le )?/, '') : plain.replace(/^le /, '')
  const [, d, dayFirst, dYear, dRest] = DAY_FIRST.exec(text) ?? []
  if (d) return ofMonth(dayFirst, { year: dYear, day: d, rest: dRest })
  const [, monthFirst, m, mYear, mRest] = MONTH_FIRST.exec(text) ?? []
  if (m) return ofMonth(monthFirst, { year: mYear, day: m, rest: mRest })
  const [, alone, yearAlone] = MONTH_ALONE.exec(text) ?? []
  if (alone || year === undefined) return ofMonth(alone, { year: yearAlone })
  const [, day, ofThe, dayRest] = DAY_AND_MONTH.exec(text) ?? []
  if (day) return ofMonth(ofThe, { year, day, rest: dayRest })
  const [, month, monthsDay, rest] = MONTH_AND_DAY.exec(text) ?? []
  return ofMonth(month, { year, day: monthsDay, rest })
}

type OfMonth = { year?: string | undefined; day?: string | undefined; rest?: string | undefined }

function ofMonth(name: string | undefined, { year, day, rest }: OfMonth): ReadDay | undefined {
  const [month, time] = [monthOf(name ?? ''), clockOf(rest)]
  if (!month || !time) return undefined
  return { written: `${year?.padStart(4, '20')}-${two(month)}${day ? `-${two(Number(day))}` : ''}`, ...time }
}

/** 1 to 12, of a name of at least three letters in either language. "Mar" is March, and Tuesday only where a day follows. */
function monthOf(name: string): number | undefined {
  const isMeant = (known: string) => name.startsWith(known) || (name.length > 2 && known.startsWith(name))
  const [month, ...others] = new Set([...MONTHS, ...MOIS].flatMap((known, i) => (isMeant(known) ? [(i % 12) + 1] : [])))
  return name !== '' && others.length === 0 ? month : undefined
}

/** What follows a date must be a time of day, or nothing. */
function clockOf(rest: string | undefined): { clock?: Clock } | undefined {
  if (rest === undefined || rest.trim() === '') return {}
  const clock = readClock(rest)
  return clock === undefined ? undefined : { clock }
}
