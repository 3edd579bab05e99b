import type { Analyst } from '../adapters/analyst.ts'
import type { AuditTrail } from '../adapters/audit-trail.ts'
import { isWithin, narrowTo } from '../domain/limits.ts'
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
 * The rows within the analyst's limits, once the trail says who sees them and why. Throws a RejectedError when they ask for more, or for what
 * there is not, which goes on record as well; and an UnavailableError when the trail cannot be written.
 */
export async function answerExact(request: ExactRequest, { records, trail, now }: Ports): Promise<StatsPage> {
  const { table, named, purpose, requestId, analyst } = request
  const { sub, name } = analyst
  const found = await findRows(request, records).catch(ifRejected)
  const isRejected = found instanceof RejectedError
  const { parameters } = isRejected ? request : found
  await trail.put({
    requestId,
    at: now().toISOString(),
    who: { sub, name },
    query: { table, parameters: { ...named, ...parameters } },
    purpose,
    outcome: isRejected ? found.problem : 'answered',
    rows: isRejected ? 0 : found.page.rows.length,
  })
  if (isRejected) throw found
  return found.page
}

async function findRows({ table, named, analyst, ...request }: ExactRequest, records: CountRecords) {
  const { limits } = analyst
  const parameters = narrowTo(limits, table, request.parameters)
  const page = await listRows(table, parameters, { records, isOpen: (riding) => isWithin(limits, riding) }, named)
  return { parameters, page }
}

function ifRejected(error: unknown): RejectedError {
  if (error instanceof RejectedError) return error
  throw error
}
