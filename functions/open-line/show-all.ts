import type { Keys } from '../adapters/keys.ts'
import type { LineReports } from '../adapters/line-reports.ts'
import { issueReceipt } from '../adapters/receipts.ts'
import { shownReport } from '../adapters/shown-report.ts'
import type { StoredReports } from '../adapters/stored-reports.ts'

type Ports = { keys: Keys; lines: Pick<LineReports, 'current'>; reports: StoredReports }
type Opened = { id: string; receipt: string }

/** Reports as each is shown alone, and in `more` what did not fit: each with the receipt that opens, amends or withdraws it. */
export type HeldReports = { reports: (Opened & ReturnType<typeof shownReport>)[]; more?: Opened[] }

// Lambda answers at most 6 MB, in which the body is a text within JSON: its quotation marks take two bytes each.
const MOST_BYTES = 5.5 * 1024 * 1024
const READ_AT_ONCE = 32

/** All current reports of a line, the first accepted first. */
export async function showAll(token: string, ports: Ports): Promise<HeldReports> {
  const { keys, lines } = ports
  const opened = (await lines.current(token)).map(({ id }) => ({ id, receipt: issueReceipt(keys, id, { token }) }))
  let left = MOST_BYTES - opened.reduce((sum, one) => sum + bytesOf(one), 0)
  const shown: HeldReports['reports'] = []
  for (let at = 0; at < opened.length; at += READ_AT_ONCE) {
    const some = await Promise.all(
      opened.slice(at, at + READ_AT_ONCE).map(async (one) => await showOne(one, token, ports)),
    )
    left -= some.reduce((sum, one) => sum + (one ? bytesOf(one) : 0), 0)
    if (left < 0) return { reports: shown, more: opened.slice(at) }
    shown.push(...some.filter((one) => one !== undefined))
  }
  return { reports: shown }
}

/** Read anew, together with its words: it may have been withdrawn or given to another line meanwhile. */
async function showOne({ id, receipt }: Opened, token: string, { reports }: Ports) {
  const { report, words } = await reports.get(id)
  return report?.told && report.line?.token === token
    ? { id, receipt, ...shownReport(report, report.told, words) }
    : undefined
}

function bytesOf(entry: object): number {
  return Buffer.byteLength(JSON.stringify(JSON.stringify(entry)))
}
