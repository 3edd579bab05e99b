import { RejectedError } from '../rejected.ts'
import { ShownCallerId } from '../record.ts'
import { e164Of, NAMED_NUMBER, type StatsQuery } from '../stats-query.ts'
import { callDays, type CountRecords, countsOf, HOURS, ridingsOf } from '../stats-row.ts'
import { asAsked } from './as-asked.ts'
import { recordOfScript } from './script-pieces.ts'

type Ports = { records: CountRecords }

/** What is counted of one number that was displayed. Throws a RejectedError when nothing is. */
export async function callerId(written: string, query: StatsQuery<'caller-id'>, ports: Ports) {
  const number = e164Of(written)
  const records = asAsked(query, ports.records)
  const record = NAMED_NUMBER.test(written) && (await records.get('caller-ids', `CALLER#${number}`))
  if (!record) throw new RejectedError('unknown-caller-id')
  const hours = HOURS.map((hour) => {
    const { anonymousShare: _, ...counts } = countsOf(record, `hour=${hour}`)
    return [hour, counts] as const
  })
  return {
    rows: [
      {
        callerId: ShownCallerId.parse(record.normal),
        ...countsOf(record),
        ...callDays(record),
        ridings: ridingsOf(record),
        scripts: await scriptsOf(number, records, ports.records),
        hours: Object.fromEntries(hours),
      },
    ],
  }
}

/** What is read of one number that is shown with ever other messages. */
const MOST_SCRIPTS = 100

/** Its scripts as they are called now, each once. */
async function scriptsOf(number: string, shown: CountRecords, records: CountRecords): Promise<string[]> {
  const names: string[] = []
  const range = { from: `${number} `, to: `${number} ~`, limit: MOST_SCRIPTS }
  for await (const { record, counters } of shown.list('caller-scripts', range)) {
    if ((counters['reports'] ?? 0) > 0) names.push(record.slice(number.length + 1))
    if (names.length === MOST_SCRIPTS) break
  }
  const scripts = await Promise.all(names.map(async (name) => await recordOfScript(name, records)))
  return [...new Set(scripts.flatMap((script) => script?.record ?? []))].toSorted()
}
