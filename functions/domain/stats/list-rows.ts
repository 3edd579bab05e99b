import type * as z from 'zod/mini'
import { ShownCallerId, ShownRiding, ShownSource } from '../record.ts'
import { per100000, populationOf } from '../ridings/populations.ts'
import { readQuery } from '../read-query.ts'
import { STATS_QUERIES, type StatsQuery, type StatsTable } from '../stats-query.ts'
import {
  callDays,
  type CountRecord,
  type CountRecords,
  type Counts,
  countsOf,
  facetValues,
  unionOf,
} from '../stats-row.ts'
import { ages } from './age-rows.ts'
import { asAsked, collect, EMPTY } from './as-asked.ts'
import { callerId } from './caller-id-row.ts'
import { listSource } from './list-source-rows.ts'
import { pageOf, type StatsPage } from './page-of.ts'
import { earlierPolls, oddsRatios } from './poll-rows.ts'
import { recordOfScript } from './script-pieces.ts'
import { scriptRow } from './script-row.ts'
import { timeline } from './timeline-rows.ts'

type Riding = z.infer<typeof ShownRiding>
type Ports = {
  records: CountRecords
  /** Which ridings may be rows; by default all of them. */
  isOpen?: (riding: Riding) => boolean
}
/** What the query says, and, of a path that names somebody, whom. */
type Asked = Parameters<typeof readQuery>[1]

/** The rows of one table. Throws a RejectedError when the parameters ask for what is not published. */
export async function listRows(
  table: StatsTable,
  parameters: Asked,
  ports: Ports,
  named: Asked = {},
): Promise<StatsPage> {
  switch (table) {
    case 'summary':
      return summary(readQuery(STATS_QUERIES.summary, parameters), ports)
    case 'ridings':
      return ridings(readQuery(STATS_QUERIES.ridings, parameters), ports)
    case 'caller-ids':
      return callerIds(readQuery(STATS_QUERIES['caller-ids'], parameters), ports)
    case 'scripts':
      return scripts(readQuery(STATS_QUERIES.scripts, parameters), ports)
    case 'caller-id':
      return callerId(named['e164'] ?? '', readQuery(STATS_QUERIES['caller-id'], parameters), ports)
    case 'list-source':
      return listSource(named['id'] ?? '', readQuery(STATS_QUERIES['list-source'], parameters), ports)
    case 'ages':
      return ages(readQuery(STATS_QUERIES.ages, parameters), ports)
    case 'earlier-polls':
      return earlierPolls(readQuery(STATS_QUERIES['earlier-polls'], parameters), ports)
    case 'odds-ratios':
      return oddsRatios(readQuery(STATS_QUERIES['odds-ratios'], parameters), ports)
    case 'sources':
      return sources(readQuery(STATS_QUERIES.sources, parameters), ports)
    case 'timeline':
      return timeline(readQuery(STATS_QUERIES.timeline, parameters), ports)
  }
}

/** One row of the total, then one for each kind of election; over a span of days, one row alone. */
async function summary(query: StatsQuery<'summary'>, ports: Ports): Promise<StatsPage> {
  const { from, to, by, province, kind } = query
  const records = asAsked(query, ports.records)
  const scope = province ? `PROVINCE#${province}` : 'ALL'
  if (from || to) {
    const days = await collect(records.list(`timeline#${by}#${scope}`, { from: from ?? '0', to: to ?? '9999' }))
    return { rows: [{ election: 'all', ...unionOf(days.map((day) => countsOf(day))) }] }
  }
  const total = (await records.get('summary', scope)) ?? EMPTY
  const elections = kind || province ? [] : facetValues(total.counters, 'election').toSorted()
  return {
    rows: [
      { election: 'all', ...countsOf(total, partFacet({ kind })) },
      ...elections.map((election) => ({ election, ...countsOf(total, `election=${election}`) })),
    ],
  }
}

async function ridings(query: StatsQuery<'ridings'>, ports: Ports): Promise<StatsPage> {
  const { isOpen = () => true } = ports
  const wanted = (riding: Riding) =>
    isOpen(riding) &&
    (!query.riding || riding.id === query.riding) &&
    (!query.province || riding.province === query.province) &&
    (!query.representationOrder || riding.order === query.representationOrder)
  return pageOf(asAsked(query, ports.records).list('ridings', query), query, (record) => {
    const riding = ShownRiding.parse(record.normal)
    return wanted(riding)
      ? [{ riding, ...ratedCounts(riding, countsOf(record, partFacet(query))), ...callDays(record) }]
      : []
  })
}

function ratedCounts({ id }: Riding, counts: Counts) {
  const population = populationOf(id)
  return { ...counts, population, complaintsPer100000: per100000(counts.complaints, population) }
}

async function callerIds(query: StatsQuery<'caller-ids'>, ports: Ports): Promise<StatsPage> {
  return pageOf(asAsked(query, ports.records).list('caller-ids', query), query, (record) => [
    { callerId: ShownCallerId.parse(record.normal), ...countsOf(record, partFacet(query)), ...callDays(record) },
  ])
}

/** In the order of their ids. */
async function scripts(query: StatsQuery<'scripts'>, { records }: Ports): Promise<StatsPage> {
  const rowsOf = async (record: CountRecord) => {
    const asked = {
      atLeast: query.script ? 1 : query.atLeast,
      isWithout: query.templated === 'without',
      province: query.province,
    }
    const row = await scriptRow(record, asked, records)
    return row ? [row] : []
  }
  if (!query.script) return pageOf(records.list('scripts', query), query, rowsOf)
  const record = await recordOfScript(query.script, records)
  return { rows: record ? await rowsOf(record) : [] }
}

/** One row for each door, with all that came through it; then one for each source that reports of a door name. */
async function sources(query: StatsQuery<'sources'>, ports: Ports): Promise<StatsPage> {
  const records = asAsked(query, ports.records)
  const listed = async function* () {
    const total = query.after ? undefined : await records.get('summary', 'ALL')
    if (total) yield { ...total, record: DOORS }
    yield* records.list('sources', query)
  }
  return pageOf(listed(), query, (record) => {
    if (record.record !== DOORS) return [{ ...ShownSource.parse(record.normal), ...countsOf(record) }]
    const doors = facetValues(record.counters, 'door').toSorted()
    return doors.map((door) => ({ door, source: null, ...countsOf(record, `door=${door}`) }))
  })
}

/** Before the name of any source: what to ask `after` for when the doors alone fill a page. */
const DOORS = ' '

function partFacet({ kind, door }: { kind?: string | undefined; door?: string | undefined }): string {
  if (door) return `door=${door}`
  return kind ? `kind=${kind}` : ''
}
