import { RIDING_LINES } from '../../functions/domain/ridings/riding-table.ts'
import type { ReportBody, Rehearsed } from '../../rehearsal/rehearsed.ts'

const AREAS = [204, 250, 306, 403, 416, 418, 450, 506, 514, 519, 604, 613, 705, 709, 780, 807, 819, 867, 902, 905]
const RIDINGS = RIDING_LINES['2003'].trim().split('\n').map((line) => line.slice(0, 5)) // prettier-ignore

/** The same reports, but no two that follow each other share a reporter, a number, a riding or a day: nothing is counted together. */
export function* scattered(week: Iterable<Rehearsed>): Generator<Rehearsed> {
  let n = 0
  for (const report of week) {
    const body = JSON.stringify(apart(report.told, n))
    const headers = { 'content-type': 'application/json', 'idempotency-key': `scattered-report-${n}` }
    yield { ...report, requests: [{ method: 'POST', headers, body }] }
    n += 1
  }
}

function apart({ call, ...told }: ReportBody, n: number): ReportBody {
  const day = `${1 + ((n * 11) % 30)}`.padStart(2, '0')
  const hour = `${(n * 5) % 24}`.padStart(2, '0')
  return {
    ...told,
    call: { ...call, callerId: numberOf(n + 1000), receivedAt: `2011-04-${day}T${hour}:10`, election: 'federal' },
    riding: RIDINGS[(n * 7) % RIDINGS.length]!,
    representationOrder: '2003',
    reporter: { ...told.reporter, phone: numberOf(n) },
  }
}

/** One of the two thousand fictional numbers of these areas. */
function numberOf(n: number): string {
  return `${AREAS[Math.floor(n / 100) % AREAS.length]} 555 01${`${n % 100}`.padStart(2, '0')}`
}
