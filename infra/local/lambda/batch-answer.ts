import type { Outcome } from './function-environment.ts'

/** What a function's answer means for its batch: which identifiers failed, or that the whole batch did. */
export type BatchResult = 'success' | 'failure' | { failed: Set<string> }

/**
 * The rules of AWS for ReportBatchItemFailures: an empty or absent list is complete success; an identifier that is empty, null,
 * misnamed or of no record, or an answer that is no object, is complete failure. Without the setting, answers are not read.
 */
export function readBatchAnswer(outcome: Outcome, identifiers: string[], isReported: boolean): BatchResult {
  if ('failure' in outcome) return 'failure'
  if (!isReported) return 'success'
  const answer: unknown = JSON.parse(outcome.payload)
  if (answer === null) return 'success'
  if (typeof answer !== 'object' || Array.isArray(answer)) return 'failure'
  const failures: unknown = Object.entries(answer).find(([key]) => key === 'batchItemFailures')?.[1]
  if (failures === undefined || failures === null) return 'success'
  if (!Array.isArray(failures)) return 'failure'
  const failed = new Set<string>()
  for (const failure of failures) {
    const identifier: unknown = Object(failure).itemIdentifier
    if (typeof identifier !== 'string' || !identifiers.includes(identifier)) return 'failure'
    failed.add(identifier)
  }
  return failed.size === 0 ? 'success' : { failed }
}
