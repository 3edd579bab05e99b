import { type ApiOptions, apiAsker } from './ask-api.ts'
import { takeAtOnce } from './at-once.ts'
import type { Kept } from './post-row.ts'

/** How many are withdrawn, and how many the API does not know by this receipt. */
export type Withdrawn = { withdrawn: number; unknown: number }

type Ports = {
  /** Answers whether the API knows the report. */
  withdraw: (report: Kept) => Promise<boolean>
  atOnce: number
  onDone?: (done: Withdrawn) => void
  signal?: AbortSignal
}

/** Withdraws reports, some at once; one that is withdrawn already stays so. */
export async function withdrawRows(sent: AsyncGenerator<Kept>, ports: Ports): Promise<Withdrawn> {
  const done: Withdrawn = { withdrawn: 0, unknown: 0 }
  const withdrawOne = async (report: Kept): Promise<void> => {
    done[(await ports.withdraw(report)) ? 'withdrawn' : 'unknown'] += 1
    ports.onDone?.(done)
  }
  await takeAtOnce(sent, withdrawOne, ports)
  return done
}

/** Withdraws a report of an API, which answers 404 to a report of another event, or to a wrong receipt. */
export function reportWithdrawer(options: ApiOptions) {
  const ask = apiAsker(options, new Set([202, 404]))
  return async ({ id, receipt }: Kept): Promise<boolean> => {
    const headers = { authorization: `Bearer ${receipt}`, 'idempotency-key': `withdraw-${id}` }
    const { status } = await ask({ method: 'DELETE', path: `/v1/reports/${encodeURIComponent(id)}`, headers })
    return status === 202
  }
}
