import { afterAll, beforeAll, expect, test } from 'vitest'
import { exactTables, publicTables } from '../../bench/instruments/asked-tables.ts'
import { fillCounts } from '../../bench/instruments/fill-counts.ts'
import { type Election, nationalElection } from '../../bench/instruments/national-election.ts'
import { growthOf, type Used } from '../../bench/instruments/read-growth.ts'
import { listRows } from '../../functions/domain/stats/list-rows.ts'
import { STATS_PATHS } from '../../functions/domain/stats-query.ts'
import { startTables, type Tables } from '../support/tables.ts'

let tables: Tables
let election: Election
beforeAll(async () => {
  tables = await startTables()
  election = nationalElection(1_200)
  const { counts, groupingPorts } = tables
  await fillCounts(election, { counts, scripts: groupingPorts.scriptCounts, now: new Date(0) })
})
afterAll(() => tables.stop())

test('the table holds so many complaints, of everywhere and of all days of a campaign', async () => {
  const { rows } = await listRows('summary', {}, tables)
  expect(rows[0]).toMatchObject({ complaints: election.complaints })
  expect(election.complaints - 1_200).toBeLessThan(5)
  expect((await listRows('ridings', {}, tables)).rows.length).toBeGreaterThan(100)
  expect((await listRows('timeline', {}, tables)).rows.length).toBeGreaterThan(35)
})

test('the script of everywhere is one, in whatever records it lies', async () => {
  const { script, parts } = election.hot
  const [row] = (await listRows('scripts', { script: parts[2]! }, tables)).rows

  expect(row).toMatchObject({ script: { id: [script, ...parts].toSorted()[0] } })
  expect(row!.complaints).toBeGreaterThan(300)
})

test('numbers and scripts grow with the complaints', () => {
  const { callers, scripts } = nationalElection(3_600)
  expect(callers).toBeGreaterThan(2 * election.callers)
  expect(scripts).toBeGreaterThan(2 * election.scripts)
})

test('every table is asked for, exact and published', () => {
  for (const [base, asked] of [
    ['exact', exactTables(election.hot)],
    ['stats', publicTables(election.hot)],
  ] as const) {
    const paths = Object.values(asked).map((path) => path.replace(/\?.*/, '').replace(election.hot.caller, '{e164}').replace(election.hot.script, '{id}')) // prettier-ignore
    expect(new Set(paths)).toEqual(new Set(Object.values(STATS_PATHS).map((path) => `/v1/${base}/${path}`)))
  }
})

test('a page that is not full is compared by its rows, a whole table by all of it, and both by the counters read', () => {
  const used = (units: number, rows: number): Used => ({ units, rows, cells: 4 * units, objects: 0, objectsAgain: 0 })
  const fewer = { 'exact sources': used(2, 10), 'exact ridings': used(2, 10), 'stats ridings': used(0, 10) }
  const more = { 'exact sources': used(20.5, 100), 'exact ridings': used(20.5, 100), 'stats ridings': used(0, 10) }
  expect(growthOf(fewer, more)).toEqual([
    { path: 'exact sources', kind: 'pages, by row', times: 1, perCell: expect.closeTo(1, 1) },
    { path: 'exact ridings', kind: 'whole tables', times: 10, perCell: expect.closeTo(1, 1) },
  ])
})
