import { exactDoor } from '../support/exact-door.ts'
import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { toItem } from '../../functions/adapters/dynamodb.ts'
import { recount } from '../../operate/recount.ts'
import { redrive } from '../../operate/redrive.ts'
import { Random } from '../../rehearsal/random.ts'
import { readTotal } from '../../rehearsal/counted.ts'
import { changedAssembly, withReceives, withoutWindow } from '../support/changed-assembly.ts'
import { deadLetters, expectNoDifference, operated } from '../support/exactly-once.ts'
import { faultProxy } from '../support/fault-proxy.ts'
import { type FaultyStack, startFaultyStack } from '../support/faulty-stack.ts'
import { queued } from '../support/queued.ts'
import { reportClient } from '../support/report-client.ts'
import { messageBodyOf } from '../support/service-answers.ts'

const BATCH = 10
/** Of a person of its own, who says so in other words: two alike from one address would be one report, sent twice. */
const good = (n: number) => ({
  call: { callerId: '(450) 555-0146', message: `Your polling place has moved, said call ${n}.` },
})

let assembly: Awaited<ReturnType<typeof changedAssembly>>
let stack: FaultyStack
beforeAll(async () => {
  assembly = await changedAssembly((template) => {
    withReceives(3, template)
    withoutWindow(template)
  })
})
afterAll(() => assembly.remove())

/** What no merge-report of today can take, made of a message that it could. */
const POISONS: ((good: string) => string)[] = [
  (good) => good.slice(0, -1),
  (good) => JSON.stringify({ ...Object(JSON.parse(good)), v: 2 }),
  (good) => JSON.stringify({ ...Object(JSON.parse(good)), rank: 'first' }),
  (good) => JSON.stringify({ ...Object(JSON.parse(good)), event: 'another-event' }),
]

test('at each place of a batch, poison alone reaches the dead letters, and the others are counted', async () => {
  const faults = faultProxy(new Random('poison'))
  const polls = faults.inject({ faults: ['refused'], on: { caller: 'local-host', operation: 'ReceiveMessage' } })
  faults.inject({ faults: ['withheld'] })
  const messages: string[] = []
  faults.watch(({ operation, body }) => void (operation === 'SendMessage' && messages.push(messageBodyOf(body))))
  stack = await startFaultyStack({ assembly: assembly.directory, faults })
  const client = reportClient(stack.url)
  const reports = []
  for (let n = 0; n < BATCH * BATCH; n += 1) reports.push(await client.post(good(n)))

  const poison = messages.map((good, n) => Math.floor(n / BATCH) === n % BATCH && POISONS[n % POISONS.length]!(good))
  for (const [n, good] of messages.entries()) await queued(stack).put(poison[n] || good)
  polls.end()
  await stack.idle()
  expect(polls.total).toBeGreaterThan(0)
  const dead = await queued(stack).takeDead()
  expect(dead.toSorted()).toEqual(poison.filter((body) => body !== false).toSorted())
  for (const [n, report] of reports.entries())
    expect((await client.show(report)).status).toBe(poison[n] ? 'accepted' : 'counted')
  expect(await readTotal(await exactDoor(stack))).toMatchObject({ reports: BATCH * BATCH - BATCH })
  await expectNoDifference(stack)
  await stack.stop()
})

test('reports that died in a long outage are counted once they are redriven; poison dies again', async () => {
  stack = await startFaultyStack({ assembly: assembly.directory })
  const client = reportClient(stack.url)
  const outage = stack.faults.inject({ faults: ['refused'], on: { caller: 'merge-report' } })
  const reports = await Promise.all([client.post(good(1)), client.post(good(2))])
  await queued(stack).put('poison')
  await stack.idle()
  expect(outage.total).toBeGreaterThan(0)
  expect(await deadLetters(stack)).toEqual({ reports: 3, stream: 0 })

  outage.end()
  expect(await redrive(operated(stack))).toBe(3)
  await stack.idle()
  expect(await Promise.all(reports.map(async (report) => (await client.show(report)).status))).toEqual(['counted', 'counted']) // prettier-ignore
  expect(await queued(stack).takeDead()).toEqual(['poison'])
  expect(await readTotal(await exactDoor(stack))).toMatchObject({ reports: 2 })
  await expectNoDifference(stack)
  await stack.stop()
})

test('a stream record that cannot be read is set aside alone; all around it is counted, and recount names it', async () => {
  stack = await startFaultyStack({ assembly: assembly.directory, longestPause: 5 })
  const client = reportClient(stack.url)
  const reading = stack.faults.inject({ faults: ['refused'], on: { caller: 'local-host', operation: 'GetRecords' } })
  await Promise.all(Array.from({ length: 5 }, (_, n) => client.post(good(n))))
  const { dynamodb, outputs } = operated(stack)
  const Item = toItem({ pk: 'REPORTER#t1.poison', event: outputs.EventSlug, version: 'none' })
  await dynamodb.send(new PutItemCommand({ TableName: outputs.ComplaintTable, Item }))
  await Promise.all(Array.from({ length: 5 }, (_, n) => client.post(good(n + 5))))
  while ((await queued(stack).waiting()) > 0) await sleep(50)
  reading.end()
  await stack.idle()
  expect(reading.total).toBeGreaterThan(0)
  const [pointer, ...more] = await queued(stack).takeDeadPointers()
  expect(more).toEqual([])
  expect(JSON.parse(pointer!)).toMatchObject({ DDBStreamBatchInfo: { batchSize: 1 }, requestContext: { condition: 'RetryAttemptsExhausted' } }) // prettier-ignore
  expect(await readTotal(await exactDoor(stack))).toMatchObject({ reports: 10 })
  expect(await recount(operated(stack), { repair: false })).toMatchObject({ unreadable: ['REPORTER#t1.poison'], miscounted: [], unfolded: [] }) // prettier-ignore
  await stack.stop()
})
