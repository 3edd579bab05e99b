import type { PublishedEditions } from '../adapters/published-editions.ts'
import type { EditionMeta } from '../domain/dataset/edition.ts'
import type { Answered } from '../domain/published/answered.ts'
import { type Asked, publishedAnswer, readPublicQuery } from '../domain/published/published-answer.ts'
import { MAX_ROWS, type StatsTable } from '../domain/stats-query.ts'

/** Of a path that names somebody, `named` is whom. */
export type StatsRequest = { table: StatsTable; parameters: Asked; named?: Asked | undefined }
/** `next` is what to ask `after` for the following page, which is of the same edition. */
export type PublishedPage = Answered & { meta: EditionMeta; next?: string }

/**
 * A page of what the newest edition tells, or of the edition whose pages are being turned. Throws a RejectedError for what is not published.
 */
export async function answerStats(
  { table, parameters, named = {} }: StatsRequest,
  { editions }: { editions: Pick<PublishedEditions, 'latest' | 'at'> },
): Promise<PublishedPage> {
  const query = readPublicQuery(table, parameters)
  const { after, limit } = { limit: MAX_ROWS, ...query } as { after?: string; limit: number }
  const [turned, start = '0'] = (after ?? '').split('~')
  const edition = turned || (await editions.latest())
  const { meta, read } = await editions.at(edition)
  const { columns, rows } = await publishedAnswer(table, query, { read, named })
  const end = Number(start) + limit
  return { meta, columns, rows: rows.slice(Number(start), end), ...(end < rows.length ? { next: `${edition}~${end}` } : {}) } // prettier-ignore
}
