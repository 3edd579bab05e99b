import { RejectedError } from '../rejected.ts'
import { ShownCallerId } from '../record.ts'
import type { StatsQuery } from '../stats-query.ts'
import { callDays, type CountRecords, countsOf, HOURS, ridingsOf } from '../stats-row.ts'
import { asAsked } from './as-asked.ts'

type Ports = { records: CountRecords }

/** What is counted of one number that was displayed. Throws a RejectedError when nothing is. */
export async function callerId(e164: string, query: StatsQuery<'caller-id'>, ports: Ports) {
  const [, digits] = /^\+?([1-9]\d{6,14})$/.exec(e164) ?? []
  const record = digits && (await asAsked(query, ports.records).get('caller-ids', `CALLER#+${digits}`))
  if (!record) throw new RejectedError('unknown-caller-id')
  const hours = HOURS.map((hour) => [hour, record.counters[`hour=${hour}.reports`] ?? 0])
  return {
    rows: [
      {
        callerId: ShownCallerId.parse(record.normal),
        ...countsOf(record),
        ...callDays(record),
        ridings: ridingsOf(record),
        hours: Object.fromEntries(hours) as Record<string, number>,
      },
    ],
  }
}
