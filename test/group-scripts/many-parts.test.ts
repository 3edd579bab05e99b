import { UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { toItem } from '../../functions/adapters/dynamodb.ts'
import { listRows } from '../../functions/domain/stats/list-rows.ts'
import { recordOfScript } from '../../functions/domain/stats/script-pieces.ts'
import { Random } from '../../rehearsal/random.ts'
import { startTables, type Tables } from '../support/tables.ts'

let tables: Tables
beforeEach(async () => {
  await tables?.stop()
  tables = await startTables()
})
afterAll(() => tables.stop())

/** So many scripts of one complaint each, from the greatest name to the smallest. */
async function counted(length: number): Promise<string[]> {
  const names = Array.from({ length }, (_, i) => `scr_${String(length - i).padStart(26, '0')}`)
  for (const script of names) {
    const Key = toItem({ pk: 'test|scripts', sk: script })
    const values = toItem({ ':one': 1 })
    await tables.client.send(new UpdateItemCommand({ TableName: 'stats', Key, UpdateExpression: 'ADD reports :one, reporters :one, complaints :one', ExpressionAttributeValues: values })) // prettier-ignore
  }
  return names
}

/** What readers ask the table for, by collection. */
function counting(records: Tables['records']) {
  let steps = 0
  const get: typeof records.get = async (...asked) => {
    steps += 1
    return await records.get(...asked)
  }
  return { records: { ...records, get }, steps: () => steps }
}

const putTogether = (part: string, whole: string) => tables.groupingPorts.scriptCounts.putTogether(part, whole)
const rows = async (parameters = {}) => (await listRows('scripts', { atLeast: '1', ...parameters }, tables)).rows

test('scripts that are joined one to the next, always the last, are found within a few steps from whichever of them', async () => {
  const names = await counted(100)
  const last = names.at(-1)!
  for (const [i, name] of names.slice(0, -1).entries()) await putTogether(name, names[i + 1]!)
  for (const name of names) {
    const { records, steps } = counting(tables.records)
    expect((await recordOfScript(name, records))?.record).toBe(last)
    expect(steps()).toBeLessThan(10)
  }
  for (const parameters of [{}, { script: names[0]! }])
    expect(await rows(parameters)).toMatchObject([{ script: { id: last }, reports: 100, complaints: 100 }])
  const sizes = (await tables.items('stats')).map((item) => JSON.stringify(item).length)
  expect(Math.max(...sizes)).toBeLessThan(300)
})

test('scripts that are joined in any order, and many at once, are one, called by the smallest name', async () => {
  const names = await counted(24)
  const random = new Random('joined')
  const pairs = names.slice(1).map((name, i): [string, string] => [names[random.between(0, i)]!, name])
  await Promise.all(pairs.map(([part, whole]) => putTogether(part, whole)))
  await Promise.all(pairs.map(([part, whole]) => putTogether(part, whole)))
  expect(await rows()).toMatchObject([{ script: { id: names.at(-1) }, complaints: 24 }])
  for (const name of names) expect((await recordOfScript(name, tables.records))?.record).toBe(names.at(-1))
})

test('a script in which nothing is counted any more still leads to the one that it is part of', async () => {
  const [part = '', whole = ''] = await counted(2)
  await putTogether(part, whole)
  const Key = toItem({ pk: 'test|scripts', sk: whole })
  await tables.client.send(new UpdateItemCommand({ TableName: 'stats', Key, UpdateExpression: 'SET reports = :none, complaints = :none', ExpressionAttributeValues: toItem({ ':none': 0 }) })) // prettier-ignore
  await tables.counts.dropEmpty([`scripts|${part}`, `scripts|${whole}`])
  expect(await rows()).toMatchObject([{ script: { id: whole }, complaints: 1 }])
})
