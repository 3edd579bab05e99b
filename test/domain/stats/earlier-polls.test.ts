import { afterAll, beforeAll, expect, test } from 'vitest'
import { listRows } from '../../../functions/domain/stats/list-rows.ts'
import type { Told } from '../../../functions/domain/message.ts'
import type { StatsTable } from '../../../functions/domain/stats-query.ts'
import { mergeReport } from '../../../functions/merge-report/merge-report.ts'
import { tallyComplaints } from '../../../functions/tally-complaints/tally-complaints.ts'
import { recount } from '../../../operate/recount.ts'
import { isClean } from '../../../operate/standing-differences.ts'
import { startTables, type Tables } from '../../support/tables.ts'
import { posted, told, withdrawn } from '../../support/told.ts'

const MOVED = 'Your polling place has been moved to the Old Mill Arena because of turnout.'
const RUDE = 'A rude volunteer woke us at 2 am and swore at my husband about his candidate.'

type Person = { message: string; poll?: Told['earlierPoll']; age?: string; caller?: string; riding?: string }

const [OPPONENT, SUPPORTER, NO] = [
  { received: 'yes', how: 'live', askedBy: 'national-party', preference: 'opponent', receivedOn: '2011-04-20' },
  { received: 'yes', how: 'recorded', preference: 'supporter', receivedOn: '2011-05' },
  { received: 'no' },
]

const PEOPLE: Person[] = [
  { message: MOVED, poll: OPPONENT, age: '65-plus' },
  { message: MOVED, poll: OPPONENT, age: '65-plus', riding: 'Vancouver South' },
  { message: MOVED, poll: OPPONENT },
  { message: MOVED, poll: NO, age: '45-54' },
  { message: MOVED, poll: {} },
  { message: MOVED },
  { message: RUDE, poll: OPPONENT, age: '18-24', caller: '514 555 0148' },
  { message: RUDE, poll: SUPPORTER, age: '45-54', caller: '514 555 0148' },
  { message: RUDE, poll: NO, caller: '514 555 0148' },
  { message: RUDE, poll: { received: 'unsure' }, caller: '514 555 0148' },
  { message: RUDE, caller: '514 555 0148' },
]

let tables: Tables
beforeAll(async () => {
  tables = await startTables()
  for (const [n, { message, poll, age, caller = '450 555 0146', riding = 'Guelph' }] of PEOPLE.entries()) {
    const report = told({ callerId: caller }, { words: { message }, earlierPoll: poll, ageBand: age, riding })
    await mergeReport(posted(n + 1, { told: report, line: `t1.${n}` }), tables)
  }
  await tables.group()
  await tally()
})
afterAll(() => tables.stop())

async function tally(): Promise<void> {
  await tallyComplaints(await tables.reporters(), { counts: tables.counts, now: () => new Date(0) })
}

async function rows(table: StatsTable, asked: Record<string, string> = {}, named: Record<string, string> = {}) {
  return (await listRows(table, asked, tables, named)).rows as Record<string, unknown>[]
}

async function scriptIds(): Promise<string[]> {
  const scripts = await rows('scripts')
  return scripts.toSorted((a, b) => Number(b['complaints']) - Number(a['complaints'])).map(({ script }) => (script as { id: string }).id) // prettier-ignore
}

test('each age band has a row, those who do not tell another one; the share is of those who do', async () => {
  const found = await rows('ages')
  expect(found.map(({ ageBand, complaints, share }) => [ageBand, complaints, share])).toEqual([
    ['under-14', 0, 0],
    ['14-17', 0, 0],
    ['18-24', 1, 0.2],
    ['25-34', 0, 0],
    ['35-44', 0, 0],
    ['45-54', 2, 0.4],
    ['55-64', 0, 0],
    ['65-plus', 2, 0.4],
    ['not-told', 6, null],
  ])
  expect(found[7]).toEqual({ ageBand: '65-plus', reports: 2, reporters: 2, complaints: 2, anonymousShare: 0, share: 0.4 }) // prettier-ignore
  expect((await rows('ages', { province: 'BC' })).filter(({ reports }) => reports)).toMatchObject([{ ageBand: '65-plus', reports: 1, share: 1 }]) // prettier-ignore
})

test('of a script ages have three counts', async () => {
  const [moved = ''] = await scriptIds()
  const told = (await rows('ages', { script: moved })).filter(({ reports }) => reports)
  expect(told).toEqual([
    { ageBand: '45-54', reports: 1, reporters: 1, complaints: 1, anonymousShare: null, share: 0.3333 },
    { ageBand: '65-plus', reports: 2, reporters: 2, complaints: 2, anonymousShare: null, share: 0.6667 },
    { ageBand: 'not-told', reports: 3, reporters: 3, complaints: 3, anonymousShare: null, share: null },
  ])
})

test('not asked, not answered and no are three answers, and shares are of those who were asked', async () => {
  const found = await rows('earlier-polls')
  const received = found.filter(({ group, question }) => group === 'misdirected' && question === 'received')
  expect(received.map(({ answer, complaints, of, share }) => [answer, complaints, of, share])).toEqual([
    ['yes', 3, 5, 0.6],
    ['no', 1, 5, 0.2],
    ['unsure', 0, 5, 0],
    ['not-answered', 1, 5, 0.2],
    ['not-asked', 1, null, null],
  ])
  expect(received[0]).toMatchObject({ reports: 3, reporters: 3, anonymousShare: 0, low: 0.1466, high: 0.9473 })
  expect(found.filter(({ group }) => group === 'others').filter(({ complaints }) => complaints)).toMatchObject([
    { question: 'received', answer: 'yes', complaints: 2, of: 4 },
    { question: 'received', answer: 'no', complaints: 1 },
    { question: 'received', answer: 'unsure', complaints: 1 },
    { question: 'received', answer: 'not-asked', complaints: 1, of: null },
    { question: 'how', answer: 'recorded', complaints: 1, of: 2 },
    { question: 'how', answer: 'live', complaints: 1 },
    { question: 'askedBy', answer: 'national-party', complaints: 1, of: 2 },
    { question: 'askedBy', answer: 'not-answered', complaints: 1 },
    { question: 'preference', answer: 'supporter', complaints: 1, of: 2 },
    { question: 'preference', answer: 'opponent', complaints: 1 },
    { question: 'daysBefore', answer: '8-14', complaints: 1, of: 2 },
    { question: 'daysBefore', answer: 'not-answered', complaints: 1 },
  ])
})

test('each comparison has its table of reporters, its odds ratio and the exact interval', async () => {
  expect(await rows('odds-ratios')).toEqual([
    { comparison: 'polled', misdirected: { exposed: 3, unexposed: 1 }, others: { exposed: 2, unexposed: 1 }, oddsRatio: 1.414, low: 0.01278, high: 156.5 }, // prettier-ignore
    { comparison: 'polled-opponent', misdirected: { exposed: 3, unexposed: 1 }, others: { exposed: 1, unexposed: 2 }, oddsRatio: 4.449, low: 0.113, high: 469.5 }, // prettier-ignore
    { comparison: 'opponent-among-polled', misdirected: { exposed: 3, unexposed: 0 }, others: { exposed: 1, unexposed: 1 }, oddsRatio: null, low: 0.03846, high: null }, // prettier-ignore
  ])
})

test('a script is put beside all complaints outside of it: its ridings, earlier polls and ages, each with an interval', async () => {
  const [moved = ''] = await scriptIds()
  const found = await rows('list-source', {}, { id: moved })
  const row = (measure: string, value: string | null) =>
    found.find((one) => one['measure'] === measure && one['value'] === value)
  expect(row('ridings', null)).toMatchObject({ count: 2 })
  expect(row('received', 'yes')).toEqual({
    measure: 'received',
    value: 'yes',
    count: null,
    script: { complaints: 3, of: 5, share: 0.6, low: 0.1466, high: 0.9473 },
    others: { complaints: 2, of: 4, share: 0.5, low: 0.0676, high: 0.9324 },
  })
  expect(row('askedBy', 'national-party')).toMatchObject({ script: { complaints: 3, of: 3 }, others: { complaints: 1, of: 2 } }) // prettier-ignore
  expect(row('ageBand', '65-plus')).toMatchObject({ script: { complaints: 2, of: 3, share: 0.6667 }, others: { complaints: 0, of: 2, share: 0 } }) // prettier-ignore
})

test('scripts of a province have its counts; those that nobody there told of are left out', async () => {
  const [moved = '', rude = ''] = await scriptIds()
  const countsIn = async (province: string) => Object.fromEntries((await rows('scripts', { province, atLeast: '1' })).map(({ script, reports, reporters, complaints, anonymousShare }) => [(script as { id: string }).id, [reports, reporters, complaints, anonymousShare]])) // prettier-ignore
  expect(await countsIn('ON')).toEqual({ [moved]: [5, 5, 5, null], [rude]: [5, 5, 5, null] })
  expect(await countsIn('BC')).toEqual({ [moved]: [1, 1, 1, null] })
  expect(await rows('scripts', { province: 'BC' })).toEqual([])
})

test('a number has its ridings, scripts and hours; what is no number and what nobody reported is unknown', async () => {
  const [row] = await rows('caller-id', {}, { e164: '+14505550146' })
  expect(row).toMatchObject({
    callerId: { kind: 'number', e164: '+14505550146' },
    reports: 6,
    reporters: 6,
    complaints: 6,
    firstCall: '2011-05',
    ridings: ['ocd-division/country:ca/ed:35027', 'ocd-division/country:ca/ed:59034'],
    scripts: (await scriptIds()).slice(0, 1),
    hours: { '09': { reports: 0, reporters: 0, complaints: 0 }, '10': { reports: 6, reporters: 6, complaints: 6 } },
  })
  for (const e164 of ['+14505550199', 'withheld', '+1450555014x', ''])
    await expect(rows('caller-id', {}, { e164 })).rejects.toMatchObject({ problem: 'unknown-caller-id' })
  for (const id of ['scr_00000000000000000000000000', 'x', ''])
    await expect(rows('list-source', {}, { id })).rejects.toMatchObject({ problem: 'unknown-script' })
})

test('the timeline of a script has its days', async () => {
  const [script = ''] = await scriptIds()
  expect(await rows('timeline', { script })).toEqual([{ period: '2011-05', reports: 6, reporters: 6, complaints: 6, anonymousShare: null }]) // prettier-ignore
})

test.each([
  ['ages', { province: 'ON', script: 'scr_00000000000000000000000000' }, ['not-combinable']],
  ['ages', { province: 'Ontario', script: 'scr_1', limit: '5' }, ['not-an-option', 'not-a-script-id', 'unknown-field']],
  ['earlier-polls', { script: 'x', templated: 'no' }, ['not-an-option', 'unknown-field']],
  ['odds-ratios', { after: 'x' }, ['unknown-field']],
  ['caller-id', { e164: '+14505550146' }, ['unknown-field']],
  ['list-source', { format: 'xml' }, ['not-an-option']],
] as const)('%s refuses %o with all that is wrong', async (table, asked, codes) => {
  const error: unknown = await rows(table, asked as unknown as Record<string, string>).catch(
    (thrown: unknown) => thrown,
  )
  expect((error as { errors: { code: string }[] }).errors.map(({ code }) => code)).toEqual(codes)
})

test('a recount agrees, repairs a cell of any of them, and withdrawing all leaves none', async () => {
  expect(isClean(await recount(tables.stack, { repair: false, pauseMillis: 20 }))).toBe(true)
  const { counts } = tables
  const off = { reports: 1, reporters: 1, complaints: 1, anonymous: 0 }
  const cells = ['summary|ALL|age=45-54', 'polls|misdirected|how=live', 'polls|reporters|person=others/no', 'caller-ids|CALLER#+14505550146|hour=10'] // prettier-ignore
  await counts.fold({ entries: [], delta: new Map(cells.map((key) => [key, off])) }, new Date(0))
  const { miscounted } = await recount(tables.stack, { repair: false, pauseMillis: 20 })
  expect(miscounted.map(({ key }) => key).toSorted()).toEqual(cells.toSorted())
  expect(isClean(await recount(tables.stack, { repair: true, pauseMillis: 20 }))).toBe(true)
  for (const n of PEOPLE.keys()) await mergeReport(withdrawn(n + 1), tables)
  await tally()
  await tables.group()
  expect(await tables.items('stats')).toEqual([])
})
