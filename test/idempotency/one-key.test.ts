import { exactDoor } from '../support/exact-door.ts'
import { ScanCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { toItem } from '../../functions/adapters/dynamodb.ts'
import { readTotal } from '../../rehearsal/counted.ts'
import { expectWhole, operated } from '../support/exactly-once.ts'
import { type FaultyStack, startFaultyStack } from '../support/faulty-stack.ts'
import { reportClient } from '../support/report-client.ts'

let stack: FaultyStack
let client: ReturnType<typeof reportClient>
let before = 0
beforeAll(async () => {
  stack = await startFaultyStack()
  client = reportClient(stack.url)
})
afterAll(() => stack.stop())
beforeEach(async () => {
  before = (await readTotal(await exactDoor(stack))).reports
})

const MOVED = { call: { callerId: '(450) 555-0146', message: 'Your polling place has moved.' }, riding: 'Guelph' }
const CLOSED = { call: { callerId: 'private', message: 'Your polling place is closed.' }, riding: 'Laurier' }

async function added(): Promise<number> {
  await stack.idle()
  return (await readTotal(await exactDoor(stack))).reports - before
}

/** What a POST under this key is answered, once. */
async function answerTo(body: object, key: string): Promise<{ status: number; body: unknown }> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': key }
  return await client.once({ method: 'POST', path: '/v1/reports', headers, body })
}

test('a thousand posts of one key and body at once are one report, and get one answer', async () => {
  const answers = await Promise.all(Array.from({ length: 1_000 }, () => answerTo(MOVED, 'a thousand at once')))
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect(answers[0]).toMatchObject({ status: 202, body: { status: 'accepted' } })
  expect(await added()).toBe(1)
  await expectWhole(stack)
})

test('a key that comes again with another body is refused, and nothing is stored', async () => {
  await client.post(MOVED, 'one key, two bodies')
  expect(await answerTo(CLOSED, 'one key, two bodies')).toMatchObject({ status: 422, body: { status: 422 } })
  expect(await added()).toBe(1)
})

test('when the send fails after the guard, the client tries again, and the report is counted once, as of the first try', async () => {
  const failing = stack.faults.inject({
    faults: ['refused'],
    on: { caller: 'receive-report', operation: 'SendMessage' },
  })
  const tried = Date.now()
  expect(await answerTo(MOVED, 'the send fails first')).toMatchObject({ status: 503 })
  const failed = Date.now()
  failing.end()
  await sleep(50)
  const report = await client.post(MOVED, 'the send fails first')
  expect(await added()).toBe(1)
  const receivedAt = Date.parse(String((await client.show(report))['receivedAt']))
  expect(tried <= receivedAt && receivedAt <= failed).toBe(true)
  expect(failing.total).toBeGreaterThan(0)
})

test('when the answer of the send is lost, the client tries again, and the report is counted once', async () => {
  const losing = stack.faults.inject({ faults: ['lost'], on: { caller: 'receive-report', operation: 'SendMessage' }, times: 1 }) // prettier-ignore
  expect(await answerTo(CLOSED, 'the answer is lost')).toMatchObject({ status: 503 })
  await client.post(CLOSED, 'the answer is lost')
  expect(await added()).toBe(1)
  expect(losing.kinds).toEqual(['lost'])
})

const LATER = new Date(Date.now() + 15 * 24 * 3600 * 1000)

test('after 14 days a key may come with another body: two reports', async () => {
  const first = await client.post(MOVED, 'fourteen days later')
  expect(await answerTo(CLOSED, 'fourteen days later')).toMatchObject({ status: 422 })
  await stack.idle()
  await stack.sweep({ now: LATER })
  const second = await client.post(CLOSED, 'fourteen days later')
  expect(second.id).not.toBe(first.id)
  expect(await added()).toBe(2)
})

test('a guard that has expired and is not yet removed guards nothing', async () => {
  await client.post(MOVED, 'expired, not removed')
  await expireGuards()
  expect(await answerTo(CLOSED, 'expired, not removed')).toMatchObject({ status: 202 })
  expect(await answerTo(MOVED, 'expired, not removed')).toMatchObject({ status: 422 })
  expect(await added()).toBe(2)
})

test('after 14 days the same body under the same key is still the same report', async () => {
  const first = await client.post(CLOSED, 'fourteen days, same')
  expect(await added()).toBe(1)
  const shown = await client.show(first)
  await expireGuards()
  expect((await client.post(CLOSED, 'fourteen days, same')).id).toBe(first.id)
  expect(await added()).toBe(1)
  expect(await client.show(first)).toEqual(shown)
})

async function expireGuards(): Promise<void> {
  const { dynamodb } = operated(stack)
  const TableName = stack.outputs['GuardTable']
  const { Items = [] } = await dynamodb.send(new ScanCommand({ TableName }))
  for (const { pk } of Items)
    await dynamodb.send(
      new UpdateItemCommand({
        TableName,
        Key: { pk: pk! },
        UpdateExpression: 'SET expiresAt = :past',
        ExpressionAttributeValues: toItem({ ':past': Math.floor(Date.now() / 1000) - 1 }),
      }),
    )
}
