import { atomsBy, rule, type Rule } from './atoms.ts'
import { dated, type DayPart, type DayReading, monthAlone, named, weekdayOn } from './dates.ts'
import { daysBefore, type LocalNow, weekdayOfDay } from './local-now.ts'
import type { Span } from './reading.ts'
import { CUT_SHORT, MONTH, WEEKDAY, weekdayOf } from './time-words.ts'

export type DayAtom = DayReading & Span

const PART_WORDS: [DayPart, string][] = [
  ['morning', 'morning|mornin|morn|am|matin|matinee|avant[ -]?midi'],
  ['afternoon', 'afternoon|aft|aftn|apres[ -]?midi|aprem|pm'],
  ['evening', 'evening|evng|eve|soir|soiree'],
  ['night', 'night|nite|nuit'],
]
const PART = PART_WORDS.map(([, words]) => words).join('|')
// Until late in the afternoon "tonight" is to come, or the night that ended.
const EVENING = 16

// Of "Sun."; behind "Sunday." another sentence begins.
const SHORT_DOT = String.raw`(?<!day|days|di|dis|dimanches?)\.`
const WEEKDAY_END = `(?:,|${SHORT_DOT})?`

const RULES: Rule<DayReading, LocalNow>[] = [
  rule(String.raw`(?:the )?day before yesterday|avant[ -]?hier(?: (${PART}))?`, ([, part], now) =>
    past(daysBefore(now.today, 2), part),
  ),
  rule(
    String.raw`(?:yesterday|yesterdy|yestarday|ystrday|yday|yest|ystdy|yesty|yester|ytd|y'day|yesturday|hier)(?:(?: in the| en| a| au)? (${PART}))?`,
    ([, part], now) => past(daysBefore(now.today, 1), part),
  ),
  rule(
    String.raw`last (night|nite|evening|eve)|la (nuit|veille) (?:derniere|passee)|hier au (soir)`,
    ([, ...parts], now) => past(daysBefore(now.today, 1), parts.find(Boolean)),
  ),
  rule(
    String.raw`(?:earlier |late |early )?(?:this|ths|thi|dis|c|ce|cet|cette|st|s't|sta) ?(${PART})`,
    ([, part], now) => ofToday(part, now),
  ),
  // As Quebec says "this morning" and "tonight".
  rule('a (matin|soir)', ([, part], now) => ofToday(part, now)),
  rule(String.raw`(?:earlier )?(?:tonight|tonite|2 ?nite|2night|2nt|tonit)`, (_, now) => ofToday('night', now)),
  rule(
    String.raw`(?:earlier |later )?(?:today|2day|tday|tdy|tody|2dy|aujourd'?hui|aujourd hui|aujourdhui|auj|ajd|ajrd)`,
    (_, now) => ({ day: now.today }),
  ),
  rule(
    String.raw`tomorrow|tmrw|tmr|2 ?morrow|2moro|tomorow|demain|next \w+|la semaine prochaine|(?:${WEEKDAY}) prochain`,
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
    String.raw`(?:(${WEEKDAY})${WEEKDAY_END} )?(?:the )?(\d{1,2})(?:st|nd|rd|th|er|e)?[ -]?(?:of |de )?(${MONTH})\b[.,]?(?:[ -]?((?:19|20)\d\d))?`,
    ([, , date, month, year], now) => named(month!, date!, year, now),
  ),
  rule(
    String.raw`(?:(${WEEKDAY})${WEEKDAY_END} )?(${MONTH})\.? ?(?:the )?(\d{1,2})(?:st|nd|rd|th|er)?(?!\d| ?[:h]\d| ?(?:am|pm)\b)(?:,? ?((?:19|20)\d\d))?`,
    ([, , month, date, year], now) => named(month!, date!, year, now),
  ),
  rule(
    String.raw`(?:on |le )?(${WEEKDAY}),? (?:the|le) (\d{1,2})(?:st|nd|rd|th|er)?(?! ?(?:[:h]|${MONTH}))`,
    ([, word, date], now) => weekdayOn(weekdayOf(word!), Number(date), now),
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
    String.raw`(last |past |this past |on |le )?(${WEEKDAY})s?(${SHORT_DOT})?( dernier| passe| last)?(?:(?: in the| en| au)? (${PART}))?`,
    weekday,
  ),
  rule(
    String.raw`(?:in the|at|du|le|en|dans l[a'] ?|dans le|l') ?(${PART.replace('|am|', '|').replace('|pm', '')})`,
    ([, part]) => ({ ...partOf(part) }),
  ),
]

function past(day: string, part: string | undefined): DayReading {
  return { day, isPast: true, ...partOf(part) }
}

function partOf(word: string | undefined): { part?: DayPart } {
  const part = word && PART_WORDS.find(([, words]) => new RegExp(`^(?:${words})$`).test(word))?.[0]
  return part ? { part } : {}
}

function ofToday(part: string | undefined, now: LocalNow): DayReading {
  const hour = new Date(now.wall).getUTCHours()
  const named = partOf(part)
  const isLate = named.part === 'night' || named.part === 'evening'
  return isLate && hour < EVENING ? { isOther: true } : { day: now.today, isPast: named.part === 'morning', ...named }
}

function weekday(match: RegExpMatchArray, now: LocalNow): DayReading | undefined {
  const [, before, word, dot, after, part] = match
  const isMarked = Boolean(dot ?? before ?? part ?? after)
  if (CUT_SHORT.has(word!) && !isMarked && !isApart(match)) return undefined
  const back = (weekdayOfDay(now.today) - weekdayOf(word!) + 7) % 7
  const isLast = /last|past/.test(before ?? '') || after !== undefined
  if (back === 0 && !isLast) return { isOther: true, isWeekday: true }
  return {
    day: daysBefore(now.today, back || 7),
    isWeekday: true,
    ...(isLast ? { isPast: true } : {}),
    ...partOf(part),
  }
}

// "Wed 10:30am", "fri at 7pm", "(sat)".
const CLOCK_AFTER =
  /^[,.]? ?(?:(?:at|@|around|about|abt|vers|a|le) ?)?(?:\d{1,2}(?: ?[:.h] ?\d\d| ?[ap]\.? ?m\b| ?h\b| ?heures?\b)|\d{3,4} ?[ap]m|noon\b|midi\b)/
const SIGN_BEFORE = /(?:^|[,;(/\n] ?)$/
const SIGN_AFTER = /^ ?(?:[,;)/\n]|$)/
// By themselves a name, a word of French, the sun.
const NEVER_APART = new Set(['sam', 'sun', 'dim', 'mer', 'jeu', 'mon'])

const CALL_BEFORE = /\b(?:it|called|me|us|rang|came|happened|phoned|got one|was|c'etait|recu|appele) $/
const AFTER_CALL = new Set(['wed', 'thu', 'fri', 'tue', 'ven', 'lun'])

/** Whether a weekday that is cut short stands before a clock, or by itself between signs. */
function isApart({ 0: { length }, 2: word, index = 0, input = '' }: RegExpMatchArray): boolean {
  const after = input.slice(index + length, index + length + 20)
  if (CLOCK_AFTER.test(after)) return true
  if (!SIGN_AFTER.test(after)) return false
  const before = input.slice(Math.max(0, index - 10), index)
  return SIGN_BEFORE.test(before) ? !NEVER_APART.has(word!) : AFTER_CALL.has(word!) && CALL_BEFORE.test(before)
}

/** The days that a folded text names, in order and apart. */
export function dayAtoms(plain: string, now: LocalNow): DayAtom[] {
  return atomsBy(RULES, plain, now)
}
