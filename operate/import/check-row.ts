import { describeProblem } from '../../functions/domain/describe-problem.ts'
import type { Language } from '../../functions/domain/problem-texts.ts'
import { readReport } from '../../functions/domain/read-report.ts'
import { RejectedError } from '../../functions/domain/rejected.ts'
import type { Problem } from './post-row.ts'

const MOST_BYTES = 32 * 1024

/** What the API would say is wrong with a report, found here by the same rules. */
export function rowChecker(language: Language, now: () => Date) {
  return (report: unknown): Problem | undefined => {
    try {
      if (Buffer.byteLength(JSON.stringify(report)) > MOST_BYTES) throw new RejectedError('too-large')
      readReport(report, now())
      return undefined
    } catch (error) {
      if (!(error instanceof RejectedError)) throw error
      return describeProblem(error, language)
    }
  }
}
