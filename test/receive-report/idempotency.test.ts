import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { drafts } from '../../functions/adapters/drafts.ts'
import { guardTable } from '../../functions/adapters/guard-table.ts'
import { deriveKeys } from '../../functions/adapters/keys.ts'
import { newMessageId, newReportId } from '../../functions/adapters/report-ids.ts'
import { reportQueue } from '../../functions/adapters/report-queue.ts'
import { RejectedError, UnavailableError } from '../../functions/domain/rejected.ts'
import { type Ports, postReport } from '../../functions/receive-report/receive-report.ts'
import { bodyOf, type Door, openDoor } from '../support/door.ts'
import { EVENT, SECRET } from '../support/engines.ts'
import { jsonPost } from '../support/http-event.ts'

let door: Door
beforeAll(async () => {
  door = await openDoor()
})
afterAll(() => door.stop())

const ports = (changes: Partial<Ports> = {}): Ports => ({
  event: EVENT,
  keys: deriveKeys(SECRET, EVENT),
  guards: guardTable(door.tables.client, 'guards'),
  drafts: drafts(door.tables.client, 'dialogues'),
  queue: reportQueue(door.queue.client, door.queue.url),
  now: () => new Date(),
  newReportId,
  newMessageId,
  ...changes,
})
const sent = (message: string, idempotencyKey: string) => ({ input: { call: { message } }, errors: [], idempotencyKey })
const at = (time: string) => ({ now: () => new Date(time) })

test('300 concurrent posts of one key and body are one report, one answer and one message', async () => {
  const request = jsonPost({ call: { message: 'Your poll has moved' } }, { 'Idempotency-Key': randomUUID() })
  const answers = await Promise.all(Array.from({ length: 300 }, () => door.ask(request)))
  expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1)
  expect(answers[0]!.statusCode).toBe(202)
  const messages = await door.drain()
  expect(messages).toHaveLength(300)
  expect(new Set(messages.map((message) => JSON.stringify(message))).size).toBe(1)
})

test('without a key each post is a report of its own', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => door.ask(jsonPost({ call: { message: 'x' } }))))
  expect(new Set(answers.map((answer) => bodyOf(answer)['id'])).size).toBe(20)
  await door.drain()
})

test('the same content in another order, or as a form, is the same body', async () => {
  const key = { 'Idempotency-Key': randomUUID() }
  const bodies = [
    '{"riding":"Guelph","call":{"kind":"live","message":"x"}}',
    '{"call":{"message":"x","kind":"live"},"riding":"Guelph"}',
  ]
  const answers = await Promise.all(
    bodies.map((body) => door.ask({ headers: { 'Content-Type': 'application/json', ...key }, body })),
  )
  answers.push(
    await door.ask({
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...key },
      body: 'riding=Guelph&call.kind=live&call.message=x',
    }),
  )
  expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
  await door.drain()
})

test('a key with another body is refused, and what was refused is not sent', async () => {
  const key = { 'Idempotency-Key': randomUUID() }
  expect((await door.ask(jsonPost({ call: { message: 'x' } }, key))).statusCode).toBe(202)
  const answer = await door.ask(jsonPost({ call: { message: 'y' } }, key))
  expect(answer.statusCode).toBe(422)
  expect(bodyOf(answer)['type']).toBe('urn:callwitness:problem:idempotency-key-reused')
  expect(await door.drain()).toHaveLength(1)
})

test('one key for a post, an amendment and a withdrawal is three keys', async () => {
  const key = { 'Idempotency-Key': randomUUID() }
  const { id, receipt } = bodyOf(await door.ask(jsonPost({ call: { message: 'x' } }, key)))
  const change = {
    ...jsonPost({ call: { message: 'y' } }, { ...key, Authorization: `Bearer ${String(receipt)}` }),
    path: `/v1/reports/${String(id)}`,
  }
  const methods = ['PUT', 'PUT', 'DELETE', 'DELETE']
  for (const method of methods) expect((await door.ask({ ...change, method })).statusCode).toBe(202)
  const messages = await door.drain()
  expect(messages).toHaveLength(5)
  expect(new Set(messages.map(({ messageId }) => messageId)).size).toBe(3)
})

test('when the send fails after the guard, the retry sends the message that was meant', async () => {
  const meant: unknown[] = []
  const failing = {
    send: async (message: unknown) => {
      meant.push(message)
      throw new UnavailableError('down')
    },
  }
  const report = sent('x', randomUUID())
  await expect(postReport(report, ports({ queue: failing, ...at('2011-05-02T14:00:00Z') }))).rejects.toThrow('down')
  const kept = await postReport(report, ports(at('2011-05-02T14:05:00Z')))
  expect(await door.drain()).toEqual(meant)
  expect(meant).toMatchObject([{ id: kept.id, acceptedAt: '2011-05-02T14:00:00.000Z' }])
})

test('after 14 days a key with another body makes another report', async () => {
  const key = randomUUID()
  const first = await postReport(sent('x', key), ports(at('2011-05-02T14:00:00Z')))
  const reused = postReport(sent('y', key), ports(at('2011-05-16T14:00:00Z')))
  await expect(reused).rejects.toThrow(new RejectedError('idempotency-key-reused'))
  const second = await postReport(sent('y', key), ports(at('2011-05-16T14:00:01Z')))
  expect(second.id).not.toBe(first.id)
  expect((await door.drain()).map(({ id }) => id)).toEqual([first.id, second.id])
})

test('after 14 days a key with the same body is still the same report', async () => {
  const report = sent('x', randomUUID())
  const first = await postReport(report, ports(at('2011-05-02T14:00:00Z')))
  const second = await postReport(report, ports(at('2011-06-02T14:00:00Z')))
  expect(second).toEqual(first)
  await door.drain()
})

test('neither the key nor the body can be found in the guards', async () => {
  const key = `key-${randomUUID()}`
  await door.ask(jsonPost({ call: { message: 'XYZZY' } }, { 'Idempotency-Key': key }))
  const guards = JSON.stringify(await door.tables.items('guards'))
  expect(guards).not.toContain(key)
  expect(guards).not.toContain('XYZZY')
  await door.drain()
})
