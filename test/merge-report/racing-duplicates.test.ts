import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { ReportMessage, Told } from '../../functions/domain/message.ts'
import { isSamePlacement, placeReports } from '../../functions/domain/partition.ts'
import { mergeBatch } from '../../functions/merge-report/merge-batch.ts'
import { Random } from '../../rehearsal/random.ts'
import { startTables, type Tables } from '../support/tables.ts'
import { posted, told } from '../support/told.ts'

const LINES = 36
const WORKERS = 8

// Calls of one line, each told in several ways, once more than once, and twice so that it could be either of two.
const TELLINGS: Told[] = [
  told(),
  told(),
  told({ receivedAt: '2011-05-02T10:00' }),
  told({ receivedAt: '2011-05-02T10' }),
  told({ receivedAt: '2011-05-02' }),
  told({ callerId: '450-555-0148' }),
  told({ callerId: '450-555-01' }),
  told({ callerId: 'unknown', receivedAt: '2011-05-02T10:15' }),
  told({ callerId: undefined, receivedAt: undefined }),
  told({ receivedAt: '2011-05-02T22:03' }),
  told({ receivedAt: '2011-05-02T15:40' }),
  told({ receivedAt: '2011-05-02T15:45', callerId: '450-555-0164' }),
  told({ receivedAt: '2011-05-02T10:48' }),
  told({ callerId: '613-555-0182', receivedAt: '2011-05-02T19:10', kind: 'live' }, { words: { message: 'A rude man.' } }),
] // prettier-ignore

let tables: Tables
beforeAll(async () => {
  vi.spyOn(console, 'info').mockImplementation(() => {})
  tables = await startTables()
})
afterAll(() => tables.stop())

/** All tellings of all lines, ids and lines beginning with this letter, twice each as a queue may deliver them. */
function messages(lot: string): ReportMessage[] {
  const all = Array.from({ length: LINES }, (_, line) =>
    TELLINGS.map((telling, n) => ({
      ...posted(0, { told: telling }),
      id: `rpt_${lot}${String(line).padStart(12, '0')}${String((n * 5) % 14).padStart(13, '0')}`,
      messageId: `${lot}-${line}-${n}`,
      line: `t1.${lot}${line}`,
    })),
  )
  return all.flat()
}

/** Workers that take batches of ten from one heap, as many at once as there are. */
async function race(reports: ReportMessage[], seed: string): Promise<void> {
  const random = new Random(seed)
  const heap = [...reports, ...reports].map((message) => ({ message, at: random.next() })).toSorted((a, b) => a.at - b.at) // prettier-ignore
  const work = async (): Promise<void> => {
    while (heap.length > 0) {
      const batch = heap.splice(0, 10).map(({ message }) => ({ messageId: message.id, body: JSON.stringify(message) }))
      expect(await mergeBatch(batch, { ...tables, event: 'test' })).toEqual([])
    }
  }
  await Promise.all(Array.from({ length: WORKERS }, work))
}

async function placesOf(lot: string): Promise<Record<string, unknown>> {
  const reporters = (await tables.reporters()).filter(({ key }) => key.slice(12).startsWith(lot))
  expect(reporters).toHaveLength(LINES)
  for (const { reports } of reporters) {
    const placed = placeReports(Object.entries(reports).map(([id, facts]) => ({ id, ...facts })))
    for (const [id, report] of Object.entries(reports)) expect(isSamePlacement(report, placed.get(id)!)).toBe(true)
  }
  const filed = reporters.flatMap(({ reports }) => Object.entries(reports).map(([id, { complaintId }]) => [id.slice(5), complaintId.slice(5)])) // prettier-ignore
  return Object.fromEntries(filed)
}

test(`${4 * LINES * TELLINGS.length} messages of ${2 * LINES} lines that race for it give the same complaints each time`, async () => {
  await race(messages('A'), 'one')
  await race(messages('B'), 'another')
  const [first, second] = [await placesOf('A'), await placesOf('B')]
  expect(second).toEqual(first)
  expect(new Set(Object.values(first)).size).toBe(LINES * 5)
})
