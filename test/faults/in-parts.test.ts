import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { complaintStore } from '../../functions/adapters/complaint-store.ts'
import { countStore } from '../../functions/adapters/count-store.ts'
import { MAX_LIVE_REPORTS } from '../../functions/domain/reporter.ts'
import { mergeReport } from '../../functions/merge-report/merge-report.ts'
import { tallyComplaints } from '../../functions/tally-complaints/tally-complaints.ts'
import { recount } from '../../operate/recount.ts'
import { isClean } from '../../operate/standing-differences.ts'
import { Random } from '../../rehearsal/random.ts'
import type { Fault } from '../support/fault-plan.ts'
import { type FaultProxy, faultProxy } from '../support/fault-proxy.ts'
import { startTables, type Tables } from '../support/tables.ts'
import { amended, posted, told } from '../support/told.ts'

// What takes more than one transaction, and is interrupted after each of them.
let tables: Tables
let faults: FaultProxy
let client: DynamoDBClient
beforeEach(async () => {
  tables = await startTables()
  faults = faultProxy(new Random('in parts'))
  const { protocol, hostname, port } = await tables.client.config.endpoint!()
  const endpoint = await faults.interpose('dynamodb', `${protocol}//${hostname}:${port}`, 'functions')
  client = new DynamoDBClient({
    endpoint,
    region: 'local',
    credentials: tables.client.config.credentials,
    maxAttempts: 1,
  })
})
afterEach(async () => {
  client.destroy()
  await faults.stop()
  await tables.stop()
})

/** Does the work again until nothing comes between, at each transaction once; answers how often it was interrupted. */
async function interrupt(fault: Fault, work: () => Promise<unknown>): Promise<number> {
  for (let times = 0; ; times += 1) {
    // What was lost is done; what was refused stands before the same transaction again.
    const plan = { faults: [fault], after: fault === 'lost' ? 0 : times, times: 1 }
    const interruption = faults.inject({ ...plan, on: { operation: 'TransactWriteItems' } })
    await work().catch(() => {})
    interruption.end()
    if (interruption.total === 0) return times
  }
}

async function expectRight(counts: object): Promise<void> {
  await tables.group()
  expect(isClean(await recount(tables.stack, { repair: false, pauseMillis: 20 }))).toBe(true)
  expect((await tables.records.get('summary', 'ALL'))?.counters).toMatchObject(counts)
}

const FAULTS: Fault[] = ['refused', 'lost']

/** As many reports of one reporter as it may have, each of another call. */
const fifty = Array.from({ length: MAX_LIVE_REPORTS }, (_, n) =>
  posted(n + 1, {
    told: told({
      callerId: `450${230 + 11 * n}${1000 + 101 * n}`,
      receivedAt: `2011-04-${String(1 + (n % 30)).padStart(2, '0')}`,
    }),
  }),
)

for (const fault of FAULTS)
  test(`a reporter that is folded in parts, each of them ${fault} at first, is counted once`, async () => {
    for (const message of fifty) await mergeReport(message, tables)
    const counts = countStore(client, { ledger: 'ledger', stats: 'stats' }, 'test')
    const reporters = await tables.reporters()
    const interruptions = await interrupt(fault, () => tallyComplaints(reporters, { counts, now: () => new Date(0) }))
    expect(interruptions).toBeGreaterThan(1)
    await expectRight({ reports: 50, reporters: 1, complaints: 50 })
  })

for (const fault of FAULTS)
  test(`a report that changes hands in two transactions, each of them ${fault} at first, is counted once`, async () => {
    const [from, to] = ['t1.from', 't1.to']
    const others = (first: number, line: string) => fifty.slice(1).map((_, n) => posted(first + n, { line }))
    for (const message of [posted(1, { line: from }), ...others(101, from), ...others(201, to)])
      await mergeReport(message, tables)
    const store = complaintStore(client, { complaints: 'complaints', words: 'words' })
    const moving = amended(1, { line: to })
    const interruptions = await interrupt(fault, () => mergeReport(moving, { store }))
    expect(interruptions).toBe(2)
    const reporters = await tables.reporters()
    await tallyComplaints(reporters, { counts: tables.counts, now: () => new Date(0) })
    await expectRight({ reports: 99, reporters: 2, complaints: 2 })
  })
