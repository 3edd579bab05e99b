import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countRecords } from '../../../functions/adapters/count-records.ts'
import { exactAnswer } from '../../../functions/adapters/exact-answer.ts'
import { listRows } from '../../../functions/domain/stats/list-rows.ts'
import type { StatsPage } from '../../../functions/domain/stats/page-of.ts'
import { UnavailableError } from '../../../functions/domain/rejected.ts'
import type { StatsTable } from '../../../functions/domain/stats-query.ts'
import { COLUMNS } from '../../../functions/domain/stats-row.ts'
import { mergeReport } from '../../../functions/merge-report/merge-report.ts'
import { tallyComplaints } from '../../../functions/tally-complaints/tally-complaints.ts'
import { startTables, type Tables } from '../../support/tables.ts'
import { posted, told, withdrawn } from '../../support/told.ts'

const CALLS = [
  { line: 't1.a' },
  { line: 't1.a', told: told({ receivedAt: '2011-05-02T10:15' }) },
  {
    line: 't1.b',
    told: told({ kind: 'live', callerId: 'private', receivedAt: '2011-05-01' }, { riding: 'Vancouver South' }),
  },
  { line: null, told: told({ callerId: '450 555 0147', receivedAt: '2011-05' }, { riding: 'somewhere' }) },
  { line: 't1.c', told: told({ election: 'provincial', receivedAt: '2011-05-02T23:59' }) },
]

const NOBODY = {
  endpoint: 'http://127.0.0.1:9',
  region: 'local',
  credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
}

let tables: Tables
beforeAll(async () => {
  tables = await startTables()
  for (const [n, call] of CALLS.entries()) await mergeReport(posted(n + 1, call), tables)
  await tallyComplaints(await tables.reporters(), { counts: tables.counts, now: () => new Date(0) })
})
afterAll(() => tables.stop())

function ask(table: StatsTable, parameters: Record<string, string> = {}): Promise<StatsPage> {
  return listRows(table, parameters, tables)
}

test('the summary has the three counts, and those of each election', async () => {
  expect((await ask('summary')).rows).toEqual([
    { election: 'all', reports: 5, reporters: 4, complaints: 4, anonymousShare: 0.25 },
    { election: 'federal', reports: 4, reporters: 3, complaints: 3, anonymousShare: 0.3333 },
    { election: 'provincial', reports: 1, reporters: 1, complaints: 1, anonymousShare: 0 },
  ])
})

test('an empty deployment answers zero, not nothing', async () => {
  const empty = { records: { get: async () => undefined, list: async function* () {} } }
  expect((await listRows('summary', {}, empty)).rows).toEqual([
    { election: 'all', reports: 0, reporters: 0, complaints: 0, anonymousShare: null },
  ])
})

test('the summary of a kind, of a province, and of a span of days, where reporters cannot be added up', async () => {
  expect((await ask('summary', { kind: 'live' })).rows).toMatchObject([{ reports: 1, reporters: 1, complaints: 1 }])
  expect((await ask('summary', { province: 'ON' })).rows).toMatchObject([{ reports: 2, reporters: 1, complaints: 1 }])
  expect((await ask('summary', { from: '2011-05-01', to: '2011-05-02' })).rows).toMatchObject([{ reports: 4, reporters: null, complaints: 3 }]) // prettier-ignore
})

test('each riding is a row with its names, its counts, and its first and last call', async () => {
  const { rows } = await ask('ridings')
  expect(rows).toMatchObject([
    { riding: { id: 'ocd-division/country:ca/ed:35027', order: '2003', name: { en: 'Guelph', fr: 'Guelph' }, province: 'ON' }, reports: 2, complaints: 1, firstCall: '2011-05', lastCall: '2011-05' }, // prettier-ignore
    { riding: { name: { fr: 'Vancouver-Sud' } }, reports: 1 },
    { riding: { id: 'unresolved' }, reports: 1, anonymousShare: 1, firstCall: null },
  ])
})

test.each([
  [{ province: 'BC' }, 1],
  [{ riding: 'ocd-division/country:ca/ed:35027' }, 1],
  [{ riding: 'unresolved' }, 1],
  [{ representationOrder: '2023' }, 0],
  [{ kind: 'live' }, 1],
])('ridings can be asked by %o', async (parameters, rows) => {
  expect((await ask('ridings', parameters)).rows).toHaveLength(rows)
})

test('each caller ID is a row, withheld numbers are one', async () => {
  const { rows } = await ask('caller-ids')
  expect(rows.map(({ callerId, reports }) => [callerId, reports])).toEqual([
    [{ kind: 'number', e164: '+14505550146' }, 3],
    [{ kind: 'number', e164: '+14505550147' }, 1],
    [{ kind: 'withheld' }, 1],
  ])
})

test('the timeline by call goes by the written clock, and ends with what is undated', async () => {
  const periods = ({ rows }: StatsPage) => rows.map(({ period, reports }) => `${String(period)} ${reports}`)
  expect(periods(await ask('timeline'))).toEqual(['2011-05-01 1', '2011-05-02 3', 'undated 1'])
  expect(periods(await ask('timeline', { interval: 'hour' }))).toEqual([
    '2011-05-02T10 2',
    '2011-05-02T23 1',
    'undated 2',
  ])
  expect(periods(await ask('timeline', { from: '2011-05-02', to: '2011-05-02' }))).toEqual(['2011-05-02 3'])
  expect(periods(await ask('timeline', { by: 'received', interval: 'hour' }))).toEqual(['2026-05-01T12 5'])
  expect(periods(await ask('timeline', { riding: 'ocd-division/country:ca/ed:35027' }))).toEqual(['2011-05-02 2'])
  expect(periods(await ask('timeline', { province: 'BC', interval: 'hour' }))).toEqual(['undated 1'])
})

test('the days of one number have three counts, and so has what was before and after a first public mention', async () => {
  const callerId = '+14505550146'
  const month = { period: '2011-05', reports: 3, reporters: 2, complaints: 2, anonymousShare: 0 }
  const undated = { period: 'undated', reports: 1, reporters: null, complaints: 1, anonymousShare: null }
  expect((await ask('timeline', { callerId })).rows).toEqual([month])
  expect((await ask('timeline', { callerId: '14505550147' })).rows).toEqual([undated])
  expect((await ask('timeline', { callerId: '+14505550199' })).rows).toEqual([])
  const sides = async (asked: Record<string, string>) =>
    (await ask('timeline', asked)).rows.map(({ period, reports, complaints }) => [period, reports, complaints])
  expect(await sides({ mention: '2011-05-02' })).toEqual([['before', 1, 1], ['after', 3, 2], ['undated', 1, 1]]) // prettier-ignore
  expect(await sides({ mention: '2026-05-02', by: 'received' })).toEqual([['before', 5, 4], ['after', 0, 0], ['undated', 0, 0]]) // prettier-ignore
  expect(await sides({ mention: '2011-05-02', callerId })).toEqual([['before', 0, 0], ['after', 0, 0], ['undated', 3, 2]]) // prettier-ignore
  expect(await sides({ mention: '2012-02-23', callerId })).toEqual([['before', 3, 2], ['after', 0, 0], ['undated', 0, 0]]) // prettier-ignore
})

test('a row for each door, then one for each source that its reports name', async () => {
  const own = await startTables()
  const office = told({}, { door: 'import', source: 'Bureau de circonscription — Québec' })
  const calls = [{ line: 't1.a' }, { told: office, line: 't1.a' }, { told: office, line: null }, { told: told({}, { source: 'Example News' }), line: null }] // prettier-ignore
  for (const [n, call] of calls.entries()) await mergeReport(posted(n + 1, call), own)
  await tallyComplaints(await own.reporters(), { counts: own.counts, now: () => new Date(0) })
  const all = { reports: 2, reporters: 2, complaints: 2, anonymousShare: 0.5 }
  const rows = [
    { door: 'import', source: null, ...all },
    { door: 'web', source: null, ...all },
    { door: 'import', source: 'Bureau de circonscription — Québec', ...all },
    { door: 'web', source: 'Example News', reports: 1, reporters: 1, complaints: 1, anonymousShare: 1 },
  ]
  const page = async (parameters: Record<string, string>) => await listRows('sources', parameters, { records: own.records }) // prettier-ignore
  // The first report of t1.a and the imported one are the same call: it counts where the first one came from.
  const expected = rows.map((row) => (row.door === 'import' ? { ...row, complaints: 1 } : row))
  expect((await page({})).rows).toEqual(expected)
  const seen: unknown[] = []
  for (let after: string | undefined = ''; after !== undefined;) {
    const { rows: some, next } = await page({ limit: '1', ...(after ? { after } : {}) })
    seen.push(...some)
    after = next
  }
  expect(seen).toEqual(expected)
  await mergeReport(withdrawn(4), own)
  await tallyComplaints(await own.reporters(), { counts: own.counts, now: () => new Date(0) })
  expect((await page({})).rows.filter(({ source }) => source)).toEqual([expected[2]])
  expect(JSON.stringify(await own.items('stats'))).not.toContain('Example')
  await own.stop()
})

test('pages visit each row once', async () => {
  const seen: unknown[] = []
  let after: string | undefined
  do {
    const page: StatsPage = await ask('caller-ids', { limit: '1', ...(after ? { after } : {}) })
    seen.push(...page.rows.map(({ callerId }) => callerId))
    after = page.next
  } while (after)
  expect(seen).toHaveLength(3)
  expect(new Set(seen.map((callerId) => JSON.stringify(callerId))).size).toBe(3)
})

test.each([
  ['summary', { interval: 'day' }, 'unknown-field'],
  ['summary', { from: '2011-05-02', to: '2011-05-01' }, 'not-a-span'],
  ['summary', { from: '2011-05-02', kind: 'live' }, 'not-combinable'],
  ['timeline', { province: 'ON', riding: 'unresolved' }, 'not-combinable'],
  ['timeline', { interval: 'week' }, 'not-an-option'],
  ['timeline', { callerId: '+14505550146', by: 'received' }, 'not-combinable'],
  ['timeline', { callerId: '+14505550146', interval: 'hour' }, 'not-combinable'],
  ['timeline', { script: 'scr_00000000000000000000000000', province: 'ON' }, 'not-combinable'],
  ['timeline', { callerId: 'withheld' }, 'not-a-phone-number'],
  ['timeline', { mention: '2012-02' }, 'not-a-date'],
  ['timeline', { from: '2011-02-31' }, 'not-a-date'],
  ['ridings', { riding: 'Guelph' }, 'not-a-riding-id'],
  ['timeline', { riding: 'Guelph', province: 'ON' }, 'not-a-riding-id'],
  ['summary', { from: '2011-05-32', to: '2011-05-01' }, 'not-a-date'],
  ['ridings', { limit: '0' }, 'out-of-range'],
  ['ridings', { limit: '1001' }, 'out-of-range'],
  ['ridings', { limit: 'ten' }, 'out-of-range'],
  ['caller-ids', { after: '\u{10FFFF}' }, 'not-an-option'],
  ['caller-ids', { __proto__x: '1' }, 'unknown-field'],
] as const)('%s refuses %o', async (table, parameters, code) => {
  await expect(ask(table, parameters as unknown as Record<string, string>)).rejects.toMatchObject({
    errors: [{ code }],
  })
})

test.each([
  ['summary', { kind: 'robot' }, ['recorded', 'live', 'text', 'unsure']],
  ['timeline', { interval: 'week' }, ['day', 'hour']],
  ['caller-ids', { riding: 'unresolved' }, ['limit', 'after', 'format', 'templated', 'kind']],
] as const)('%s, asked for %o, says what is allowed', async (table, parameters, allowed) => {
  await expect(ask(table, parameters)).rejects.toMatchObject({ errors: [{ allowed }] })
})

function http(
  headers: Record<string, string>,
  queryStringParameters: Record<string, string> = {},
): APIGatewayProxyEventV2 {
  return { rawPath: '/v1/exact/caller-ids', headers, queryStringParameters } as never
}

test('a table comes as CSV by the Accept header or by the query, and as JSON otherwise', async () => {
  const page = { meta: {}, name: 'table', rate: '500', columns: COLUMNS['caller-ids'], ...(await ask('caller-ids')) }
  const expected = 'callerId.kind,callerId.e164,callerId.shortCode,reports,reporters,complaints,anonymousShare,firstCall,lastCall\r\nnumber,+14505550146,,3,2,2,0,2011-05,2011-05\r\n' // prettier-ignore
  for (const event of [http({ accept: 'text/csv' }), http({ accept: 'application/json' }, { format: 'csv' })]) {
    expect(exactAnswer(event, page).body).toContain(expected)
  }
  expect(JSON.parse(exactAnswer(http({ accept: '*/*' }), page).body!)).toMatchObject({ rows: page.rows })
})

test('a text that a spreadsheet would run is disarmed', () => {
  const { body } = exactAnswer(http({ accept: 'text/csv' }), {
    meta: {},
    name: 'table',
    rate: '500',
    columns: ['name'],
    rows: [{ name: '=1+1' }, { name: '+14505550146' }, { name: ['+14505550146', '+14505550147'] }],
  })
  expect(body).toBe("name\r\n'=1+1\r\n+14505550146\r\n+14505550146 +14505550147\r\n")
})

test('half of a line end within a field ends no line', () => {
  const page = { meta: {}, name: 'table', rate: '500', columns: ['name'], rows: [{ name: 'a\nb' }, { name: 'c\rd' }] }
  expect(exactAnswer(http({ accept: 'text/csv' }), page).body).toBe('name\r\n"a\nb"\r\n"c\rd"\r\n')
})

test('the next page is linked with the filters of this one', () => {
  const { headers } = exactAnswer(http({}, { kind: 'live' }), {
    meta: {},
    name: 'table',
    rate: '500',
    columns: [],
    rows: [],
    next: 'CALLER#+14505550146',
  })
  expect(headers['link']).toBe('</v1/exact/caller-ids?kind=live&after=CALLER%23%2B14505550146>; rel="next"')
})

test('a table that does not answer is a reason to ask again, not a fault of ours', async () => {
  const records = countRecords(new DynamoDBClient({ ...NOBODY, maxAttempts: 1 }), 'stats', 'test')
  for (const table of ['summary', 'ridings'] as const) {
    await expect(listRows(table, {}, { records })).rejects.toThrow(UnavailableError)
  }
})

test('a CSV says in its headers whose it is, and where it is described', () => {
  const { headers } = exactAnswer(http({ accept: 'text/csv' }), {
    meta: {},
    name: 'invented-demo',
    rate: '500',
    columns: [],
    rows: [],
  })
  expect(headers['content-disposition']).toBe('inline; filename="invented-demo.csv"')
  expect(headers['link']).toContain('</v1/exact/caller-ids?format=json>; rel="describedby"')
})
