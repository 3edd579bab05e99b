import type { CountRecord, Counts } from '../stats-row.ts'

export type StatsRow = Record<string, unknown> & Partial<Counts>
/** A page of rows; `next` is what to ask `after` for the following page. */
export type StatsPage = { rows: StatsRow[]; next?: string }

/** Records of one page. */
const MOST_READ = 5000
/** Records of which more is asked at the same time: one by one, a page of scripts would wait a hundred times. */
const AT_ONCE = 10

/** Whole records until the page holds `limit` rows; a record in which the filter leaves nothing gives none. */
export async function pageOf(
  records: AsyncIterable<CountRecord>,
  { limit }: { limit: number },
  rowsOf: (record: CountRecord) => StatsRow[] | Promise<StatsRow[]>,
): Promise<StatsPage> {
  const rows: StatsRow[] = []
  let [last, read] = [undefined as string | undefined, 0]
  for await (const batch of inBatches(records, () => Math.min(AT_ONCE, limit - rows.length))) {
    const made = await Promise.all(batch.map(async (record) => await rowsOf(record)))
    for (const [i, { record }] of batch.entries()) {
      const more = made[i]!.filter(({ reports = 0 }) => reports > 0)
      if (more.length > 0 && rows.length > 0 && rows.length + more.length > limit)
        return { rows, ...(last ? { next: last } : {}) }
      rows.push(...more)
      last = record
      // Most scripts are of one complaint: a page of few rows is better than none in time.
      if ((read += 1) === MOST_READ) return { rows, next: last }
    }
  }
  return { rows }
}

/** One at a time when no more are wanted: the one that shows that there are others. */
async function* inBatches<T>(items: AsyncIterable<T>, wanted: () => number): AsyncGenerator<T[]> {
  let batch: T[] = []
  for await (const item of items) {
    batch.push(item)
    if (batch.length < wanted()) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
