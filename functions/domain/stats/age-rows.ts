import { AGE_BANDS } from '../choices.ts'
import { NOT_TOLD } from '../contribution.ts'
import { exactShare } from '../exact-interval.ts'
import type { StatsQuery } from '../stats-query.ts'
import { type CountRecords, countsOf } from '../stats-row.ts'
import { asAsked, EMPTY } from './as-asked.ts'
import { scriptAsked } from './script-asked.ts'

type Ports = { records: CountRecords }

/** One row for each age band, also where nobody is of it, and one for those who did not tell. */
export async function ages(query: StatsQuery<'ages'>, { records }: Ports) {
  const { province, script } = query
  const scope = province ? `PROVINCE#${province}` : 'ALL'
  const found = script ? await scriptAsked(script, query, records) : await asAsked(query, records).get('summary', scope)
  const record = found ?? EMPTY
  const rows = [...AGE_BANDS, NOT_TOLD].map((ageBand) => ({ ageBand, ...countsOf(record, `age=${ageBand}`) }))
  const told = rows.slice(0, -1).reduce((sum, { complaints }) => sum + complaints, 0)
  return {
    rows: rows.map((row) => ({
      ...row,
      share: row.ageBand === NOT_TOLD ? null : exactShare(row.complaints, told).share,
      // Of a script it is not counted by age who gave no line.
      ...(script ? { anonymousShare: null } : {}),
    })),
  }
}
