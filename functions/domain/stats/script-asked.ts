import { SCRIPT_ID } from '../stats-query.ts'
import { type CountRecord, type CountRecords, withoutTemplates } from '../stats-row.ts'
import type { Templated } from './as-asked.ts'
import { recordOfScript } from './script-pieces.ts'
import { wholeScript } from './script-row.ts'

/** All that is counted of the script, or of what it has become part of. */
export async function scriptAsked(
  id: string,
  { templated }: Templated,
  records: CountRecords,
): Promise<CountRecord | undefined> {
  const record = SCRIPT_ID.test(id) ? await recordOfScript(id, records) : undefined
  if (!record) return undefined
  const whole = await wholeScript(record, records)
  return templated === 'without' ? withoutTemplates(whole) : whole
}
