import { AGE_BANDS } from '../choices.ts'
import { GROUPS, NOT_ANSWERED, POLL_QUESTIONS, type PollQuestion } from '../earlier-poll.ts'
import { RejectedError } from '../rejected.ts'
import { exactShare } from '../exact-interval.ts'
import type { StatsQuery } from '../stats-query.ts'
import { type CountRecord, type CountRecords, countsOf, ridingsOf } from '../stats-row.ts'
import { asAsked, EMPTY } from './as-asked.ts'
import { scriptAsked } from './script-asked.ts'

type Ports = { records: CountRecords }

const QUESTIONS = ['received', 'how', 'askedBy', 'preference'] as const satisfies PollQuestion[]

/** Complaints of a script beside all complaints outside of it: how many ridings, who was polled before, and of which ages they are. Throws a RejectedError when there is no such script. */
export async function listSource(id: string, query: StatsQuery<'list-source'>, ports: Ports) {
  const records = asAsked(query, ports.records)
  const names = [['summary', 'ALL'], ...GROUPS.map((group) => ['polls', group])] as [string, string][]
  const [script, ages, ...polls] = await Promise.all([
    scriptAsked(id, query, ports.records),
    ...names.map(async (name) => (await records.get(...name)) ?? EMPTY),
  ])
  if (!script) throw new RejectedError('unknown-script')
  const reach = { complaints: null, of: null, share: null, low: null, high: null }
  return {
    rows: [
      { measure: 'ridings', value: null, count: ridingsOf(script).length, script: reach, others: reach },
      ...QUESTIONS.flatMap((question) => {
        const { facet, answers } = POLL_QUESTIONS[question]
        return compare({ measure: question, facet, values: [...answers, NOT_ANSWERED] }, script, polls)
      }),
      ...compare({ measure: 'ageBand', facet: 'age', values: AGE_BANDS }, script, [ages!]),
    ],
  }
}

type Measure = { measure: string; facet: string; values: readonly string[] }

/** Shares among those who were asked, or who told; outside is all less the script. */
function compare({ measure, facet, values }: Measure, script: CountRecord, all: CountRecord[]) {
  const [own, total] = [countEach([script]), countEach(all)]
  const outside = total.map((n, i) => Math.max(0, n - own[i]!))
  return values.map((value, i) => ({ measure, value, count: null, script: share(own, i), others: share(outside, i) }))

  function countEach(records: CountRecord[]): number[] {
    return values.map((value) => sum(records.map((record) => countsOf(record, `${facet}=${value}`).complaints)))
  }
}

function share(counts: number[], i: number) {
  const of = sum(counts)
  return { complaints: counts[i]!, of, ...exactShare(counts[i]!, of) }
}

function sum(numbers: number[]): number {
  return numbers.reduce((all, n) => all + n, 0)
}
