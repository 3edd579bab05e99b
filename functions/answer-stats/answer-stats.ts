import type { PublishedEditions } from '../adapters/published-editions.ts'
import type { EditionMeta } from '../domain/dataset/edition.ts'
import type { Answered } from '../domain/published/answered.ts'
import { type Asked, publishedAnswer, readPublicQuery } from '../domain/published/published-answer.ts'
import type { PublicQuery } from '../domain/published/public-queries.ts'
import { MAX_ROWS, type StatsTable } from '../domain/stats-query.ts'

/** Of a path that names somebody, `named` is whom. */
export type StatsRequest = { table: StatsTable; parameters: Asked; named?: Asked | undefined }
/** `next` is what to ask `after` for the following page, which is of the same edition. */
export type PublishedPage = Answered & { meta: EditionMeta; next?: string }
/** The edition that is asked, and its page, which is the same for ever. */
export type Chosen = { edition: string; readPage: () => Promise<PublishedPage> }

type Ports = { editions: Pick<PublishedEditions, 'latest' | 'at'> }

/**
 * A page of what the newest edition tells, or of the edition whose pages are being turned. Throws a RejectedError for what is not published:
 * before the page is read where it cannot be asked, then where the path names somebody of whom nothing is shown.
 */
export async function answerStats(
  { table, parameters, named = {} }: StatsRequest,
  { editions }: Ports,
): Promise<Chosen> {
  const query = readPublicQuery(table, parameters)
  const { after = '' } = query as { after?: string }
  const [turned, start = '0'] = after.split('~')
  const edition = turned || (await editions.latest())
  return {
    edition,
    readPage: async () => await readPage({ table, query, named, edition, start: Number(start) }, { editions }),
  }
}

type Page = { table: StatsTable; query: PublicQuery<StatsTable>; named: Asked; edition: string; start: number }

async function readPage({ table, query, named, edition, start }: Page, { editions }: Ports): Promise<PublishedPage> {
  const { limit } = { limit: MAX_ROWS, ...query } as { limit: number }
  const { meta, read } = await editions.at(edition)
  const { columns, rows } = await publishedAnswer(table, query, { read, named })
  const end = start + limit
  return { meta, columns, rows: rows.slice(start, end), ...(end < rows.length ? { next: `${edition}~${end}` } : {}) }
}
