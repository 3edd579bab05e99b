import { readQuery } from '../read-query.ts'
import type { StatsTable } from '../stats-query.ts'
import type { Answered, EditionTables } from './answered.ts'
import { callerIdAnswer, callerIdsAnswer } from './caller-answers.ts'
import { listSourceAnswer } from './list-source-answer.ts'
import { ridingsAnswer, summaryAnswer } from './place-answers.ts'
import { earlierPollsAnswer, oddsRatiosAnswer } from './poll-answers.ts'
import { PUBLIC_QUERIES, type PublicQuery } from './public-queries.ts'
import { agesAnswer, scriptsAnswer, sourcesAnswer } from './script-answers.ts'
import { timelineAnswer } from './timeline-answer.ts'

export type Asked = Parameters<typeof readQuery>[1]

/** What is asked for. Throws a RejectedError for what the closed cube cannot select. */
export function readPublicQuery<T extends StatsTable>(table: T, parameters: Asked): PublicQuery<T> {
  return readQuery(PUBLIC_QUERIES[table], parameters) as PublicQuery<T>
}

/** How each table is answered from the tables of an edition; `named` is whom a path names. */
const ANSWERS: { [T in StatsTable]: (query: PublicQuery<T>, read: EditionTables, named: Asked) => Promise<Answered> } =
  {
    summary: summaryAnswer,
    ridings: ridingsAnswer,
    'caller-ids': callerIdsAnswer,
    'caller-id': async (query, read, { e164 = '' }) => await callerIdAnswer(e164, query, read),
    scripts: scriptsAnswer,
    'list-source': async (query, read, { id = '' }) => await listSourceAnswer(id, query, read),
    ages: agesAnswer,
    'earlier-polls': earlierPollsAnswer,
    'odds-ratios': oddsRatiosAnswer,
    sources: sourcesAnswer,
    timeline: timelineAnswer,
  }

/** The rows of one table. Throws a RejectedError where the path names somebody of whom nothing is shown. */
export async function publishedAnswer<T extends StatsTable>(
  table: T,
  query: PublicQuery<T>,
  { read, named }: { read: EditionTables; named: Asked },
): Promise<Answered> {
  return await ANSWERS[table](query, read, named)
}
