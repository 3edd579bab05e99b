import type { Counts } from '../../rehearsal/expected.ts'
import { RIDINGS } from '../../rehearsal/ridings.ts'
import type { ReportBody } from '../../rehearsal/rehearsed.ts'

// What is certain without weighing anything, written plainly from what a report says: neither the generator's truth nor the
// project's matching. A stack that weighs more must agree with it wherever a rehearsal is not hard.

export type Filed = { id: string; body: ReportBody }
type Row = Counts & {
  election?: string
  riding?: { id: string }
  callerId?: { kind: string; e164?: string }
  source?: string
  ageBand?: string
  group?: string
  question?: string
  answer?: string
}
type Sides = { exposed: number; unexposed: number }
type Compared = { comparison: string; misdirected: Sides; others: Sides }
type Tables = Record<'summary' | 'ridings' | 'caller-ids' | 'sources' | 'ages' | 'earlier-polls', Row[]> & {
  'odds-ratios': Compared[]
}

/** Ten digits make a fictional North American number; words are what they are. */
function callerOf({ call, reporter }: ReportBody): string | undefined {
  if (call.callerId === undefined) return undefined
  const number = e164Of(call.callerId)
  if (number) return number === e164Of(reporter?.phone ?? '') ? 'invalid' : number
  if (/priv|block|no caller|restrict|anonym|confid|masqu/i.test(call.callerId)) return 'withheld'
  return /unk|unav|out of|incon|indis|hors/i.test(call.callerId) ? 'unavailable' : 'invalid'
}

export function e164Of(text: string): string | undefined {
  const digits = text.normalize('NFKC').replace(/\D/g, '').replace(/^1/, '')
  return digits.length === 10 ? `+1${digits}` : undefined
}

/** The line that a report counts for; nobody's for a child's. */
function lineOf({ reporter }: ReportBody): string | undefined {
  return reporter?.phone && reporter.ageBand !== 'under-14' ? e164Of(reporter.phone) : undefined
}

function ridingOf({ riding = '' }: ReportBody): string {
  const same = (name: string) => name.replaceAll('—', '-').toLowerCase() === riding.replaceAll('—', '-').toLowerCase()
  return RIDINGS.find(({ names, number }) => number === riding || names.some(same))?.id ?? 'unresolved'
}

/** Groups of reports that are certainly one call: one number on one date, within the hour where both tell one. */
export function certainGroups(reports: readonly Filed[]): Filed[][] {
  const days = Map.groupBy(reports, ({ id, body }) => {
    const [line, caller, date] = [lineOf(body), callerOf(body), body.call.receivedAt?.slice(0, 10)]
    return line && caller?.startsWith('+') && date?.length === 10 ? `${line} ${caller} ${date}` : id
  })
  return [...days.values()].flatMap(splitByHour)
}

function splitByHour(day: Filed[]): Filed[][] {
  const timed = day.filter((report) => minuteOf(report) !== undefined).toSorted((a, b) => minuteOf(a)! - minuteOf(b)!)
  const groups: Filed[][] = []
  for (const report of timed) {
    if (groups.length > 0 && minuteOf(report)! - minuteOf(groups.at(-1)![0]!)! <= 60) groups.at(-1)!.push(report)
    else groups.push([report])
  }
  const untimed = day.filter((report) => minuteOf(report) === undefined)
  return groups.length > 0 ? groups.map((group, i) => (i === 0 ? [...group, ...untimed] : group)) : [untimed]
}

function minuteOf({ body }: Filed): number | undefined {
  const time = /T(\d\d):(\d\d)/.exec(body.call.receivedAt ?? '')
  return time ? Number(time[1]) * 60 + Number(time[2]) : undefined
}

/** The statistics' rows. Only reports that agree on riding and caller ID are given to it: any of a group tells its complaint's cells. */
export function countsOf(reports: readonly Filed[]): Tables {
  const groups = certainGroups(reports).map(([first]) => first!)
  const table = (keyOf: (report: Filed) => string | undefined, row: (key: string) => Omit<Row, keyof Counts>) => {
    const complaints = Map.groupBy(groups, keyOf)
    return [...Map.groupBy(reports, keyOf)].flatMap(([key, inCell]) => {
      if (key === undefined) return []
      const reporters = new Set(inCell.map(({ id, body }) => lineOf(body) ?? id)).size
      return [{ ...row(key), reports: inCell.length, reporters, complaints: complaints.get(key)?.length ?? 0 }]
    })
  }
  const election = ({ body }: Filed) => body.call.election ?? 'federal'
  const riding = (report: Filed) => (election(report) === 'federal' ? ridingOf(report.body) : undefined)
  return {
    summary: [
      ...table(
        () => 'all',
        (key) => ({ election: key }),
      ),
      ...table(election, (key) => ({ election: key })),
    ],
    ridings: table(riding, (id) => ({ riding: { id } })),
    'caller-ids': table(
      ({ body }) => callerOf(body),
      (key) => ({ callerId: key.startsWith('+') ? { kind: 'number', e164: key } : { kind: key } }),
    ),
    sources: table(
      ({ body }) => (body.reporter?.ageBand === 'under-14' ? undefined : body.source),
      (source) => ({ source }),
    ),
    ages: table(
      ({ body }) => body.reporter?.ageBand ?? 'not-told',
      (ageBand) => ({ ageBand }),
    ),
    'earlier-polls': QUESTIONS.flatMap((question) =>
      table(
        (report) => answerOf(report, question),
        (key) => ({ group: key.split(' ')[0]!, question, answer: key.split(' ')[1]! }),
      ),
    ),
    'odds-ratios': compared(reports),
  }
}

const QUESTIONS = ['received', 'how', 'askedBy', 'preference', 'daysBefore'] as const

/** What the texts of a rehearsal say where they send voters elsewhere; a child's are not kept. */
const ELSEWHERE = /poll location has been changed|polling station had been moved|now had to vote at|poll changed, go to|voting had been moved|said to go to|to update my polling place|bureau de scrutin a été changé|bureau de vote était déplacé|dit d'aller voter|bureau avait été déplacé|m'a envoyé/ // prettier-ignore

function groupOf({ body: { call, reporter } }: Filed): 'misdirected' | 'others' {
  const isToldElsewhere = call.pollingPlace !== undefined || ELSEWHERE.test(call.message ?? '')
  return isToldElsewhere && reporter?.ageBand !== 'under-14' ? 'misdirected' : 'others'
}

function answerOf(report: Filed, question: (typeof QUESTIONS)[number]): string | undefined {
  const { call, reporter: { earlierPoll: poll } = {} } = report.body
  if (question === 'received') return `${groupOf(report)} ${poll?.received ?? 'not-asked'}`
  if (poll?.received !== 'yes') return undefined
  if (question !== 'daysBefore') return `${groupOf(report)} ${poll[question]!}`
  const days = /^\d{4}-\d\d-\d\d/.test(call.receivedAt ?? '') && (Date.parse(call.receivedAt!.slice(0, 10)) - Date.parse(poll.receivedOn!)) / 86_400_000 // prettier-ignore
  // Those of a rehearsal are polled 1 to 22 days before their call.
  const span = days === false ? 'not-answered' : (['0-3', '4-7', '8-14', '15-30'] as const).find((name) => days <= Number(name.split('-')[1])) // prettier-ignore
  return `${groupOf(report)} ${span}`
}

function compared(reports: readonly Filed[]): Compared[] {
  const people = [...Map.groupBy(reports, ({ id, body }) => lineOf(body) ?? id).values()].map((those) => {
    const polls = those.flatMap(({ body }) => body.reporter?.earlierPoll ?? [])
    const yes = polls.filter(({ received }) => received === 'yes')
    const preferences = [...new Set(yes.map(({ preference }) => preference))]
    return {
      group: those.some((report) => groupOf(report) === 'misdirected') ? 'misdirected' : 'others',
      isPolled: yes.length > 0,
      isNot: yes.length === 0 && polls.some(({ received }) => received === 'no'),
      preference: preferences.length === 1 ? preferences[0] : undefined,
    }
  })
  type Person = (typeof people)[number]
  const row = (comparison: string, isExposed: (one: Person) => boolean, isUnexposed: (one: Person) => boolean) => {
    const sides = (group: string) => {
      const those = people.filter((person) => person.group === group)
      return { exposed: those.filter(isExposed).length, unexposed: those.filter(isUnexposed).length }
    }
    return { comparison, misdirected: sides('misdirected'), others: sides('others') }
  }
  const [isOpponent, isOther] = [({ preference }: Person) => preference === 'opponent', ({ preference = 'opponent' }: Person) => preference !== 'opponent'] // prettier-ignore
  return [
    row('polled', ({ isPolled }) => isPolled, ({ isNot }) => isNot), // prettier-ignore
    row('polled-opponent', isOpponent, (person) => person.isNot || isOther(person)),
    row('opponent-among-polled', isOpponent, isOther),
  ]
}
