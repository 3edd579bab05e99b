import { PERSONS } from '../contribution.ts'
import { GROUPS, type Group, NOT_ANSWERED, NOT_ASKED, POLL_QUESTIONS, type PollQuestion } from '../earlier-poll.ts'
import { exactShare } from '../exact-interval.ts'
import { exactOddsRatio } from '../exact-odds-ratio.ts'
import { COMPARISONS } from '../poll-comparisons.ts'
import type { StatsQuery } from '../stats-query.ts'
import { type CountRecord, type CountRecords, countsOf } from '../stats-row.ts'
import { asAsked, EMPTY } from './as-asked.ts'

type Ports = { records: CountRecords }

/** Of those misdirected and of all others, a row for each answer to each question. */
export async function earlierPolls(query: StatsQuery<'earlier-polls'>, ports: Ports) {
  const records = asAsked(query, ports.records)
  const summary = (await records.get('summary', 'ALL')) ?? EMPTY
  const groups = await Promise.all(
    GROUPS.map(async (group) => {
      const record = (await records.get('polls', group)) ?? EMPTY
      return [...questionsOf(group, record), notAsked(group, summary)]
    }),
  )
  return { rows: groups.flat().toSorted((a, b) => placeOf(a) - placeOf(b)) }
}

type Row = { group: Group; question: PollQuestion; answer: string }

/** By group, then by question; in the order of the answers. */
function placeOf({ group, question }: Row): number {
  return 10 * GROUPS.indexOf(group) + Object.keys(POLL_QUESTIONS).indexOf(question)
}

function questionsOf(group: Group, record: CountRecord) {
  return (Object.keys(POLL_QUESTIONS) as PollQuestion[]).flatMap((question) => {
    const { facet, answers } = POLL_QUESTIONS[question]
    const rows = [...answers, NOT_ANSWERED].map((answer) => ({
      group,
      question,
      answer: answer as string,
      ...countsOf(record, `${facet}=${answer}`),
    }))
    const of = rows.reduce((sum, { complaints }) => sum + complaints, 0)
    return rows.map((row) => ({ ...row, of, ...exactShare(row.complaints, of) }))
  })
}

/** Of these nothing can be shared: nobody knows what they would have said. */
function notAsked(group: Group, summary: CountRecord) {
  const counts = countsOf(summary, `unasked=${group}`)
  return { group, question: 'received' as const, answer: NOT_ASKED, ...counts, of: null, share: null, low: null, high: null } // prettier-ignore
}

/** A row for each comparison of those misdirected with all others, in reporters, each of whom is counted once. */
export async function oddsRatios(query: StatsQuery<'odds-ratios'>, ports: Ports) {
  const { counters } = (await asAsked(query, ports.records).get(PERSONS.collection, PERSONS.record)) ?? EMPTY
  const personsOf = (group: Group, answers: readonly string[]) =>
    answers.reduce((sum, answer) => sum + (counters[`person=${group}/${answer}.reporters`] ?? 0), 0)
  return {
    rows: COMPARISONS.map(({ comparison, exposed, unexposed }) => {
      const countsIn = (group: Group) => ({ exposed: personsOf(group, exposed), unexposed: personsOf(group, unexposed) }) // prettier-ignore
      const [misdirected, others] = [countsIn('misdirected'), countsIn('others')]
      const table = { ...misdirected, otherExposed: others.exposed, otherUnexposed: others.unexposed }
      return { comparison, misdirected, others, ...exactOddsRatio(table) }
    }),
  }
}
