import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readCubeCounts, RestlessError } from '../../functions/adapters/cube-counts.ts'
import { mergePause } from '../../functions/adapters/merge-pause.ts'
import { addCounts, type Contribution, contribution, NONE } from '../../functions/domain/contribution.ts'
import type { ReportMessage } from '../../functions/domain/message.ts'
import type { CountRecords } from '../../functions/domain/stats-row.ts'
import { mergeBatch } from '../../functions/merge-report/merge-batch.ts'
import { tallyComplaints } from '../../functions/tally-complaints/tally-complaints.ts'
import { startTables, type Tables } from '../support/tables.ts'
import { amended, posted, told } from '../support/told.ts'

let tables: Tables
beforeEach(async () => {
  tables = await startTables()
})
afterEach(() => tables.stop())

const RIDINGS = ['Guelph', 'Halifax', 'Nickel Belt', 'Simcoe North']

/** Every report is somebody else's, and is moved to another riding right after: one loses then what another gains. */
function change(n: number): ReportMessage {
  const id = Math.ceil(n / 2)
  const elsewhere = told({}, { riding: RIDINGS[n % 4]! })
  return n % 2 === 1 ? posted(id, { line: lineOf(id), told: elsewhere }) : amended(id, { told: elsewhere })
}
const lineOf = (n: number) => `t1.${String(n).padStart(43, '0')}`

async function merge(message: ReportMessage): Promise<boolean> {
  const queued = [{ messageId: message.messageId, body: JSON.stringify(message) }]
  return (await mergeBatch(queued, { ...tables, event: 'test' })).length === 0
}

/** One more change, merged and counted. */
async function count(n: number): Promise<boolean> {
  if (!(await merge(change(n)))) return false
  await tallyComplaints(await tables.reporters(), { counts: tables.counts, now: () => new Date() })
  return true
}

/** What is to be counted of all that is merged. */
async function state(): Promise<string> {
  const sum: Contribution = new Map()
  for (const reporter of await tables.reporters())
    for (const [key, each] of contribution(reporter)) sum.set(key, addCounts(sum.get(key) ?? NONE, each))
  return said(sum)
}

/** Cells in which nothing is counted are as if they were not there. */
function said(counts: Contribution): string {
  const counted = [...counts].filter(([, { reports }]) => reports !== 0)
  return JSON.stringify(counted.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

test('while reports are counted without a rest, what is read is what was counted at one moment', async () => {
  const states = new Set([await state()])
  let isDone = false
  const counting = async () => {
    for (let n = 1; !isDone;) {
      if (!(await count(n))) continue
      states.add(await state())
      n += 1
    }
  }
  const running = counting()
  const found: string[] = []
  for (let i = 0; i < 4; i += 1) {
    await sleep(1000)
    found.push(said((await readCubeCounts({ ...tables, restMillis: 300 })).counts))
  }
  isDone = true
  await running
  expect(states.size).toBeGreaterThan(8)
  expect(new Set(found).size).toBe(4)
  expect(found.filter((each) => !states.has(each))).toEqual([])
})

/** Counts one more in the middle of each of the first reads, of records that were read and of others that were not yet. */
function countedWhileRead(first: number, reads: number): Pick<CountRecords, 'list'> {
  let n = first
  return {
    async *list(collection) {
      if (collection === 'script-meetings' && n < first + reads) {
        await count(n)
        n += 1
      }
      yield* tables.records.list(collection)
    },
  }
}

test('what was counted in the middle of a read is read again; where that never ends, nothing is read', async () => {
  const pause = { begin: async () => {}, end: async () => {} }
  const { counts } = await readCubeCounts({ records: countedWhileRead(1, 3), pause, restMillis: 0 })
  expect(said(counts)).toBe(await state())
  const endless = readCubeCounts({ records: countedWhileRead(4, Infinity), pause, restMillis: 0 })
  await expect(endless).rejects.toThrow(RestlessError)
})

test('a batch waits for a pause to end, and goes back to its queue when that takes long', async () => {
  await tables.pause.begin()
  expect(await merge(change(1))).toBe(false)
  const waiting = merge(change(1))
  await tables.pause.end()
  expect(await waiting).toBe(true)
})

test('a pause that somebody left behind ends by itself, and one of a wrong clock never begins', async () => {
  const begun = (secondsAgo: number) => mergePause(tables.client, 'stats', 'test', () => Date.now() - 1000 * secondsAgo)
  await begun(28).begin()
  const from = performance.now()
  expect(await merge(change(1))).toBe(true)
  expect(performance.now() - from).toBeGreaterThan(1000)
  await begun(-3600).begin()
  expect(await merge(change(2))).toBe(true)
})
