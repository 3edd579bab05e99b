import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { cellKey } from '../../functions/domain/contribution.ts'
import { listRows } from '../../functions/domain/stats/list-rows.ts'
import { startTables, type Tables } from '../support/tables.ts'

const NUMBERS = Array.from({ length: 60 }, (_, n) => `CALLER#+145055501${String(n).padStart(2, '0')}`)
const ONE = { reports: 1, reporters: 1, complaints: 1, anonymous: 0 }

let tables: Tables
/** How many records each query read. */
const reads: number[] = []

beforeAll(async () => {
  tables = await startTables()
  const cells = NUMBERS.map((record) => [cellKey({ collection: 'caller-ids', record, facet: '' }), ONE] as const)
  await tables.counts.fold({ entries: [], delta: new Map(cells) }, new Date(0))
  tables.client.middlewareStack.add((next) => async (args) => {
    const answer = await next(args)
    reads.push((answer.output as { ScannedCount?: number }).ScannedCount ?? 0)
    return answer
  })
})
beforeEach(() => reads.splice(0))
afterAll(() => tables.stop())

test('a page of few rows of many reads one record more than it shows, wherever it begins', async () => {
  const first = await listRows('caller-ids', { limit: '5' }, tables)
  const late = await listRows('caller-ids', { limit: '5', after: NUMBERS[39]! }, tables)
  expect([first.rows.length, late.rows.length, late.next]).toEqual([5, 5, NUMBERS[44]])
  expect(reads).toEqual([6, 6])
})

test('whoever looks further reads each record once, ever more at a time', async () => {
  const seen: string[] = []
  for await (const { record } of tables.records.list('caller-ids', { limit: 5 })) seen.push(record)
  expect(seen).toEqual(NUMBERS)
  expect(reads).toEqual([6, 12, 24, 18])
})
