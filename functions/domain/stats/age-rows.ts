import { AGE_BANDS } from '../choices.ts'
import { NOT_TOLD } from '../contribution.ts'
import { exactShare } from '../exact-interval.ts'
import type { StatsQuery } from '../stats-query.ts'
import { type CountRecord, type CountRecords, type Counts, countsOf } from '../stats-row.ts'
import { asAsked, EMPTY } from './as-asked.ts'
import { scriptAsked } from './script-asked.ts'

type Ports = { records: CountRecords }

/** One row for each age band, also where nobody is of it, and one for those who did not tell. */
export async function ages(query: StatsQuery<'ages'>, { records }: Ports) {
  const { province, script } = query
  const scope = province ? `PROVINCE#${province}` : 'ALL'
  const record = script
    ? await scriptAsked(script, query, records)
    : await asAsked(query, records).get('summary', scope)
  const rows = bandsOf(record ?? EMPTY, script ? notToldOf(record ?? EMPTY) : undefined)
  const told = rows.slice(0, -1).reduce((sum, { complaints }) => sum + complaints, 0)
  return {
    rows: rows.map((row) => ({
      ...row,
      share: row.ageBand === NOT_TOLD ? null : exactShare(row.complaints, told).share,
      ...(script ? { reporters: null, anonymousShare: null } : {}),
    })),
  }
}

function bandsOf(record: CountRecord, notTold?: Counts) {
  const told = AGE_BANDS.map((ageBand) => ({ ageBand: ageBand as string, ...countsOf(record, `age=${ageBand}`) }))
  return [...told, { ageBand: NOT_TOLD, ...(notTold ?? countsOf(record, `age=${NOT_TOLD}`)) }]
}

/** A script's record counts only who told: each report and each complaint stands in one band at most. */
function notToldOf(record: CountRecord): Counts {
  const bands = AGE_BANDS.map((ageBand) => countsOf(record, `age=${ageBand}`))
  const all = countsOf(record)
  return {
    ...all,
    reports: all.reports - bands.reduce((sum, { reports }) => sum + reports, 0),
    complaints: all.complaints - bands.reduce((sum, { complaints }) => sum + complaints, 0),
  }
}
