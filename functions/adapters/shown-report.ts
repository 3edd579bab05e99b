import type { Told, Words } from '../domain/message.ts'
import { isNamesake } from '../domain/partition.ts'
import type { StoredReport } from './complaint-store.ts'

/** All that is held on a current report, as its reporter sees it. */
export function shownReport(report: StoredReport, told: Told, words: Words) {
  const { complaintId, match, possibleDuplicateOf, possibleMatch, receivedAt, overLimit, normal, line } = report
  const { call, words: _, ageBand, earlierPoll, ...rest } = told
  return {
    status: complaintId && isNamesake(report.id, complaintId) ? 'counted' : 'merged',
    complaintId,
    match,
    possibleDuplicateOf,
    possibleMatch,
    receivedAt,
    overLimit,
    call: { ...call, ...words },
    ...rest,
    reporter: { lineKnown: Boolean(line?.token), ageBand, earlierPoll },
    normal,
  }
}
