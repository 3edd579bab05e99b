import { afterAll, beforeEach, expect, test } from 'vitest'
import { contribution, type Count, NONE } from '../../functions/domain/contribution.ts'
import type { ReportMessage } from '../../functions/domain/message.ts'
import type { Reporter } from '../../functions/domain/reporter.ts'
import { mergeReport } from '../../functions/merge-report/merge-report.ts'
import { tallyComplaints } from '../../functions/tally-complaints/tally-complaints.ts'
import { recount } from '../../operate/recount.ts'
import { isClean } from '../../operate/standing-differences.ts'
import { meeting } from '../support/meeting.ts'
import { startTables, type Tables } from '../support/tables.ts'
import { OTHER_TOKEN, posted, told, withdrawn } from '../support/told.ts'
import { NORM_VERSION } from '../../functions/domain/normal-form.ts'

let tables: Tables
beforeEach(async () => {
  await tables?.stop()
  tables = await startTables()
})
afterAll(() => tables.stop())

const now = () => new Date('2026-05-02T00:00:00Z')

async function tally(): Promise<void> {
  await tallyComplaints(await tables.reporters(), { counts: tables.counts, now })
}

/** Many invocations, each of which has read the ledger before the first one writes. */
async function tallyAtOnce(reporters: Reporter[], invocations: number): Promise<void> {
  const met = meeting(invocations)
  const readLedger = async (keys: string[]) => {
    const entries = await tables.counts.readLedger(keys)
    await met()
    return entries
  }
  const counts = { ...tables.counts, readLedger }
  await Promise.all(Array.from({ length: invocations }, () => tallyComplaints(reporters, { counts, now })))
}

async function merge(...messages: ReportMessage[]): Promise<void> {
  for (const message of messages) await mergeReport(message, tables)
}

async function total(): Promise<Count> {
  const record = await tables.records.get('summary', 'ALL')
  return { ...NONE, ...Object.fromEntries(Object.keys(NONE).map((name) => [name, record?.counters[name] ?? 0])) }
}

test('reporters folded twice are counted once', async () => {
  await merge(posted(1), posted(2), posted(3, { line: OTHER_TOKEN }), posted(4, { line: null }))
  await tally()
  await tally()
  expect(await total()).toEqual({ reports: 4, reporters: 3, complaints: 3, anonymous: 1 })
})

test('an older version that comes late changes nothing', async () => {
  await merge(posted(1))
  const older = await tables.reporters()
  await merge(posted(2))
  await tally()
  await tallyComplaints(older, { counts: tables.counts, now })
  expect(await total()).toEqual({ reports: 2, reporters: 1, complaints: 1, anonymous: 0 })
})

test('many invocations that fold the same reporters at once count them once', async () => {
  await merge(...Array.from({ length: 20 }, (_, n) => posted(n + 1, { line: `t1.${n}` })))
  const reporters = await tables.reporters()
  await tallyAtOnce(reporters, 8)
  expect(await total()).toEqual({ reports: 20, reporters: 20, complaints: 20, anonymous: 0 })
  await tables.group()
  expect(isClean(await recount(tables.stack, { repair: false, pauseMillis: 20 }))).toBe(true)
})

test('three spellings of a number and two names of a riding make one record of each; withdrawing all leaves none', async () => {
  const tellings = [
    told({ callerId: '(450) 555-0146' }, { riding: 'Vancouver South' }),
    told({ callerId: '450.555.0146' }, { riding: 'Vancouver-Sud' }),
    told({ callerId: '+1 450 555 0146' }, { riding: 'Vancouver South' }),
  ]
  await merge(...tellings.map((each, n) => posted(n + 1, { told: each, line: `t1.${n}` })))
  await tally()
  const records = await tables.items('stats')
  expect(records.filter(({ pk }) => pk === 'test|caller-ids')).toMatchObject([
    {
      sk: 'CALLER#+14505550146',
      reports: 3,
      reporters: 3,
      complaints: 3,
      normVersion: NORM_VERSION,
      normal: { e164: '+14505550146' },
    },
  ])
  expect(records.filter(({ pk }) => pk === 'test|ridings')).toMatchObject([
    { reports: 3, normal: { name: { en: 'Vancouver South', fr: 'Vancouver-Sud' }, province: 'BC' } },
  ])
  await merge(withdrawn(1), withdrawn(2), withdrawn(3))
  await tally()
  expect(await tables.items('stats')).toEqual([])
})

test('a reporter of fifty calls, and all of them withdrawn, is folded in several transactions and adds up', async () => {
  const messages = Array.from({ length: 50 }, (_, n) =>
    posted(n + 1, {
      told: told({
        callerId: `450${230 + 11 * n}${1000 + 101 * n}`,
        receivedAt: `2011-04-${String(1 + (n % 30)).padStart(2, '0')}T${String(9 + ((n * 5) % 12)).padStart(2, '0')}:10`,
      }),
    }),
  )
  await merge(...messages)
  const [reporter] = await tables.reporters()
  expect(contribution(reporter!).size).toBeGreaterThan(100)
  await tally()
  expect(await total()).toEqual({ reports: 50, reporters: 1, complaints: 50, anonymous: 0 })
  await tables.group()
  expect(isClean(await recount(tables.stack, { repair: false, pauseMillis: 20 }))).toBe(true)
  await merge(...messages.map((_, n) => withdrawn(n + 1)))
  await tally()
  await tables.group()
  expect(await tables.items('stats')).toEqual([])
})

test('many invocations that fold the next version of the same reporters at once count it once', async () => {
  const lines = Array.from({ length: 10 }, (_, n) => `t1.${n}`)
  await merge(...lines.map((line, n) => posted(n + 1, { line })))
  await tally()
  await merge(...lines.map((line, n) => posted(n + 101, { line })))
  const reporters = await tables.reporters()
  await tallyAtOnce(reporters, 8)
  expect(await total()).toEqual({ reports: 20, reporters: 10, complaints: 10, anonymous: 0 })
  await tables.group()
  expect(isClean(await recount(tables.stack, { repair: false, pauseMillis: 20 }))).toBe(true)
})

test('a record from which one of two goes still counts the other', async () => {
  await merge(posted(1), posted(2, { line: OTHER_TOKEN }))
  await tally()
  await merge(withdrawn(1))
  await tally()
  expect((await tables.records.get('caller-ids', 'CALLER#+14505550146'))?.counters).toMatchObject({ reports: 1 })
  await tables.group()
  expect(isClean(await recount(tables.stack, { repair: false, pauseMillis: 20 }))).toBe(true)
})
