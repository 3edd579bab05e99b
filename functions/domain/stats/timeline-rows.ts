import { UNDATED } from '../contribution.ts'
import { e164Of, type StatsQuery } from '../stats-query.ts'
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
  const number = `CALLER#${e164Of(callerId ?? '')}`
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

type Row = { period: string } & Counts

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

/** The days on which a script or a number called; a month for calls that were told long after. What is left of all is undated. */
function daysReached(record: CountRecord, { from = '', to = '9999', script }: Query): Row[] {
  const dated = facetValues(record.counters, 'day').toSorted()
  // Of a script it is not counted by day who gave no line.
  const rows = dated.map((day): Row => ({ period: day, ...countsOf(record, `day=${day}`), ...(script ? { anonymousShare: null } : {}) })) // prettier-ignore
  const [all, together] = [countsOf(record), unionOf(rows)]
  const rest = { reports: all.reports - together.reports, complaints: all.complaints - together.complaints }
  const within = rows.filter(({ period }) => period >= from.slice(0, period.length) && period <= to)
  const undated: Row = { period: UNDATED_ROW, ...rest, reporters: null, anonymousShare: null }
  return [...within, ...(rest.reports > 0 && to === '9999' ? [undated] : [])]
}

/** What came before a first public mention, and what from that day on. A month in which it was is neither. */
function beforeAndAfter(rows: Row[], mention: string): StatsPage {
  const sideOf = ({ period }: Row): (typeof SIDES)[number] => {
    const day = mention.slice(0, period.length)
    if (period === UNDATED_ROW || (period === day && period.length < mention.length)) return UNDATED_ROW
    return period < day ? 'before' : 'after'
  }
  const sides = Map.groupBy(rows, sideOf)
  return { rows: SIDES.map((period) => ({ period, ...unionOf(sides.get(period) ?? []) })) }
}

const SIDES = ['before', 'after', UNDATED_ROW] as const
