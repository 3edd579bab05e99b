import { progress } from '../../rehearsal/progress.ts'
import { count } from './describe-import.ts'
import { findApi } from './find-api.ts'
import type { Withdrawal } from './flags.ts'
import { sentIn, SentRows } from './sent-rows.ts'
import { stopOnSignal } from './stop-on-signal.ts'
import { reportWithdrawer, withdrawRows, type Withdrawn } from './withdraw-rows.ts'

/** Takes back what was imported, by its file of receipts; answers the exit code. */
export async function withdraw(flags: Withdrawal): Promise<number> {
  const { withdraw: path, isDry, atOnce, language = 'en' } = flags
  const to = isDry ? '' : findApi(flags)
  let reports = 0
  for await (const _ of sentIn(path)) reports += 1
  if (isDry) return (console.log(`${count(reports, 'report')} would be withdrawn`), 0)
  const { signal } = stopOnSignal()
  let done: Withdrawn = { withdrawn: 0, unknown: 0 }
  const bar = process.stderr.isTTY ? progress(() => describe(done, reports), reports) : undefined
  const onDone = (now: Withdrawn) => {
    done = now
    bar?.show(now.withdrawn + now.unknown)
  }
  try {
    await withdrawRows(sentIn(path), { withdraw: reportWithdrawer({ to, language, signal }), atOnce, onDone, signal })
  } finally {
    bar?.end()
    console.log(describe(done, reports))
  }
  if (signal.aborted) {
    console.error('stopped before the end: run it again with the same file')
    return 1
  }
  if (done.unknown > 0) {
    console.error(`${count(done.unknown, 'report')} ${done.unknown === 1 ? 'is' : 'are'} not known to ${to} by this receipt: was the list sent elsewhere?`) // prettier-ignore
    return 2
  }
  await noteWithdrawal(path)
  console.log('a row that is imported again as it was stays withdrawn; a corrected one is a new report')
  return 0
}

async function noteWithdrawal(path: string): Promise<void> {
  const sent = await SentRows.open(path)
  sent.noteWithdrawal()
  sent.close()
}

function describe({ withdrawn }: Withdrawn, reports: number): string {
  return `${withdrawn} of ${count(reports, 'report')} withdrawn`
}
