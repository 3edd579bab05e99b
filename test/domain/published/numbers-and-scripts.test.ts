import { beforeAll, expect, test } from 'vitest'
import { addCounts, type Contribution, contribution, NONE } from '../../../functions/domain/contribution.ts'
import type { Row, Table } from '../../../functions/domain/dataset/table.ts'
import { exactCubeOf } from '../../../functions/domain/editions/exact-cube-of.ts'
import { publishedTables } from '../../../functions/domain/editions/published-rows.ts'
import type { Facts } from '../../../functions/domain/facts.ts'
import { protect } from '../../../functions/domain/protection/protect.ts'
import { publishedAnswer, readPublicQuery } from '../../../functions/domain/published/published-answer.ts'
import { newReporter, withReport } from '../../../functions/domain/reporter.ts'
import { scriptContribution } from '../../../functions/domain/scripts/templated-cells.ts'
import type { StatsTable } from '../../../functions/domain/stats-query.ts'
import { keyNamed } from '../../support/test-key.ts'
import { recordsIn } from '../../support/records-in.ts'

const [NUMBER, SCRIPT] = ['+14505550146', `scr_${'A'.repeat(26)}`]
/** By day, how many people were told the script by the number; then some who were told nothing of it. */
const PEOPLE = { '2026-04-27': 3, '2026-04-28': 30, '2026-04-29': 20, '2026-05-01': 1 }
const OTHERS = { '2026-04-27': 30, '2026-04-28': 40, '2026-04-29': 30, '2026-04-30': 30, '2026-05-01': 30 }

/** Every second call came at ten, every fourth at eleven, and of one in four the hour is not told. */
const HOURS = ['10:03', '11', '10', undefined]

let tables: Table[]
beforeAll(() => {
  const counts: Contribution = new Map()
  const add = (people: Record<string, number>, isTold: boolean) => {
    for (const [day, n] of Object.entries(people))
      for (let i = 0; i < n; i += 1) {
        const id = `rpt_${day}_${isTold}_${i}`
        const poll = i % 2 === 0 ? { received: 'yes', how: 'live', askedBy: 'pollster' } : { received: 'no' }
        const facts: Facts = { receivedAt: '2026-05-01T12:00:00.000Z', kind: 'text', election: 'federal', door: i % 3 === 0 ? 'sms' : 'web', riding: 'RIDING#ocd-division/country:ca/ed:35033-2023', day, ...(HOURS[i % 4] ? { time: HOURS[i % 4] } : {}), earlierPoll: poll, ...(isTold ? { caller: `CALLER#${NUMBER}` } : {}) } // prettier-ignore
        const reporter = withReport(newReporter(`REPORTER#${id}`, 'test'), id, facts)
        const grouped = isTold ? { [id]: { script: SCRIPT, reasons: [], isTemplated: false } } : {}
        for (const [key, count] of [...contribution(reporter), ...scriptContribution(reporter, grouped)])
          counts.set(key, addCounts(counts.get(key) ?? NONE, count))
      }
  }
  add(PEOPLE, true)
  add(OTHERS, false)
  const { exact } = exactCubeOf(
    { counts, scripts: recordsIn(counts, 'scripts') },
    { event: 'test', edition: 1, asOf: '2026-05-02T00:00:00Z', changes: [], isEnough: (_, n) => n >= 10 },
  )
  tables = publishedTables(protect(exact, { keyed: keyNamed('days') }).cube)
})

async function ask(table: StatsTable, asked: Record<string, string> = {}, named = {}): Promise<readonly Row[]> {
  const read = async (name: string) => tables.find((each) => each.name === name)!.rows
  return (await publishedAnswer(table, readPublicQuery(table, asked), { read, named })).rows
}

const SUPPRESSED = { reports: { suppressed: true }, reporters: { suppressed: true }, complaints: { suppressed: true } }

test.each([
  ['number', { callerId: NUMBER }],
  ['script', { script: SCRIPT }],
])('a %s has a row for each day that is listed, with three counts where enough people told of it', async (_, asked) => {
  const days = await ask('timeline', asked)
  expect(days.map(({ period }) => period)).toEqual(Object.keys(OTHERS))
  const [shown, hidden] = [days.slice(1, 3), [days[0]!, ...days.slice(3)]]
  for (const { period: _, ...counts } of hidden) expect(counts).toEqual(SUPPRESSED)
  for (const [n, { period: _, ...counts }] of shown.entries())
    for (const count of Object.values(counts)) expect(Math.abs(Number(count) - [30, 20][n]!)).toBeLessThanOrEqual(7)
  const [before, after, undated] = await ask('timeline', { ...asked, mention: '2026-04-29' })
  expect(before).toEqual({ period: 'before', reports: days[1]!['reports'], reporters: null, complaints: days[1]!['complaints'], daysNotShown: 1 }) // prettier-ignore
  expect(after).toMatchObject({ reports: days[2]!['reports'], daysNotShown: 2 })
  expect(undated).toMatchObject({ reports: null, daysNotShown: 0 })
})

test('the first and the last day of a number and of a script are of those that are shown', async () => {
  const days = { firstDayShown: '2026-04-28', lastDayShown: '2026-04-29' }
  expect(await ask('caller-id', {}, { e164: NUMBER })).toMatchObject([days])
  expect(await ask('scripts')).toMatchObject([days])
  const [number, prefix, ...more] = await ask('caller-ids')
  expect([number, prefix, more]).toMatchObject([{ 'callerId.e164': NUMBER, ...days }, { 'callerId.e164': null, firstDayShown: null }, []]) // prettier-ignore
})

test('a number that nobody told of has the days of one of which few told', async () => {
  const unknown = await ask('timeline', { callerId: '+14505550199' })
  expect(unknown.map(({ period, ...counts }) => [period, counts])).toEqual(Object.keys(OTHERS).map((day) => [day, SUPPRESSED])) // prettier-ignore
})

test('a number has its scripts, and three counts for each hour of the day; hours of which few or none told are suppressed', async () => {
  const [row = {}] = await ask('caller-id', {}, { e164: NUMBER })
  expect(row['scripts']).toBe(SCRIPT)
  for (const count of ['reports', 'reporters', 'complaints']) {
    // Of 54, in each group of days the first of four, and the third.
    expect(Math.abs(Number(row[`hours.10.${count}`]) - 28)).toBeLessThanOrEqual(7)
    expect(Math.abs(Number(row[`hours.11.${count}`]) - 13)).toBeLessThanOrEqual(7)
    expect([row[`hours.00.${count}`], row[`hours.23.${count}`]]).toEqual([SUPPRESSED.reports, SUPPRESSED.reports])
  }
  expect(Object.keys(row).filter((name) => name.startsWith('hours.'))).toHaveLength(72)
  const without = await ask('caller-id', { templated: 'without' }, { e164: NUMBER })
  expect(without[0]!['hours.10.reports']).toEqual(expect.any(Number))
})

test.each([
  ['scripts', { province: 'ON' }, 'script.id', SCRIPT],
  ['scripts', { callerId: NUMBER }, 'script.id', SCRIPT],
  ['caller-ids', { script: SCRIPT }, 'callerId.e164', NUMBER],
] as const)('%s with %o have the counts of these calls alone', async (table, asked, name, whom) => {
  const rows = await ask(table, asked)
  expect(rows).toMatchObject([{ [name]: whom, ridings: null, firstDayShown: null, lastDayShown: null }])
  for (const count of ['reports', 'reporters', 'complaints']) expect(Math.abs(Number(rows[0]![count]) - 54)).toBeLessThanOrEqual(7) // prettier-ignore
})

test('where few or none told of both, there is no row', async () => {
  expect(await ask('scripts', { province: 'QC' })).toEqual([])
  expect(await ask('scripts', { callerId: '+14505550199' })).toEqual([])
  expect(await ask('scripts', { province: 'ON', atLeast: '100' })).toEqual([])
  expect(await ask('scripts', { province: 'ON', script: `scr_${'B'.repeat(26)}` })).toEqual([])
  expect(await ask('caller-ids', { script: `scr_${'B'.repeat(26)}` })).toEqual([])
})

test.each(['4505550146', '(450) 555-0146', '1 450-555-0146', ' 14505550146'])(
  'a number is found as %j',
  async (callerId) => {
    expect(await ask('scripts', { callerId })).toEqual(await ask('scripts', { callerId: NUMBER }))
    expect(await ask('timeline', { callerId })).toEqual(await ask('timeline', { callerId: NUMBER }))
  },
)

test('a plus sign says of which country a number is, also where ten digits would be one of North America', async () => {
  expect(await ask('scripts', { callerId: '+4505550146' })).toEqual([])
})

test('ages of a message of which few or nobody told are suppressed, as they are of everyone', async () => {
  const bands = (await ask('ages')).map(({ ageBand }) => ageBand)
  const own = await ask('ages', { script: SCRIPT })
  expect(own.map(({ ageBand }) => ageBand)).toEqual(bands)
  expect(own.find(({ ageBand }) => ageBand === '18-24')).toMatchObject(SUPPRESSED)
  expect(await ask('ages', { script: `scr_${'B'.repeat(26)}` })).toEqual([])
  const compared = await ask('list-source', {}, { id: SCRIPT })
  const ages = compared.filter(({ measure }) => measure === 'ageBand')
  expect(ages.map((row) => row['script.complaints'])).toEqual(ages.map(() => SUPPRESSED.complaints))
})

test('a message is compared by how and by whom its people were polled, in shares of what is shown', async () => {
  const rows = await ask('list-source', {}, { id: SCRIPT })
  const of = (measure: string, value: string) => rows.find((row) => row['measure'] === measure && row['value'] === value)! // prettier-ignore
  for (const [measure, value] of [
    ['received', 'yes'],
    ['how', 'live'],
    ['askedBy', 'pollster'],
    ['preference', 'not-answered'],
  ] as const)
    // prettier-ignore
    expect(Math.abs(Number(of(measure, value)['script.complaints']) - 28)).toBeLessThanOrEqual(7)
  expect(of('how', 'live')).toMatchObject({ 'script.share': 1 })
  expect(of('received', 'yes')['script.low']).toBeLessThan(0.5)
})

test('a riding is divided by the door of its reports', async () => {
  const guelph = { riding: 'ocd-division/country:ca/ed:35033-2023' }
  const [web, sms, all] = await Promise.all([{ door: 'web' }, { door: 'sms' }, {}].map(async (asked) => await ask('ridings', { ...guelph, ...asked }))) // prettier-ignore
  expect([web, sms, all].map((rows) => rows!.length)).toEqual([1, 1, 1])
  const complaints = (rows: readonly Row[] | undefined) => Number(rows![0]!['complaints'])
  expect(Math.abs(complaints(web) + complaints(sms) - complaints(all))).toBeLessThanOrEqual(10)
  expect(complaints(web)).toBeGreaterThan(complaints(sms))
})
