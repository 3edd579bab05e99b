import type { Column, Row } from '../dataset/table.ts'
import { ALL } from '../editions/codes.ts'
import { election, riding } from '../editions/dimension-columns.ts'
import { PER_100000, POPULATION, PUBLISHED_TABLES } from '../editions/published-tables.ts'
import { per100000 } from '../ridings/populations.ts'
import { type Answered, COUNTED, countsIn, type EditionTables, DAYS_NOT_SHOWN, together } from './answered.ts'
import type { PublicQuery } from './public-queries.ts'
import { daysFor, isUndated, unlistedIn } from './timeline-answer.ts'

export const SUMMARY_COLUMNS: readonly Column[] = [election, ...COUNTED]

/** One row of the total, then one for each kind of election; over a span of days, one row alone. */
export async function summaryAnswer(query: PublicQuery<'summary'>, read: EditionTables): Promise<Answered> {
  const { from, to, province, kind = ALL.value } = query
  const all = { election: ALL.value }
  if (from || to) {
    const days = (await daysFor({ ...query, interval: 'day' }, read)).filter((row) => !isUndated(row))
    return { columns: [...SUMMARY_COLUMNS, DAYS_NOT_SHOWN], rows: [{ ...all, ...together(days, query, unlistedIn(query, days)) }] } // prettier-ignore
  }
  const table = province ? await read('provinces') : await read('summary')
  const rows = province
    ? table.filter((row) => row['province'] === province && row['kind'] === kind)
    : table.filter((row) => row['door'] === ALL.value && row['kind'] === kind)
  const total = rows.find((row) => (row['election'] ?? ALL.value) === ALL.value)
  const elections = rows.filter((row) => row !== total && kind === ALL.value)
  return {
    columns: SUMMARY_COLUMNS,
    rows: [
      ...(total ? [{ ...all, ...countsIn(total, query) }] : []),
      ...elections.map((row) => ({ election: row['election']!, ...countsIn(row, query) })),
    ],
  }
}

const RIDING = [riding, ...PUBLISHED_TABLES.ridings.columns.filter(({ name }) => /^riding\.(?!id$)/.test(name))]

export const RIDING_COLUMNS: readonly Column[] = [...RIDING, ...COUNTED, POPULATION, PER_100000]

export async function ridingsAnswer(query: PublicQuery<'ridings'>, read: EditionTables): Promise<Answered> {
  const asked: [string, string | undefined][] = [
    ['kind', query.kind ?? ALL.value],
    ['door', query.door ?? ALL.value],
    ['riding.id', query.riding],
    ['riding.province', query.province],
    ['riding.order', query.representationOrder],
  ]
  const isAsked = (row: Row) => asked.every(([name, value]) => value === undefined || row[name] === value)
  const rows = (await read('ridings')).filter(isAsked)
  return {
    columns: RIDING_COLUMNS,
    rows: rows.map((row) => ratedRow(row, countsIn(row, query))),
  }
}

function ratedRow(row: Row, counts: ReturnType<typeof countsIn>): Row {
  const { complaints } = counts
  const population = row['population'] as number | null
  const rate = typeof complaints === 'number' ? per100000(complaints, population) : complaints
  return { ...only(row, RIDING), ...counts, population, complaintsPer100000: population === null ? null : rate }
}

function only(row: Row, columns: readonly { name: string }[]): Row {
  return Object.fromEntries(columns.map(({ name }) => [name, row[name]!]))
}
