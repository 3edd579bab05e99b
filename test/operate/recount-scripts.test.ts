import { DeleteItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { toItem } from '../../functions/adapters/dynamodb.ts'
import { listRows } from '../../functions/domain/stats/list-rows.ts'
import { groupScripts } from '../../functions/group-scripts/group-scripts.ts'
import { mergeReport } from '../../functions/merge-report/merge-report.ts'
import { tallyComplaints } from '../../functions/tally-complaints/tally-complaints.ts'
import { recount } from '../../operate/recount.ts'
import { isClean } from '../../operate/standing-differences.ts'
import { startTables, type Tables } from '../support/tables.ts'
import { posted, told, withdrawn } from '../support/told.ts'

const COMMON =
  'somebody sang seven verses green tractors purple elephants hanging abruptly bridges mayors potholes fountains'
const TEXTS = [
  `${COMMON} kettles lanterns meadows orchards pigeons quarries`,
  `${COMMON} ribbons saddles thimbles umbrellas violins walnuts`,
]
/** Like each of the two, which are not like each other. */
const BETWEEN = `${COMMON} kettles lanterns meadows ribbons saddles thimbles`
const says = (n: number, message: string) =>
  posted(n, { line: `t1.${n}`, told: told({ callerId: undefined, receivedAt: undefined }, { words: { message } }) }) // prettier-ignore

let tables: Tables
beforeEach(async () => {
  tables = await startTables()
  await merge(says(1, TEXTS[0]!), says(2, TEXTS[0]!), says(3, TEXTS[1]!), says(4, TEXTS[1]!))
  // One after the other, so that both count before they are joined.
  await merge(says(5, BETWEEN), says(6, BETWEEN))
})
afterEach(() => tables.stop())

async function merge(...messages: ReturnType<typeof says>[]): Promise<void> {
  for (const message of messages) await mergeReport(message, tables)
  await tallyComplaints(await tables.reporters(), { counts: tables.counts, now: () => new Date(0) })
  // Those who changed, as the stream brings them.
  const changed = new Set(messages.map(({ id }) => `.${Number(id.slice(4))}`))
  const reporters = await tables.reporters()
  const those = reporters.filter(({ key }) => changed.has(key.slice(key.lastIndexOf('.'))))
  await groupScripts(those, tables.groupingPorts)
}

const complaints = async () => (await listRows('scripts', {}, tables)).rows.map((row) => row.complaints)
const repaired = async () => isClean(await recount(tables.stack, { repair: true, pauseMillis: 20 }))

test('a record of a script that readers do not find is named, and listed again', async () => {
  expect(await complaints()).toEqual([6])
  const part = (await tables.items('stats')).find(({ partOf }) => partOf)!
  const key = { pk: 'test|scripts', sk: String(part['sk']) }
  await tables.client.send(new UpdateItemCommand({ TableName: 'stats', Key: toItem(key), UpdateExpression: 'REMOVE partOf' })) // prettier-ignore
  expect(await complaints()).not.toEqual([6])
  expect((await recount(tables.stack, { repair: false, pauseMillis: 20 })).unlisted).toHaveLength(1)
  expect(await repaired()).toBe(true)
  expect(await complaints()).toEqual([6])
})

test('nodes that were not joined are named, joined, and counted as one script', async () => {
  const nodes = (await tables.items('scripts')).filter(({ pk }) => String(pk).startsWith('scr_'))
  for (const { pk } of nodes) await tables.client.send(new DeleteItemCommand({ TableName: 'scripts', Key: toItem({ pk }) })) // prettier-ignore
  expect((await recount(tables.stack, { repair: false, pauseMillis: 20 })).apart.length).toBeGreaterThan(0)
  expect(await repaired()).toBe(true)
  expect(await complaints()).toEqual([6])
})

test('what nothing holds together any more is named and taken apart, and nobody is lost', async () => {
  await merge(withdrawn(5), withdrawn(6))
  expect(await complaints()).toEqual([4])
  expect((await recount(tables.stack, { repair: false, pauseMillis: 20 })).glued).toHaveLength(1)
  expect(await repaired()).toBe(true)
  expect(await complaints()).toEqual([2, 2])
})

test('a withdrawal that was never grouped is taken off, with what was kept of its words', async () => {
  await mergeReport(withdrawn(3), tables)
  await mergeReport(withdrawn(4), tables)
  await mergeReport(withdrawn(6), tables)
  await tallyComplaints(await tables.reporters(), { counts: tables.counts, now: () => new Date(0) })
  expect((await recount(tables.stack, { repair: false, pauseMillis: 20 })).ungrouped).toHaveLength(3)
  expect(await repaired()).toBe(true)
  expect(await complaints()).toEqual([3])
  expect((await tables.items('scripts')).filter(({ pk }) => String(pk).startsWith('TEXT#'))).toHaveLength(2)
})

/** What is kept of texts, by their ids. */
const keptTexts = async () => {
  const items = (await tables.items('scripts')).filter(({ pk }) => /^(BAND|TEXT)#/.test(String(pk)))
  const inBands = items.flatMap(({ texts = [] }) => (texts as { id: string }[]).map(({ id }) => id))
  return new Set([...inBands, ...items.map(({ pk }) => String(pk)).filter((pk) => pk.startsWith('TEXT#'))])
}

test('hashes of a text that was never grouped to its end, and that nobody tells any more, are named and cleared away', async () => {
  const before = await keptTexts()
  const saveText = async () => await Promise.reject(new Error('the invocation has ended'))
  for (const n of [7, 8]) {
    await mergeReport(says(n, `${TEXTS[n - 7]} on a rainy Sunday`), tables)
    const reporter = (await tables.reporters()).filter(({ key }) => key.endsWith(`.${n}`))
    const ports = { ...tables.groupingPorts, scripts: { ...tables.scripts, saveText } }
    await expect(groupScripts(reporter, ports)).rejects.toThrow('ended')
  }
  // Nobody tried again: the record lay with the dead letters.
  await merge(withdrawn(7))
  await tallyComplaints(await tables.reporters(), { counts: tables.counts, now: () => new Date(0) })
  const { untold, ungrouped } = await recount(tables.stack, { repair: false, pauseMillis: 20 })
  expect([untold.length, ungrouped.map(({ reporter }) => reporter?.key)]).toEqual([1, ['REPORTER#t1.8']])
  expect(await repaired()).toBe(true)
  // The other one is told still, and now saved.
  expect((await keptTexts()).size).toBe(before.size + 2)
})
