import { namedLines } from './named-lines.ts'
import type { Report } from './report.ts'

/** When each of these lines was last erased, by token. */
export type Erasures = ReadonlyMap<string, string | undefined>

/**
 * The report, or its tombstone where one of the lines that it names was erased at or after a change that named it. Namings only
 * become more and earlier, and erasures later: so what came first does not matter, and nothing that is withdrawn was not to be.
 * A rule by the line that is named last could not be kept: it would ask for words that are gone.
 */
export function withoutErased(report: Report, erasures: Erasures): Report {
  if (!report.told) return report
  const erasedAt = namedLines(report)
    .filter(([token, since]) => since <= (erasures.get(token) ?? ''))
    .map(([token]) => erasures.get(token)!)
    .reduce((a, b) => (a > b ? a : b), '')
  if (!erasedAt) return report
  const order = { rank: 2, acceptedAt: erasedAt, messageId: 'line.erased' }
  return { id: report.id, event: report.event, order, receivedAt: erasedAt }
}
