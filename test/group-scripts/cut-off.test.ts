import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { countStore } from '../../functions/adapters/count-store.ts'
import { scriptCounts } from '../../functions/adapters/script-counts.ts'
import { scriptStore } from '../../functions/adapters/script-store.ts'
import type { Reporter } from '../../functions/domain/reporter.ts'
import { listRows } from '../../functions/domain/stats/list-rows.ts'
import { groupVersions } from '../../functions/group-scripts/group-versions.ts'
import { mergeReport } from '../../functions/merge-report/merge-report.ts'
import { startTables, type Tables } from '../support/tables.ts'
import { amended, posted, reportId, told, withdrawn } from '../support/told.ts'

let tables: Tables
let client: DynamoDBClient
/** Writes that are still done before the invocation ends. */
let left = Infinity
beforeEach(async () => {
  tables = await startTables()
  const { config } = tables.client
  client = new DynamoDBClient({ endpoint: await endpointOf(config), region: 'local', credentials: config.credentials })
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        if (/Put|Update|Delete|Write/.test(commandName) && left-- <= 0) throw new Error('the invocation has ended')
        return await next(args)
      },
    { step: 'initialize' },
  )
})
afterEach(async () => {
  client.destroy()
  await tables.stop()
})

async function endpointOf({ endpoint }: DynamoDBClient['config']): Promise<string> {
  const { protocol, hostname, port } = await endpoint!()
  return `${protocol}//${hostname}:${port}`
}

const SONG = 'Somebody sang seven verses about green tractors and purple elephants before hanging up rather abruptly'
const BRIDGES = 'A bored student asked about bridges, mayors, potholes, fountains and the colour of benches'
const bare = (message: string) => told({ callerId: undefined, receivedAt: undefined }, { words: { message } })
const says = (n: number, message: string) => posted(n, { line: `t1.${n}`, told: bare(message) })

async function reporter(n: number): Promise<Reporter[]> {
  return (await tables.reporters()).filter(({ key }) => key.endsWith(`.${n}`))
}

/** Groups with so many writes, and answers whether that was too few. */
async function cutOff(reporters: Reporter[], writes: number): Promise<boolean> {
  left = writes
  const ports = {
    ...tables.groupingPorts,
    scripts: scriptStore(client, 'scripts', 'test'),
    counts: countStore(client, { ledger: 'scripts', stats: 'stats' }, 'test'),
    scriptCounts: scriptCounts(client, 'stats', 'test'),
  }
  await groupVersions(reporters, [], ports).catch(() => {})
  return left < 0
}

/** What is kept of words, and what is counted of scripts, whatever they are called. */
async function state() {
  const kept = (await tables.items('scripts')).filter(({ pk }) => /^(BAND|TEXT)#/.test(String(pk)))
  const { rows } = await listRows('scripts', { atLeast: '1' }, tables)
  return {
    kept: new Map(kept.map(({ pk, ...item }) => [pk, { ...item, version: 0 }])),
    counted: rows.map((row) => ({ ...row, script: {} })),
  }
}

const LEAVES =
  'whatever write its grouping ended at, a complaint that is withdrawn meanwhile leaves nothing of its words'
const LEAVES_TOO =
  'whatever write its grouping ended at, a complaint that is told otherwise meanwhile leaves nothing of its words'

test.each([
  [LEAVES, []],
  [LEAVES_TOO, [BRIDGES]],
])('%s', async (_, others) => {
  await mergeReport(says(1, SONG), tables)
  await groupVersions(await reporter(1), [], tables.groupingPorts)
  const before = await state()
  for (let [writes, isCut] = [0, true]; isCut; writes += 1) {
    const n = 100 + writes
    await mergeReport(says(n, `${SONG} verse${n}`), tables)
    const superseded = await reporter(n)
    isCut = await cutOff(superseded, writes)
    for (const words of others) await mergeReport({ ...amended(n), told: bare(words) }, tables)
    if (others.length === 0) await mergeReport(withdrawn(n), tables)
    await groupVersions(await reporter(n), superseded, tables.groupingPorts)
    if (others.length > 0) await mergeReport(withdrawn(n), tables)
    await groupVersions(await reporter(n), [], tables.groupingPorts)
    expect([reportId(n), await state()]).toEqual([reportId(n), before])
    expect(writes).toBeLessThan(50)
  }
})

test('whatever write it ended at, the grouping of a withdrawal is ended when it is tried again, and leaves nothing of its words', async () => {
  await mergeReport(says(1, SONG), tables)
  await groupVersions(await reporter(1), [], tables.groupingPorts)
  const before = await state()
  for (let [writes, isCut] = [0, true]; isCut; writes += 1) {
    const n = 100 + writes
    await mergeReport(says(n, `${SONG} verse${n}`), tables)
    await groupVersions(await reporter(n), [], tables.groupingPorts)
    await mergeReport(withdrawn(n), tables)
    isCut = await cutOff(await reporter(n), writes)
    await groupVersions(await reporter(n), [], tables.groupingPorts)
    expect([writes, await state()]).toEqual([writes, before])
  }
})

test('whatever write it ended at, the grouping of a withdrawal that ends a template is ended when it is tried again', async () => {
  for (let [writes, isCut] = [0, true]; isCut; writes += 1) {
    const first = 100 * (writes + 1)
    const all = Array.from({ length: 10 }, (_, n) => first + n)
    for (const n of all) await mergeReport(says(n, `${BRIDGES} number${writes}`), tables)
    const news = (await tables.reporters()).filter(({ key }) => all.some((n) => key.endsWith(`.${n}`)))
    await groupVersions(news, [], tables.groupingPorts)
    await mergeReport(withdrawn(first), tables)
    isCut = await cutOff(await reporter(first), writes)
    await groupVersions(await reporter(first), [], tables.groupingPorts)
    const { rows } = await listRows('scripts', { templated: 'without' }, tables)
    expect([writes, rows.reduce((sum, { reports = 0 }) => sum + reports, 0)]).toEqual([writes, 9 * (writes + 1)])
  }
})
