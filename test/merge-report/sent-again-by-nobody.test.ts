import { afterAll, beforeAll, expect, test } from 'vitest'
import { addCounts, contribution, NONE } from '../../functions/domain/contribution.ts'
import type { ReportMessage } from '../../functions/domain/message.ts'
import { mergeReport } from '../../functions/merge-report/merge-report.ts'
import { showReport } from '../../functions/show-report/show-report.ts'
import { startTables, type Tables } from '../support/tables.ts'
import { amended, posted, reportId, told, withdrawn } from '../support/told.ts'

let tables: Tables
beforeAll(async () => {
  tables = await startTables()
})
afterAll(() => tables.stop())

const WORDS_ALONE = told({ callerId: undefined, receivedAt: undefined })
const nobody = (n: number, marker: string | undefined, message: Partial<ReportMessage> = {}) =>
  posted(n, { line: null, marker, told: WORDS_ALONE, ...message })

async function merge(...messages: ReportMessage[]): Promise<void> {
  for (const message of messages) await mergeReport(message, tables)
}

const shown = async (n: number) => (await showReport(reportId(n), tables)) as Record<string, unknown>
const reportersOf = async (...ids: number[]) =>
  (await tables.reporters()).filter(({ reports }) => ids.some((n) => reportId(n) in reports)).map(({ key }) => key)

test('a report without a line that is sent again is one complaint of one reporter', async () => {
  await merge(nobody(100, 'a1.same'), nobody(101, 'a1.same'))
  expect(await shown(100)).toMatchObject({ status: 'counted', reporter: { lineKnown: false } })
  expect(await shown(101)).toMatchObject({ status: 'merged', match: { with: reportId(100) } })
  expect(await reportersOf(100, 101)).toEqual(['REPORTER#a1.same'])
})

test('other words, another place or another day make another reporter, and nothing is compared between them', async () => {
  await merge(nobody(110, 'a1.one'), nobody(111, 'a1.other'), nobody(112, undefined))
  for (const n of [110, 111, 112]) expect(await shown(n)).toMatchObject({ status: 'counted' })
  expect(await reportersOf(112)).toEqual([`REPORTER#${reportId(112)}`])
})

test('many copies that are merged at once are one complaint; those beyond the third count as reports, as copies do', async () => {
  const copies = Array.from({ length: 20 }, (_, n) => nobody(120 + n, 'a1.many'))
  await Promise.all(copies.map(async (copy) => await mergeReport(copy, tables)))
  const reporters = (await tables.reporters()).filter(({ key }) => key.startsWith('REPORTER#a1.many'))
  const total = reporters
    .map((reporter) => contribution(reporter).get('summary|ALL|') ?? NONE)
    .reduce((sum, count) => addCounts(sum, count))
  expect(total).toEqual({ reports: 20, reporters: 1, complaints: 1, anonymous: 1 })
  expect(reporters.map(({ reports }) => Object.keys(reports).length).toSorted((a, b) => b - a).slice(0, 2)).toEqual([3, 1]) // prettier-ignore
})

test('one of two copies that is amended to another call, to a line, or withdrawn leaves the other as it was', async () => {
  const other = { told: told({ callerId: '613-555-0182' }, { words: { message: 'A rude man wanted money.' } }) }
  await merge(nobody(150, 'a1.amended'), nobody(151, 'a1.amended'), amended(151, { line: null, ...other }))
  expect([await shown(150), await shown(151)]).toMatchObject([{ status: 'counted' }, { status: 'counted' }])
  expect(await reportersOf(150, 151)).toEqual(['REPORTER#a1.amended'])

  await merge(nobody(160, 'a1.named'), nobody(161, 'a1.named'), amended(161, { line: 't1.named', told: WORDS_ALONE }))
  expect([await shown(160), await shown(161)]).toMatchObject([{ status: 'counted' }, { status: 'counted' }])
  expect((await reportersOf(160, 161)).toSorted()).toEqual(['REPORTER#a1.named', 'REPORTER#t1.named'])

  await merge(nobody(170, 'a1.gone'), nobody(171, 'a1.gone'), withdrawn(170))
  expect([await shown(170), await shown(171)]).toMatchObject([{ status: 'withdrawn' }, { status: 'counted' }])
})

test('the same POST that comes again from elsewhere is the same report, in any order', async () => {
  await merge(nobody(180, 'a1.x'), nobody(180, 'a1.y'))
  await merge(nobody(181, 'a1.y'), nobody(181, 'a1.x'))
  expect(await reportersOf(180, 181)).toEqual(['REPORTER#a1.x'])
  expect(await shown(181)).toMatchObject({ status: 'merged' })
})
