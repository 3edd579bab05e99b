import { UNDATED } from '../contribution.ts'
import type { StatsQuery } from '../stats-query.ts'
import { type CountRecord, type CountRecords, type Counts, countsOf, facetValues, unionOf } from '../stats-row.ts'
import { asAsked, collect, EMPTY } from './as-asked.ts'
import { pageOf, type StatsPage } from './page-of.ts'
import { scriptAsked } from './script-asked.ts'

type Query = StatsQuery<'timeline'>
type Ports = { records: CountRecords }

/** Rows by day or hour; calls without a date, or without an hour, are the last row, `undated`. With a mention, before and after it. */
export async function timeline(query: Query, ports: Ports): Promise<StatsPage> {
  const { script, callerId, mention } = query
  if (!script && !callerId) return mention ? beforeAndAfter(await everyDay(query, ports), mention) : days(query, ports)
  const number = `CALLER#+${callerId?.replace(/\D/g, '')}`
  const record = script
    ? await scriptAsked(script, query, ports.records)
    : await asAsked(query, ports.records).get('caller-ids', number)
  const rows = daysReached(record ?? EMPTY, query)
  return mention ? beforeAndAfter(rows, mention) : { rows }
}

async function days(query: Query, ports: Ports): Promise<StatsPage> {
  const { interval, from, to, after, limit } = query
  const range = { from, to: to ?? UNDATED[interval], after, limit }
  return pageOf(asAsked(query, ports.records).list(collectionOf(query), range), query, (record) => {
    if (record.record === UNDATED[interval]) return [{ period: UNDATED_ROW, ...countsOf(record) }]
    if (record.record === UNDATED.day) return []
    if (interval === 'day') return [{ period: record.record, ...countsOf(record) }]
    const hours = facetValues(record.counters, 'hour').toSorted()
    return hours.map((hour) => ({ period: `${record.record}T${hour}`, ...countsOf(record, `hour=${hour}`) }))
  })
}

const UNDATED_ROW = 'undated'

/** Complaints are null where only reports are counted by day. */
type Row = { period: string } & Omit<Counts, 'complaints'> & { complaints: number | null }

function collectionOf({ by, riding, province }: Query): string {
  const scope = riding ? `RIDING#${riding}` : province ? `PROVINCE#${province}` : 'ALL'
  return `timeline#${by}#${scope}`
}

async function everyDay(query: Query, { records }: Ports): Promise<Row[]> {
  const range = { from: query.from, to: query.to ?? UNDATED.day }
  const found = await collect(asAsked(query, records).list(collectionOf(query), range))
  return found.map((record) => ({
    period: record.record === UNDATED.day ? UNDATED_ROW : record.record,
    ...countsOf(record),
  }))
}

/** The days on which a script or a number called, by reports alone; a month for calls that were told long after. */
function daysReached(record: CountRecord, { from = '', to = '9999' }: Query): Row[] {
  const dated = facetValues(record.counters, 'day').toSorted()
  const rows = dated.map((day) => reportsAlone(day, record.counters[`day=${day}.reports`] ?? 0))
  const undated = (record.counters['reports'] ?? 0) - rows.reduce((sum, { reports }) => sum + reports, 0)
  const within = rows.filter(({ period }) => period >= from.slice(0, period.length) && period <= to)
  return [...within, ...(undated > 0 && to === '9999' ? [reportsAlone(UNDATED_ROW, undated)] : [])]
}

function reportsAlone(period: string, reports: number): Row {
  return { period, reports, reporters: null, complaints: null, anonymousShare: null }
}

/** What came before a first public mention, and what from that day on. A month in which it was is neither. */
function beforeAndAfter(rows: Row[], mention: string): StatsPage {
  const sideOf = ({ period }: Row): (typeof SIDES)[number] => {
    const day = mention.slice(0, period.length)
    if (period === UNDATED_ROW || (period === day && period.length < mention.length)) return UNDATED_ROW
    return period < day ? 'before' : 'after'
  }
  const sides = Map.groupBy(rows, sideOf)
  return { rows: SIDES.map((period) => ({ period, ...togetherOf(sides.get(period) ?? []) })) }
}

const SIDES = ['before', 'after', UNDATED_ROW] as const

function togetherOf(rows: Row[]): Omit<Row, 'period'> {
  const isByReports = rows.some(({ complaints }) => complaints === null)
  const together = unionOf(rows.map((row) => ({ ...row, complaints: row.complaints ?? 0 })))
  return isByReports ? { ...together, complaints: null } : together
}
