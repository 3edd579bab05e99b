import { dayNamed, daysBefore, type LocalNow, weekdayOfDay } from './local-now.ts'
import type { Span } from './reading.ts'
import { CUT_SHORT, MONTH, monthOf, WEEKDAY, weekdayOf } from './time-words.ts'

export type DayPart = 'morning' | 'afternoon' | 'evening' | 'night'

/** A word of a text that says a day, a part of one, or a month. */
export type DayAtom = Span & {
  /** `YYYY-MM-DD`, or `YYYY-MM`; absent where the words say a part of the day only, or one that is to come. */
  day?: string
  part?: DayPart
  /** Said of the past alone: "last night", "yesterday". */
  isPast?: boolean
  /** What cannot be when a call came: a day to come, or one that may be several. */
  isOther?: boolean
}

const PART_WORDS: [DayPart, string][] = [
  ['morning', 'morning|mornin|morn|am|matin|matinee'],
  ['afternoon', 'afternoon|aft|aftn|apres[ -]?midi|aprem|pm'],
  ['evening', 'evening|eve|soir|soiree'],
  ['night', 'night|nite|nuit'],
]
const PART = PART_WORDS.map(([, words]) => words).join('|')
const B = String.raw`(?<![\p{L}\p{N}])`
const E = String.raw`(?![\p{L}\p{N}])`

type Rule = {
  pattern: RegExp
  read: (match: RegExpMatchArray, now: LocalNow) => Omit<DayAtom, 'start' | 'end'> | undefined
}

function rule(pattern: string, read: Rule['read']): Rule {
  return { pattern: new RegExp(`${B}(?:${pattern})${E}`, 'gu'), read }
}

// Before four in the morning, "tonight" may be the night that ends.
const SMALL_HOURS = 4

const RULES: Rule[] = [
  rule(String.raw`(?:the )?day before yesterday|avant[ -]?hier(?: (${PART}))?`, ([, part], now) =>
    past(daysBefore(now.today, 2), part),
  ),
  rule(
    String.raw`(?:yesterday|yesterdy|yestarday|ystrday|yday|yest|y'day|hier)(?:(?: in the| en)? (${PART}))?`,
    ([, part], now) => past(daysBefore(now.today, 1), part),
  ),
  rule(
    String.raw`last (night|nite|evening|eve)|la (nuit|veille) (?:derniere|passee)|hier au (soir)`,
    ([, ...parts], now) => past(daysBefore(now.today, 1), parts.find(Boolean)),
  ),
  rule(String.raw`(?:earlier |late |early )?(?:this|ths|thi|c|ce|cet|cette) (${PART})`, ([, part], now) =>
    ofToday(part, now),
  ),
  rule(String.raw`(?:earlier )?(?:tonight|tonite|2nite|2night|2nt|tonit)`, (_, now) => ofToday('night', now)),
  rule(
    String.raw`(?:earlier |later )?(?:today|2day|tday|tody|aujourd'?hui|aujourd hui|aujourdhui|auj|ajd|ajrd)`,
    (_, now) => ({ day: now.today }),
  ),
  rule(
    String.raw`tomorrow|tmrw|tmr|2morrow|2moro|tomorow|demain|next \w+|la semaine prochaine|(?:${WEEKDAY}) prochain`,
    () => ({ isOther: true }),
  ),
  rule(String.raw`(\d{4})([-/.])(\d{1,2})\2(\d{1,2})`, ([, year, , month, date], now) =>
    dated([[year!, month!, date!]], now),
  ),
  rule(String.raw`(\d{1,2})([-/.])(\d{1,2})\2((?:20)?\d\d)`, ([, a, , b, year], now) =>
    dated(
      [
        [year!, b!, a!],
        [year!, a!, b!],
      ],
      now,
    ),
  ),
  rule(
    String.raw`(?:(${WEEKDAY})[,.]? )?(?:the )?(\d{1,2})(?:st|nd|rd|th|er|e)? (?:of )?(${MONTH})\b[.,]?(?: ?((?:19|20)\d\d))?`,
    ([, , date, month, year], now) => named(month!, date!, year, now),
  ),
  rule(
    String.raw`(?:(${WEEKDAY})[,.]? )?(${MONTH})\.? ?(?:the )?(\d{1,2})(?:st|nd|rd|th|er)?(?!\d| ?[:h]\d| ?(?:am|pm)\b)(?:,? ?((?:19|20)\d\d))?`,
    ([, , month, date, year], now) => named(month!, date!, year, now),
  ),
  rule(
    String.raw`(?:(?:early |late |mid-?|debut |fin |last |this past |a la fin |au mois d[e'] ?|in |en |during |back in |sometime in ))(${MONTH})(?: (20\d\d))?`,
    ([, month, year], now) => monthAlone(month!, year, now),
  ),
  rule(String.raw`(?:last month|le mois (?:dernier|passe))`, (_, now) => ({
    day: daysBefore(`${now.today.slice(0, 7)}-01`, 1).slice(0, 7),
    isPast: true,
  })),
  rule(
    String.raw`(last |past |this past |on |le )?(${WEEKDAY})s?(\.)?( dernier| passe| last)?(?:(?: in the| en| au)? (${PART}))?`,
    weekday,
  ),
  rule(
    String.raw`(?:in the|at|du|le|en|dans l[a'] ?|dans le|l') ?(${PART.replace('|am|', '|').replace('|pm', '')})`,
    ([, part]) => ({ ...partOf(part) }),
  ),
]

function past(day: string, part: string | undefined): Omit<DayAtom, 'start' | 'end'> {
  return { day, isPast: true, ...partOf(part) }
}

function partOf(word: string | undefined): { part?: DayPart } {
  const part = word && PART_WORDS.find(([, words]) => new RegExp(`^(?:${words})$`).test(word))?.[0]
  return part ? { part } : {}
}

function ofToday(part: string | undefined, now: LocalNow): Omit<DayAtom, 'start' | 'end'> {
  const hour = new Date(now.wall).getUTCHours()
  const named = partOf(part)
  const isLate = named.part === 'night' || named.part === 'evening'
  return isLate && hour < SMALL_HOURS
    ? { isOther: true }
    : { day: now.today, isPast: named.part === 'morning', ...named }
}

/** A date in figures, where only one way to read it is a day that has been. */
function dated(readings: [string, string, string][], now: LocalNow): Omit<DayAtom, 'start' | 'end'> {
  const days = readings
    .map(([year, month, date]) => dayNamed(Number(year.length === 2 ? `20${year}` : year), Number(month), Number(date)))
    .filter((day) => day !== undefined && day <= now.today)
  const [day, other] = new Set(days)
  return day && !other ? { day } : { isOther: true }
}

const SOON_DAYS = 60

/** A day of a month: without a year the last one, unless it is about to come again. */
function named(month: string, date: string, year: string | undefined, now: LocalNow): Omit<DayAtom, 'start' | 'end'> {
  const [m, d] = [monthOf(month), Number(date)]
  const thisYear = Number(now.today.slice(0, 4))
  if (year) {
    const day = dayNamed(Number(year), m, d)
    return day && day <= now.today ? { day } : { isOther: true }
  }
  const [last, next] = [-1, 0].map((more) => dayNamed(thisYear + more, m, d))
  if (next && next <= now.today) return { day: next }
  const isSoon = next !== undefined && daysBefore(next, SOON_DAYS) <= now.today
  return last && !isSoon ? { day: last } : { isOther: true }
}

function monthAlone(
  month: string,
  year: string | undefined,
  now: LocalNow,
): Omit<DayAtom, 'start' | 'end'> | undefined {
  const of = String(monthOf(month)).padStart(2, '0')
  const current = now.today.slice(0, 7)
  const thisYear = Number(current.slice(0, 4))
  const [day] = (year ? [Number(year)] : [thisYear, thisYear - 1])
    .map((each) => `${each}-${of}`)
    .filter((each) => each <= current)
  return day ? { day } : { isOther: true }
}

function weekday(
  [, before, word, dot, after, part]: RegExpMatchArray,
  now: LocalNow,
): Omit<DayAtom, 'start' | 'end'> | undefined {
  const isCut = CUT_SHORT.has(word!)
  if (isCut && !dot && !before && !part && !after) return undefined
  const back = (weekdayOfDay(now.today) - weekdayOf(word!) + 7) % 7
  const isLast = /last|past/.test(before ?? '') || after !== undefined
  if (back === 0 && !isLast) return { isOther: true }
  return { day: daysBefore(now.today, back || 7), ...(isLast ? { isPast: true } : {}), ...partOf(part) }
}

/** The days that a folded text names, in order and apart. */
export function dayAtoms(plain: string, now: LocalNow): DayAtom[] {
  const atoms: DayAtom[] = []
  for (const { pattern, read } of RULES) {
    for (const match of plain.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length }
      if (atoms.some((atom) => atom.start < span.end && span.start < atom.end)) continue
      const atom = read(match, now)
      if (atom) atoms.push({ ...span, ...atom })
    }
  }
  return atoms.toSorted((a, b) => a.start - b.start)
}
