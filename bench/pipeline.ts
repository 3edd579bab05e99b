import { electionWeek } from '../rehearsal/election-week.ts'
import { startStack } from '../test/support/stack.ts'
import { issueBare, type TableCalls, tableCalls } from './instruments/bare-calls.ts'
import type { Claim } from './instruments/claim.ts'
import { printTable } from './instruments/print-table.ts'
import { messagesOf, openQueue } from './instruments/queued-reports.ts'
import { startRecorder, type Recorder } from './instruments/recorder.ts'
import { interleave, median } from './instruments/samples.ts'
import { scattered } from './instruments/scattered.ts'
import { variantOf } from './instruments/variant.ts'

const ROUNDS = 5
const REPORTS = 600
/** Until every environment is past its first compilation: what a start takes is another question. */
const WARM_UP_REPORTS = 300
const AT_LEAST = 0.5

/**
 * Reports per second from the queue to the counts: all are sent at once, and it is over when all are counted. Beside the same
 * receives, deletes, reads and transactions, which were recorded once, sent again to fresh engines by one AWS client.
 */
export async function pipeline(): Promise<Claim[]> {
  const [whole, engines] = [await variantOf({ mappings: ['queue', 'stream'] }), await variantOf({ mappings: [] })]
  try {
    const week = (seed: string, reports: number) => electionWeek({ seed, reports })
    const warmUp = await messagesOf(engines.directory, week('warm-up', WARM_UP_REPORTS))
    const rows = []
    for (const [mix, reports] of [
      ['rehearsal', week('bench', REPORTS)],
      ['scattered', scattered(week('bench', REPORTS))],
    ] as const) {
      const messages = await messagesOf(engines.directory, reports)
      rows.push({ mix, ...(await compare({ whole: whole.directory, engines: engines.directory, warmUp, messages })) })
    }
    printTable(
      `Reports per second from the queue to the counts, ${REPORTS} at once, medians of ${ROUNDS}`,
      ['reports', 'counted per second', 'bare calls', 'ratio', 'calls per report', 'of them refused'],
      rows.map(({ mix, own, bare, ratio, calls, refused }) => [
        mix,
        own.toFixed(0),
        bare.toFixed(0),
        ratio.toFixed(2),
        (calls / REPORTS).toFixed(2),
        `${((100 * refused) / calls).toFixed(1)} %`,
      ]),
    )
    return rows.map(({ mix, ratio }) => ({ what: `counting, ${mix},`, measured: ratio, unit: '×', atLeast: AT_LEAST }))
  } finally {
    for (const { remove } of [whole, engines]) remove()
  }
}

type Subject = { whole: string; engines: string; warmUp: string[]; messages: string[] }

async function compare(subject: Subject) {
  const recorder = startRecorder()
  await countAll({ ...subject, warmUp: [] }, recorder.interpose)
  await recorder.stop()
  const calls = tableCalls(recorder.calls)
  let refused = 0
  const samples = await interleave(ROUNDS, {
    own: async () => REPORTS / (await countAll(subject)),
    bare: async () => {
      const bare = await issueAll(subject, calls)
      refused = bare.refused
      return REPORTS / bare.seconds
    },
  })
  return {
    own: median(samples.own),
    bare: median(samples.bare),
    ratio: median(samples.own.map((own, round) => own / samples.bare[round]!)),
    calls: calls.merges.length + calls.folds.length + calls.groupings.length,
    refused,
  }
}

/** Seconds from the first message sent until all are counted. */
async function countAll({ whole, warmUp, messages }: Subject, interpose?: Recorder['interpose']): Promise<number> {
  const host = await startStack({ assembly: whole, ...(interpose ? { interpose } : {}) })
  const queue = openQueue(host)
  await queue.put(warmUp)
  await host.idle()
  const from = performance.now()
  await queue.put(messages)
  await host.idle()
  const seconds = (performance.now() - from) / 1000
  queue.close()
  await host.stop({ drainMillis: 0 })
  return seconds
}

/** Seconds that the bare calls take, once the messages are in the queue. */
async function issueAll({ engines, messages }: Subject, calls: TableCalls) {
  const host = await startStack({ assembly: engines })
  const queue = openQueue(host)
  await queue.put(messages)
  const from = performance.now()
  const refused = await issueBare(host, queue, calls)
  const seconds = (performance.now() - from) / 1000
  queue.close()
  await host.stop({ drainMillis: 0 })
  return { seconds, refused }
}
