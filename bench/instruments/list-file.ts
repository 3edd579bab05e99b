import { stringify } from 'csv-stringify/sync'
import { closeSync, openSync, writeSync } from 'node:fs'
import { electionWeek } from '../../rehearsal/election-week.ts'
import type { ReportBody } from '../../rehearsal/rehearsed.ts'

const COLUMNS = ['call.callerId', 'call.receivedAt', 'call.kind', 'call.message', 'riding', 'reporter.phone', 'notes']
/** Invented reports are told again and again, each time in other words. */
const TOLD = 1000

/** A spreadsheet of so many rows, no two alike, as an office would keep it. */
export function writeList(path: string, { rows, seed }: { rows: number; seed: string }): void {
  const week = [...electionWeek({ seed, reports: Math.min(rows, TOLD) })].map(({ told }) => told)
  const file = openSync(path, 'w')
  writeSync(file, stringify([COLUMNS]))
  for (let from = 0; from < rows; from += TOLD) {
    const some = week.slice(0, rows - from).map((told, n) => cellsOf(told, from + n))
    writeSync(file, stringify(some))
  }
  closeSync(file)
}

function cellsOf({ call, riding, reporter }: ReportBody, n: number): (string | null | undefined)[] {
  const message = `${call.message ?? ''} (${n})`
  return [call.callerId, call.receivedAt, call.kind, message, riding, reporter?.phone, `file ${n}, called back`]
}
