import { afterEach, beforeEach, expect, test } from 'vitest'
import { scriptIds } from '../../functions/adapters/script-ids.ts'
import { groupScripts } from '../../functions/group-scripts/group-scripts.ts'
import { mergeReport } from '../../functions/merge-report/merge-report.ts'
import { tallyComplaints } from '../../functions/tally-complaints/tally-complaints.ts'
import { recount } from '../../operate/recount.ts'
import { isClean } from '../../operate/standing-differences.ts'
import { startTables, type Tables } from '../support/tables.ts'
import { posted, told } from '../support/told.ts'

let [tables, fresh]: Tables[] = []
beforeEach(async () => {
  ;[tables, fresh] = [await startTables(), await startTables()]
})
afterEach(async () => await Promise.all([tables!.stop(), fresh!.stop()]))

const MESSAGES = [
  'Press one on your keypad to vote by telephone',
  'Somebody sang seven verses about green tractors and purple elephants',
]

test('a secret that is lost is put in place of by another: recount counts all scripts under their new names, and leaves nothing of the old', async () => {
  const older = { quoted: tables!.grouping.quoted, idOf: scriptIds('the secret that was lost, long enough') }
  for (let n = 1; n <= 24; n += 1) {
    const line = `t1.${n}`
    const message = posted(n, {
      line,
      told: told({ callerId: `450-555-01${40 + (n % 3)}` }, { words: { message: MESSAGES[n % 2]! } }),
    })
    for (const those of [tables!, fresh!]) await mergeReport(message, those)
  }
  await groupScripts(await tables!.reporters(), { ...tables!.groupingPorts, grouping: older })
  await fresh!.group()
  for (const those of [tables!, fresh!])
    await tallyComplaints(await those.reporters(), { counts: those.counts, now: () => new Date(0) })
  const left = await recount(tables!.stack, { repair: true, pauseMillis: 20 })
  expect(isClean(left)).toBe(true)
  const scripts = async (those: Tables) => {
    const items = (await those.items('stats')).filter(({ pk }) => String(pk).includes('script'))
    return new Map(
      items.map(({ pk, sk, ...item }) => [`${String(pk)} ${String(sk)}`, { ...item, foldedAt: undefined }]),
    )
  }
  expect(await scripts(tables!)).toEqual(await scripts(fresh!))
  const kept = async (those: Tables) => (await those.items('scripts')).map(({ pk }) => pk).toSorted()
  expect(await kept(tables!)).toEqual(await kept(fresh!))
})
