import { afterAll, beforeEach, expect, test } from 'vitest'
import type { ReportMessage } from '../../functions/domain/message.ts'
import { listRows } from '../../functions/domain/stats/list-rows.ts'
import { groupScripts } from '../../functions/group-scripts/group-scripts.ts'
import { mergeReport } from '../../functions/merge-report/merge-report.ts'
import { tallyComplaints } from '../../functions/tally-complaints/tally-complaints.ts'
import { recount } from '../../operate/recount.ts'
import { isClean } from '../../operate/standing-differences.ts'
import { Random } from '../../rehearsal/random.ts'
import { startTables, type Tables } from '../support/tables.ts'
import { posted, told, withdrawn } from '../support/told.ts'

let tables: Tables
beforeEach(async () => {
  await tables?.stop()
  tables = await startTables()
})
afterAll(() => tables.stop())

const SONG = 'Somebody sang seven verses about green tractors and purple elephants before hanging up rather abruptly'

/** A person of its own pastes the song, so many minutes after noon. */
function pastes(n: number, minutes: number): ReportMessage {
  const acceptedAt = new Date(Date.parse('2026-05-01T12:00:00Z') + minutes * 60_000).toISOString()
  const bare = { callerId: undefined, receivedAt: undefined }
  return posted(n, { line: `t1.${n}`, acceptedAt, told: told(bare, { words: { message: SONG } }) })
}

/** Merged, and grouped as the stream brings it: whoever changed, alone. */
async function bring(message: ReportMessage): Promise<void> {
  await mergeReport(message, tables)
  const isTheirs = ({ key }: { key: string }) => key.endsWith(`.${Number(message.id.slice(4))}`)
  await groupScripts((await tables.reporters()).filter(isTheirs), tables.groupingPorts)
}

/** Reports, and how many of them are marked. */
async function marked(): Promise<unknown> {
  const [row] = (await listRows('scripts', { atLeast: '1' }, tables)).rows
  return [row?.reports, (row?.['templated'] as { reports: number } | undefined)?.reports]
}

async function recounted(repair = false) {
  await tallyComplaints(await tables.reporters(), { counts: tables.counts, now: () => new Date(0) })
  return await recount(tables.stack, { repair, pauseMillis: 20 })
}

test('when one of ten who paste a text takes it back, it is no template, and the nine are marked no more', async () => {
  for (let n = 1; n <= 10; n += 1) await bring(pastes(n, n))
  expect(await marked()).toEqual([10, 10])
  await bring(withdrawn(4))
  expect(await marked()).toEqual([9, 0])
  expect(isClean(await recounted())).toBe(true)
})

test('when another pastes it at the moment in which one of ten takes it back, it stays a template, and all are marked', async () => {
  for (let n = 1; n <= 10; n += 1) await bring(pastes(n, n))
  await mergeReport(withdrawn(4), tables)
  let isFirst = true
  const saveText: typeof tables.scripts.saveText = async (text) => {
    if (isFirst) {
      isFirst = false
      await bring(pastes(11, 11))
    }
    await tables.scripts.saveText(text)
  }
  const fourth = (await tables.reporters()).filter(({ key }) => key.endsWith('.4'))
  await groupScripts(fourth, { ...tables.groupingPorts, scripts: { ...tables.scripts, saveText } })
  expect(await marked()).toEqual([10, 10])
})

test.each(['a', 'b', 'c', 'd'])(
  'in whatever order copies come and are taken back, also at once, those are marked that counting anew would mark: %s',
  async (seed) => {
    // prettier-ignore
    const random = new Random(seed)
    // Sixteen within eight hours: a template, or none, as it happens.
    const copies = Array.from({ length: 16 }, (_, n) => pastes(n + 1, random.between(0, 480)))
    const gone = copies.filter(() => random.chance(0.3)).map((_, n) => n + 1)
    const lanes = Map.groupBy(copies, () => random.between(1, 3))
    await Promise.all(
      [...lanes.values()].map(async (lane) => {
        for (const message of lane) {
          await bring(message)
          const n = Number(message.id.slice(4))
          if (gone.includes(n)) await bring(withdrawn(n))
        }
      }),
    )
    const { unmarked, ungrouped } = await recounted()
    expect({ unmarked, ungrouped }).toEqual({ unmarked: [], ungrouped: [] })
  },
)

test('copies that come days late are marked, however many came since', async () => {
  for (let n = 1; n <= 25; n += 1) await bring(pastes(n, 5_000 + 60 * n))
  for (let n = 31; n <= 40; n += 1) await bring(pastes(n, n))
  expect(await marked()).toEqual([35, 10])
  expect(isClean(await recounted())).toBe(true)
})

test('of a wave too large to be noted whole, what most took back is found by recounting, and marked no more', async () => {
  for (let n = 1; n <= 30; n += 1) await mergeReport(pastes(n, n), tables)
  await tables.group()
  expect(await marked()).toEqual([30, 30])
  for (let n = 1; n <= 25; n += 1) await bring(withdrawn(n))
  expect((await recounted()).unmarked).toHaveLength(1)
  expect(isClean(await recounted(true))).toBe(true)
  expect(await marked()).toEqual([5, 0])
})
