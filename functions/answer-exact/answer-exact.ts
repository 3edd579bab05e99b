import type { Analyst } from '../adapters/analyst.ts'
import type { AuditTrail } from '../adapters/audit-trail.ts'
import { isWithin, narrowTo } from '../domain/limits.ts'
import { PROBLEMS } from '../domain/problems.ts'
import { RejectedError } from '../domain/rejected.ts'
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
  const page = listRows(table, parameters, { records, isOpen: (riding) => isWithin(limits, riding) }, named)
  const answer = await page.catch(ifUnknown)
  const at = now().toISOString()
  const query = { table, parameters: { ...named, ...parameters } }
  const rows = 'rows' in answer ? answer.rows.length : 0
  await trail.put({ requestId, at, who: { sub, name }, query, purpose, rows })
  if ('rows' in answer) return answer
  throw answer
}

/** That nothing is counted of whom a path names is an exact answer too, and goes on record as one. */
function ifUnknown(error: unknown): RejectedError {
  if (error instanceof RejectedError && PROBLEMS[error.problem] === 404) return error
  throw error
}
