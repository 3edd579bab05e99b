import type { CountRecord, Counts } from '../stats-row.ts'

export type StatsRow = Record<string, unknown> & Partial<Omit<Counts, 'complaints'> & { complaints: number | null }>
/** A page of rows; `next` is what to ask `after` for the following page. */
export type StatsPage = { rows: StatsRow[]; next?: string }

/** Records of one page. */
const MOST_READ = 5000

/** Whole records until the page holds `limit` rows; a record in which the filter leaves nothing gives none. */
export async function pageOf(
  records: AsyncIterable<CountRecord>,
  { limit }: { limit: number },
  rowsOf: (record: CountRecord) => StatsRow[] | Promise<StatsRow[]>,
): Promise<StatsPage> {
  const rows: StatsRow[] = []
  let [last, read] = [undefined as string | undefined, 0]
  for await (const record of records) {
    const more = (await rowsOf(record)).filter(({ reports = 0 }) => reports > 0)
    if (more.length > 0 && rows.length > 0 && rows.length + more.length > limit)
      return { rows, ...(last ? { next: last } : {}) }
    rows.push(...more)
    last = record.record
    // Most scripts are of one complaint: a page of few rows is better than none in time.
    if ((read += 1) === MOST_READ) return { rows, next: last }
  }
  return { rows }
}
