import { DeleteItemCommand, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { toItem } from '../../functions/adapters/dynamodb.ts'
import { type Contribution, difference, NONE } from '../../functions/domain/contribution.ts'
import { mergeReport } from '../../functions/merge-report/merge-report.ts'
import { tallyComplaints } from '../../functions/tally-complaints/tally-complaints.ts'
import { compareCounts } from '../../operate/compare-counts.ts'
import { recount } from '../../operate/recount.ts'
import { isClean } from '../../operate/standing-differences.ts'
import { startTables, type Tables } from '../support/tables.ts'
import { OTHER_TOKEN, posted, reportId, TOKEN, told, withdrawn } from '../support/told.ts'

let tables: Tables
beforeEach(async () => {
  tables = await startTables()
  for (const message of [posted(1), posted(2), posted(3, { line: OTHER_TOKEN }), posted(4, { line: null })]) {
    await mergeReport(message, tables)
  }
  await tally()
})
afterEach(() => tables.stop())

async function tally(): Promise<void> {
  await tallyComplaints(await tables.reporters(), { counts: tables.counts, now: () => new Date(0) })
  await tables.group()
}

async function change(table: string, key: object, expression: string, value: unknown): Promise<void> {
  const [name, update] = expression.split(' ')
  await tables.client.send(
    new UpdateItemCommand({
      TableName: table,
      Key: toItem(key),
      UpdateExpression: `SET #n = ${update ?? ':v'}`,
      ExpressionAttributeNames: { '#n': name! },
      ExpressionAttributeValues: toItem({ ':v': value }),
    }),
  )
}

test('counts that are right show no difference', async () => {
  expect(isClean(await recount(tables.stack, { repair: false, pauseMillis: 20 }))).toBe(true)
})

test('the lists of a line are no reports and no reporters: whatever they hold, they make no difference', async () => {
  const list = { pk: `BEYOND#${TOKEN}#0`, v: 1, event: 'test', ids: new Set([reportId(1), reportId(999)]), told: {} }
  await tables.client.send(new PutItemCommand({ TableName: 'complaints', Item: toItem(list) }))
  expect(isClean(await recount(tables.stack, { repair: false, pauseMillis: 20 }))).toBe(true)
})

test('a counter that is off is named, and repaired', async () => {
  await change('stats', { pk: 'test|summary', sk: 'ALL' }, 'complaints', 40_000)
  const { miscounted } = await recount(tables.stack, { repair: false, pauseMillis: 20 })
  expect(miscounted).toMatchObject([{ key: 'summary|ALL|', off: { complaints: 40_000 - 3 } }])
  expect(isClean(await recount(tables.stack, { repair: true, pauseMillis: 20 }))).toBe(true)
  expect((await tables.records.get('summary', 'ALL'))?.counters).toMatchObject({
    reports: 4,
    reporters: 3,
    complaints: 3,
  })
})

test('a record that was lost, and one that counts nobody, are repaired', async () => {
  await tables.client.send(
    new DeleteItemCommand({ TableName: 'stats', Key: toItem({ pk: 'test|caller-ids', sk: 'CALLER#+14505550146' }) }),
  )
  await tables.client.send(
    new PutItemCommand({
      TableName: 'stats',
      Item: toItem({ pk: 'test|caller-ids', sk: 'CALLER#+14505550147', v: 1, reports: 2, reporters: 1, complaints: 1 }),
    }),
  )
  expect(isClean(await recount(tables.stack, { repair: true, pauseMillis: 20 }))).toBe(true)
  expect((await tables.records.get('caller-ids', 'CALLER#+14505550146'))).toMatchObject({ counters: { reports: 4 }, normal: { e164: '+14505550146' } }) // prettier-ignore
  expect(await tables.records.get('caller-ids', 'CALLER#+14505550147')).toBeUndefined()
})

test('a stream record that never came is found and repaired, and folding it later changes nothing', async () => {
  await mergeReport(posted(5, { line: 't1.new' }), tables)
  expect((await compareCounts(tables.stack)).unfolded).toHaveLength(1)
  expect(isClean(await recount(tables.stack, { repair: true, pauseMillis: 20 }))).toBe(true)
  await tally()
  expect(isClean(await recount(tables.stack, { repair: false, pauseMillis: 20 }))).toBe(true)
  expect((await tables.records.get('summary', 'ALL'))?.counters).toMatchObject({
    reports: 5,
    reporters: 4,
    complaints: 4,
  })
})

test('a ledger entry that says what was not folded is repaired', async () => {
  await change('ledger', { pk: `REPORTER#${TOKEN}` }, 'cells', {})
  expect(isClean(await recount(tables.stack, { repair: false, pauseMillis: 20 }))).toBe(false)
  expect(isClean(await recount(tables.stack, { repair: true, pauseMillis: 20 }))).toBe(true)
})

test('a report that nobody counts, and a complaint that was not formed, are named', async () => {
  await change('complaints', { pk: reportId(1) }, 'filedUnder', 'REPORTER#t1.nobody')
  const reporters = await tables.reporters()
  const twice = reporters.find(({ key }) => key === `REPORTER#${TOKEN}`)!
  const reports = { ...twice.reports, [reportId(2)]: { ...twice.reports[reportId(2)], complaintId: 'cmp_other' } }
  await change('complaints', { pk: twice.key }, 'reports', reports)
  const { misfiled, misgrouped } = await recount(tables.stack, { repair: false, pauseMillis: 20 })
  expect(misfiled).toContain(reportId(1))
  expect(misgrouped).toEqual([twice.key])
})

test('a reporter that cannot be read is named, and what was counted of it stays', async () => {
  await change('complaints', { pk: `REPORTER#${TOKEN}` }, 'version', 'none')
  const { unreadable, unfolded, miscounted } = await recount(tables.stack, { repair: true, pauseMillis: 20 })
  expect({ unreadable, unfolded, miscounted }).toEqual({
    unreadable: [`REPORTER#${TOKEN}`],
    unfolded: [],
    miscounted: [],
  })
  expect((await tables.records.get('summary', 'ALL'))?.counters).toMatchObject({ reports: 4, reporters: 3 })
})

test('what is folded while a repair reads is not taken back', async () => {
  let isDone = false
  const readers = ['complaints', 'ledger']
  tables.client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const result = await next(args)
        const { TableName } = args.input as { TableName?: string }
        if (isDone || commandName !== 'ScanCommand' || !readers.includes(TableName ?? '')) return result
        isDone = true
        await mergeReport(posted(6), tables)
        await tally()
        return result
      },
    { step: 'initialize', name: 'meanwhile' },
  )
  await recount(tables.stack, { repair: true, pauseMillis: 20 })
  expect(isDone).toBe(true)
  expect(isClean(await recount(tables.stack, { repair: false, pauseMillis: 20 }))).toBe(true)
  expect((await tables.records.get('summary', 'ALL'))?.counters).toMatchObject({ reports: 5 })
})

/** As counts were kept before the days, hours and scripts of numbers had three, scripts had them by province, day and poll, and ridings were divided by door. */
function asBefore(cells: Contribution): Contribution {
  return new Map([...cells].flatMap(([key, count]) => {
    if (/^ridings\|.*\|(templated:)?door=/.test(key)) return []
    if (/^(hours|caller-script-meetings)\|/.test(key)) return []
    if (/^caller-(scripts\||ids\|.*\|(templated:)?(day|hour)=)/.test(key)) return [[key, { ...NONE, reports: count.reports }] as const]
    if (/^scripts\|.*\|(templated:)?(province|day)=/.test(key)) return [[key, { ...NONE, reports: count.reports }] as const]
    return [[key, /^scripts\|.*\|(templated:)?(how|by|answer)=/.test(key) ? { ...count, reporters: 0 } : count] as const]
  })) // prettier-ignore
}

test('counts that were kept before these cells were there are filled, and come off again', async () => {
  const earlierPoll = { received: 'yes', how: 'live', askedBy: 'pollster', preference: 'opponent' } as const
  for (const n of [5, 6]) await mergeReport(posted(n, { line: `t1.polled${n}`, told: told({ receivedAt: '2026-04-30T10:00' }, { earlierPoll }) }), tables) // prettier-ignore
  await tally()
  const right = await tables.items('stats')
  for (const counts of [tables.counts, tables.groupingPorts.counts]) {
    const now = [...(await counts.readLedger((await tables.reporters()).map(({ key }) => key))).values()]
    for (const entry of now) {
      const cells = asBefore(entry.cells)
      await counts.fold({ entries: [{ ...entry, revision: entry.revision + 1, cells }], delta: difference(entry.cells, cells) }, new Date(0)) // prettier-ignore
    }
  }
  const countersOf = (items: Record<string, unknown>[]) => items.map((item) => Object.fromEntries(Object.entries(item).filter(([name, n]) => n !== 0 && name !== 'foldedAt'))) // prettier-ignore
  expect(countersOf(await tables.items('stats'))).not.toEqual(countersOf(right))
  expect(isClean(await recount(tables.stack, { repair: true, pauseMillis: 20 }))).toBe(true)
  expect(countersOf(await tables.items('stats'))).toEqual(countersOf(right))
  for (const n of [1, 2, 3, 4, 5, 6]) await mergeReport(withdrawn(n), tables)
  await tally()
  expect(await tables.items('stats')).toEqual([])
})
