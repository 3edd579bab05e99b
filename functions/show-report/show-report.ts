import type { StoredReport } from '../adapters/complaint-store.ts'
import type { StoredReports } from '../adapters/stored-reports.ts'
import type { Words } from '../domain/message.ts'
import { isNamesake } from '../domain/partition.ts'

type Ports = { reports: StoredReports }

/** All that is held on a report. One that the queue still holds is `accepted`: its receipt proves that it was. */
export async function showReport(id: string, { reports }: Ports): Promise<{ id: string; status: string }> {
  const { report, words } = await reports.get(id)
  if (!report) return { id, status: 'accepted' }
  if (!report.told) return { id, status: 'withdrawn' }
  return { id, ...held(report, report.told, words) }
}

function held(report: StoredReport, told: NonNullable<StoredReport['told']>, words: Words) {
  const { complaintId, receivedAt, overLimit, normal, line } = report
  const { call, words: _, ageBand, earlierPoll, ...rest } = told
  return {
    status: complaintId && isNamesake(report.id, complaintId) ? 'counted' : 'merged',
    complaintId,
    scriptId: null,
    receivedAt,
    overLimit,
    call: { ...call, ...words },
    ...rest,
    reporter: { lineKnown: Boolean(line?.token), ageBand, earlierPoll },
    normal,
  }
}
