import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { pageOf } from '../../../functions/domain/stats/page-of.ts'
import type { CountRecord } from '../../../functions/domain/stats-row.ts'

const names = Array.from({ length: 40 }, (_, n) => `r${n}`)
const rowOf = ({ record }: CountRecord) => ({ record, reports: 1 })

async function* records(): AsyncGenerator<CountRecord> {
  for (const record of names) yield { record, counters: {} }
}

test('what must be asked for each row is asked for several at a time, for one more than the page holds, and stays in order', async () => {
  let [atOnce, most, asked] = [0, 0, 0]
  const page = await pageOf(records(), { limit: 25 }, async (record) => {
    asked += 1
    most = Math.max(most, (atOnce += 1))
    await sleep((names.length - asked) % 7)
    atOnce -= 1
    return [rowOf(record)]
  })
  expect(page).toEqual({ rows: names.slice(0, 25).map((record) => ({ record, reports: 1 })), next: 'r24' })
  expect({ most, asked }).toEqual({ most: 10, asked: 26 })
})

test('records that give no row are passed over, and those that give several are not parted', async () => {
  const rowsOf = (record: CountRecord) => (Number(record.record.slice(1)) % 4 === 0 ? Array.from({ length: 3 }, () => rowOf(record)) : []) // prettier-ignore
  const { rows, next } = await pageOf(records(), { limit: 7 }, rowsOf)
  expect(rows.map(({ record }) => record)).toEqual(['r0', 'r0', 'r0', 'r4', 'r4', 'r4'])
  expect(next).toBe('r7')
})
