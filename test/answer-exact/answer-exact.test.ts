import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AuditEntry } from '../../functions/adapters/audit-trail.ts'
import { answerExact } from '../../functions/answer-exact/answer-exact.ts'
import type { Limits } from '../../functions/domain/limits.ts'
import { UnavailableError } from '../../functions/domain/rejected.ts'
import type { StatsTable } from '../../functions/domain/stats-query.ts'
import { describeExact } from '../../functions/domain/stats/describe-table.ts'
import { listRows } from '../../functions/domain/stats/list-rows.ts'
import { mergeReport } from '../../functions/merge-report/merge-report.ts'
import { tallyComplaints } from '../../functions/tally-complaints/tally-complaints.ts'
import { startTables, type Tables } from '../support/tables.ts'
import { posted, told } from '../support/told.ts'

const NUMBER = { e164: '+14505550146' }
const ONTARIO: Limits = { provinces: ['ON'], ridings: [] }

let tables: Tables
let script = ''
beforeAll(async () => {
  tables = await startTables()
  for (const [n, riding] of ['Guelph', 'Guelph', 'Vancouver South'].entries())
    await mergeReport(posted(n + 1, { told: told({}, { riding, ageBand: '45-54' }), line: `t1.${n}` }), tables)
  await tables.group()
  await tallyComplaints(await tables.reporters(), { counts: tables.counts, now: () => new Date(0) })
  script = ((await listRows('scripts', {}, tables)).rows[0]!['script'] as { id: string }).id
})
afterAll(() => tables.stop())

type Asked = { parameters?: Record<string, string>; named?: Record<string, string>; limits?: Limits }

async function ask(table: StatsTable, { parameters = {}, named, limits }: Asked = {}) {
  const entries: AuditEntry[] = []
  const trail = { put: async (entry: AuditEntry) => void entries.push(entry) }
  const request = { analyst: { sub: 's', name: null, limits }, table, parameters, named, purpose: 'to test', requestId: 'r' } // prettier-ignore
  const answer = answerExact(request, { records: tables.records, trail, now: () => new Date(0) })
  const problem = await answer.then(() => null, ({ problem }: { problem: string }) => problem) // prettier-ignore
  return { rows: problem === null ? (await answer).rows : null, problem, entries }
}

test('one number, the source of a list, and earlier polls are what the raw counts hold; whom it was about is on record', async () => {
  for (const [table, named] of [
    ['caller-id', NUMBER],
    ['list-source', { id: script }],
    ['earlier-polls', {}],
    ['odds-ratios', {}],
    ['ages', {}],
  ] as const) {
    const { rows, entries } = await ask(table, { parameters: { templated: 'with' }, named })
    expect(rows).toEqual((await listRows(table, {}, tables, named)).rows)
    expect(entries).toMatchObject([
      { query: { table, parameters: { ...named, templated: 'with' } }, rows: rows!.length },
    ])
  }
})

test('of scripts in a province the three counts are of it, all else of the whole script, and meta says so', async () => {
  const [[row], [whole]] = [
    (await ask('scripts', { parameters: { province: 'ON' } })).rows!,
    (await ask('scripts')).rows!,
  ]
  const { reports, reporters, complaints, anonymousShare, ...others } = row!
  expect(anonymousShare).toBeNull()
  expect([reports, reporters, complaints, whole!['reports']]).toEqual([2, 2, 2, 3])
  expect(whole).toMatchObject(others)
  const meta = describeExact('scripts', { event: 'ca-ge-test', isInvented: true, asOf: null })
  expect(meta).toMatchObject({ province: expect.stringMatching(/counts? .*of that province.* of the whole script/) })
})

test('who is limited to a province sees its ages and its days around a first mention', async () => {
  const ages = await ask('ages', { limits: ONTARIO })
  expect(ages.rows!.filter(({ reports }) => reports)).toMatchObject([{ ageBand: '45-54', reports: 2, share: 1 }])
  expect(ages.entries).toMatchObject([{ query: { table: 'ages', parameters: { province: 'ON' } } }])
  const days = await ask('timeline', { parameters: { mention: '2012-02-23' }, limits: ONTARIO })
  expect(days.rows).toMatchObject([{ period: 'before', reports: 2 }, { reports: 0 }, { reports: 0 }])
})

test('what is of the whole country is refused within limits, and so is asking whether it is there; that it was asked goes on record', async () => {
  const asked: [StatsTable, Asked][] = [
    ['caller-id', { named: NUMBER }],
    ['caller-id', { named: { e164: '+14505550199' } }],
    ['list-source', { named: { id: script } }],
    ['earlier-polls', {}],
    ['odds-ratios', {}],
    ['ages', { parameters: { script } }],
    ['timeline', { parameters: { script } }],
    ['timeline', { parameters: { callerId: NUMBER.e164 } }],
  ]
  for (const [table, one] of asked)
    expect(await ask(table, { ...one, limits: ONTARIO })).toMatchObject({
      rows: null,
      problem: 'outside-limits',
      entries: [
        { query: { table, parameters: { ...one.named, ...one.parameters } }, outcome: 'outside-limits', rows: 0 },
      ],
    })
})

test('that nothing is counted of a number or a script is an answer, and on record as one of no rows', async () => {
  const number = await ask('caller-id', { named: { e164: '+14505550199' } })
  expect(number).toMatchObject({ problem: 'unknown-caller-id', entries: [{ query: { parameters: { e164: '+14505550199' } }, outcome: 'unknown-caller-id', rows: 0 }] }) // prettier-ignore
  const unknown = await ask('list-source', { named: { id: 'scr_00000000000000000000000000' } })
  expect(unknown).toMatchObject({ problem: 'unknown-script', entries: [{ rows: 0 }] })
  expect(await ask('caller-id', { named: NUMBER, parameters: { e164: 'x' } })).toMatchObject({ problem: 'invalid-query', entries: [{ outcome: 'invalid-query', rows: 0 }] }) // prettier-ignore
})

test('while the trail cannot be written nobody is told whether a number is there', async () => {
  const trail = { put: () => Promise.reject(new UnavailableError('not now')) }
  const analyst = { sub: 's', name: null }
  for (const e164 of [NUMBER.e164, '+14505550199']) {
    const request = { analyst, table: 'caller-id' as const, parameters: {}, named: { e164 }, purpose: 'to test', requestId: 'r' } // prettier-ignore
    const answer = answerExact(request, { records: tables.records, trail, now: () => new Date(0) })
    await expect(answer).rejects.toBeInstanceOf(UnavailableError)
  }
})

test('while the trail cannot be written nobody is told that something was refused either', async () => {
  const trail = { put: () => Promise.reject(new UnavailableError('not now')) }
  const analyst = { sub: 's', name: null, limits: ONTARIO }
  const request = { analyst, table: 'scripts' as const, parameters: {}, purpose: 'to test', requestId: 'r' }
  const answer = answerExact(request, { records: tables.records, trail, now: () => new Date(0) })
  await expect(answer).rejects.toThrow(UnavailableError)
})
