import { addCounts, type Contribution, contribution, NONE } from '../../functions/domain/contribution.ts'
import { newReporter, type Reporter, reporterKey, withReport } from '../../functions/domain/reporter.ts'
import { electionWeek } from '../../rehearsal/election-week.ts'
import { factsTold } from './matched-week.ts'
import { reportId } from './told.ts'

/** What a rehearsed week adds up to in the stats table, scripts apart. */
export function rehearsedCounts(reports: number, seed: string): Contribution {
  const known = new Map<string, Reporter>()
  for (const [n, { isLive, line, told }] of [...electionWeek({ reports, seed })].entries()) {
    if (!isLive) continue
    const key = reporterKey({ id: reportId(n), token: line })
    known.set(key, withReport(known.get(key) ?? newReporter(key, 'test'), reportId(n), factsTold(told)))
  }
  const counts: Contribution = new Map()
  for (const reporter of known.values())
    for (const [key, count] of contribution(reporter)) counts.set(key, addCounts(counts.get(key) ?? NONE, count))
  return counts
}
