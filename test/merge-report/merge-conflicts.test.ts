import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ReportMessage } from '../../functions/domain/message.ts'
import { MAX_LIVE_REPORTS } from '../../functions/domain/reporter.ts'
import { mergeBatch } from '../../functions/merge-report/merge-batch.ts'
import { mergeReport } from '../../functions/merge-report/merge-report.ts'
import { showReport } from '../../functions/show-report/show-report.ts'
import { meeting } from '../support/meeting.ts'
import { startTables, type Tables } from '../support/tables.ts'
import { amended, posted, reportId } from '../support/told.ts'

let tables: Tables
beforeAll(async () => {
  tables = await startTables()
})
afterAll(() => tables.stop())

/** Under which reporters a report is counted. */
async function filings(id: string): Promise<string[]> {
  return (await tables.reporters()).filter(({ reports }) => id in reports).map(({ key }) => key)
}

/** Merges these by a worker each, of whom all have read before the first one writes. */
async function mergeAtOnce(messages: ReportMessage[]): Promise<void> {
  const met = meeting(messages.length)
  const load = async (id: string, keys: string[]) => {
    const found = await tables.store.load(id, keys)
    await met()
    return found
  }
  await Promise.all(messages.map((message) => mergeReport(message, { store: { ...tables.store, load } })))
}

/** The transactions that this work takes, those included that were in vain. */
async function transactionsOf(work: () => Promise<unknown>): Promise<number> {
  let transactions = 0
  const counter = { step: 'initialize' as const, name: 'count transactions' }
  tables.client.middlewareStack.add((next, { commandName }) => {
    if (commandName === 'TransactWriteItemsCommand') transactions += 1
    return next
  }, counter)
  await work()
  tables.client.middlewareStack.remove(counter.name)
  return transactions
}

test('a POST and a PUT to another line that are merged at once file the report under the one line', async () => {
  for (let n = 1; n <= 20; n += 1) {
    const changes = [posted(n, { line: 't1.here' }), amended(n, { line: 't1.there' })]
    await mergeAtOnce([...changes, ...changes])
    expect(await filings(reportId(n))).toEqual(['REPORTER#t1.there'])
  }
})

test('reports of one reporter that are merged at once are all filed', async () => {
  const messages = Array.from({ length: 12 }, (_, n) => posted(100 + n, { line: 't1.twelve' }))
  await mergeAtOnce(messages)
  for (const { id } of messages) expect(await filings(id)).toEqual(['REPORTER#t1.twelve'])
})

test('a batch merges the reports of one reporter one after the other: none of them is tried twice', async () => {
  const messages = Array.from({ length: 10 }, (_, n) => posted(200 + n, { line: 't1.ten' }))
  const batch = messages.map((message) => ({ messageId: message.id, body: JSON.stringify(message) }))
  const transactions = await transactionsOf(() => mergeBatch(batch, { ...tables, event: 'test' }))
  expect(transactions).toBe(10)
})

test('a report of another event is kept for whoever serves that', async () => {
  const body = JSON.stringify(posted(300, { event: 'another' }))
  expect(await mergeBatch([{ messageId: 'foreign', body }], { ...tables, event: 'test' })).toEqual(['foreign'])
  expect(await filings(reportId(300))).toEqual([])
})

test('a report that changes hands between two reporters with fifty reports each is moved whole, and keeps its words', async () => {
  const [from, to] = ['t1.from', 't1.to']
  const others = (first: number, line: string) =>
    Array.from({ length: MAX_LIVE_REPORTS - 1 }, (_, n) => posted(first + n, { line }))
  // One call, told by all: the smallest id names the complaint of whoever has it.
  const moving = posted(400, { line: from })
  const later = amended(400, { acceptedAt: '2026-05-01T13:30:00.000Z', messageId: 'm400-2' })
  for (const message of [moving, later, ...others(401, from), ...others(501, to)]) await mergeReport(message, tables)
  // An earlier PUT that comes last: it says whose line it was, and nothing else of it holds.
  await mergeReport(amended(400, { line: to }), tables)

  expect(await filings(moving.id)).toEqual([`REPORTER#${to}`])
  expect(await showReport(moving.id, tables)).toMatchObject({
    status: 'counted',
    call: { message: 'Your polling place has moved.' },
  })
  const complaintOf = async (n: number) =>
    ((await showReport(reportId(n), tables)) as { complaintId?: string }).complaintId
  expect(await complaintOf(549)).toBe(moving.id.replace('rpt', 'cmp'))
  expect(await complaintOf(449)).toBe(reportId(401).replace('rpt', 'cmp'))
})
