import type { Analyst } from '../adapters/analyst.ts'
import type { AuditTrail } from '../adapters/audit-trail.ts'
import { isWithin, narrowTo } from '../domain/limits.ts'
import type { StatsTable } from '../domain/stats-query.ts'
import type { CountRecords } from '../domain/stats-row.ts'
import { listRows } from '../domain/stats/list-rows.ts'
import type { StatsPage } from '../domain/stats/page-of.ts'

export type ExactRequest = {
  analyst: Analyst
  table: StatsTable
  parameters: Record<string, string | undefined>
  /** Of a path that names somebody, whom. */
  named?: Record<string, string | undefined> | undefined
  purpose: string
  requestId: string
}
type Ports = { records: CountRecords; trail: Pick<AuditTrail, 'put'>; now: () => Date }

/**
 * The rows within the analyst's limits, once the trail says who sees them and why. Throws a RejectedError when more is asked
 * for, and an UnavailableError when the trail cannot be written.
 */
export async function answerExact(request: ExactRequest, { records, trail, now }: Ports): Promise<StatsPage> {
  const { table, named, purpose, requestId, analyst } = request
  const { sub, name, limits } = analyst
  const parameters = narrowTo(limits, table, request.parameters)
  const page = await listRows(table, parameters, { records, isOpen: (riding) => isWithin(limits, riding) }, named)
  const at = now().toISOString()
  const query = { table, parameters: { ...named, ...parameters } }
  await trail.put({ requestId, at, who: { sub, name }, query, purpose, rows: page.rows.length })
  return page
}
