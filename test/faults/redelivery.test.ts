import { exactDoor } from '../support/exact-door.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { readTotal } from '../../rehearsal/counted.ts'
import { changedAssembly, withoutWindow } from '../support/changed-assembly.ts'
import { expectWhole } from '../support/exactly-once.ts'
import { type FaultyStack, startFaultyStack } from '../support/faulty-stack.ts'
import { queued } from '../support/queued.ts'
import { type Accepted, reportClient } from '../support/report-client.ts'
import { messageBodyOf } from '../support/service-answers.ts'

let assembly: Awaited<ReturnType<typeof changedAssembly>>
let stack: FaultyStack
let client: ReturnType<typeof reportClient>
let queue: ReturnType<typeof queued>
/** The messages that the door has sent and the queue did not get, in their order. */
let withheld: string[] = []
/** Reports that were counted before the test. */
let before = 0

beforeAll(async () => {
  assembly = await changedAssembly(withoutWindow)
  stack = await startFaultyStack({ assembly: assembly.directory })
  ;[client, queue] = [reportClient(stack.url), queued(stack)]
  stack.faults.inject({ faults: ['withheld'], on: { caller: 'receive-report' } })
  stack.faults.watch(({ operation, caller, body }) => {
    if (caller === 'receive-report' && operation === 'SendMessage') withheld.push(messageBodyOf(body))
  })
})
beforeEach(async () => {
  withheld = []
  before = (await readTotal(await exactDoor(stack))).reports
})
afterAll(async () => {
  await stack.stop()
  assembly.remove()
})

const MOVED = { call: { callerId: '(450) 555-0146', message: 'Your polling place has moved.' }, riding: 'Guelph' }
const PRIVATE = { call: { callerId: 'private', message: 'A live voice.' }, riding: 'Laurier' }

/** Brings messages to the queue, each one merged and counted before the next. */
async function deliver(...messages: (string | undefined)[]): Promise<void> {
  for (const message of messages) {
    await queue.put(message!)
    await stack.idle()
  }
}

async function added(): Promise<number> {
  return (await readTotal(await exactDoor(stack))).reports - before
}

test('ten copies of each message, delivered at once, are one report', async () => {
  const reports = await Promise.all(
    [1, 2, 3].map((n) => client.post({ ...MOVED, reporter: { phone: `519-555-010${n}` } })),
  )
  expect(withheld).toHaveLength(3)
  const copies = Array.from({ length: 10 }, () => withheld).flat()
  await Promise.all(copies.map((message) => queue.put(message)))
  await stack.idle()
  expect(await added()).toBe(3)
  for (const report of reports) expect((await client.show(report)).status).toBe('counted')
  await expectWhole(stack)
})

test('a message that comes again when all is counted changes nothing', async () => {
  const report = await client.post(MOVED)
  expect(withheld).toHaveLength(1)
  await deliver(...withheld)
  const shown = await client.show(report)
  await deliver(...withheld, ...withheld)
  expect(await client.show(report)).toEqual(shown)
  expect(await added()).toBe(1)
})

test('changes in reversed order end as in their own order', async () => {
  const change = async (report: Accepted) => {
    await client.put(report, { ...PRIVATE, reporter: { phone: '604-555-0111' } })
    await client.put(report, { ...MOVED, call: { ...MOVED.call, receivedAt: '2011-05-02' } })
  }
  const one = await client.post({ ...MOVED, reporter: { phone: '519-555-0110' } }, 'the same key for both 1')
  await change(one)
  const inOrder = withheld.splice(0)
  const other = await client.post({ ...MOVED, reporter: { phone: '519-555-0110' } }, 'the same key for both 2')
  await change(other)
  const reversed = withheld.toReversed()
  expect(reversed).toHaveLength(3)
  await deliver(...inOrder)
  await deliver(...reversed)
  const ending = async (report: Accepted) => ({ ...(await client.show(report)), id: '', complaintId: '', status: '', receivedAt: '', match: '' }) // prettier-ignore
  expect(await ending(other)).toEqual(await ending(one))
  expect(await added()).toBe(2)
  await expectWhole(stack)
})

test('a POST that is redelivered after its PUT changes nothing', async () => {
  const report = await client.post(MOVED)
  await client.put(report, PRIVATE)
  expect(withheld).toHaveLength(2)
  await deliver(...withheld)
  const shown = await client.show(report)
  await deliver(withheld[0])
  expect(await client.show(report)).toEqual(shown)
  expect(shown['call']).toMatchObject({ callerId: 'private', message: 'A live voice.' })
})

test('a DELETE that comes before its POST, and a POST redriven after its DELETE, end withdrawn', async () => {
  const early = await client.post(MOVED)
  await client.withdraw(early)
  const late = await client.post(PRIVATE)
  await client.withdraw(late)
  expect(withheld).toHaveLength(4)
  const [earlyPost, earlyDelete, latePost, lateDelete] = withheld
  await deliver(earlyDelete, earlyPost, latePost, lateDelete, latePost)
  for (const { id, receipt } of [early, late]) {
    expect(await client.show({ id, receipt })).toEqual({ id, status: 'withdrawn' })
  }
  expect(await added()).toBe(0)
  await expectWhole(stack)
})

test('a merge that takes longer than its messages are hidden is not alone with them, and merges them once', async () => {
  const late = stack.faults.inject({ faults: ['late'], on: { operation: 'TransactWriteItems', caller: 'merge-report' }, times: 3, millis: 2_500 }) // prettier-ignore
  const bodies = ['closed', 'burnt down', 'full'].map((why) => ({ call: { message: `Your polling place is ${why}.` } }))
  const reports = await Promise.all(bodies.map((body) => client.post(body)))
  await Promise.all(withheld.map((message) => queue.put(message)))
  await stack.idle()
  expect(late.total).toBe(3)
  expect(await added()).toBe(3)
  for (const report of reports) expect((await client.show(report)).status).toBe('counted')
  await expectWhole(stack)
})
