import { afterAll, beforeAll, expect, test } from 'vitest'
import { drafts } from '../../functions/adapters/drafts.ts'
import { guardTable } from '../../functions/adapters/guard-table.ts'
import { deriveKeys } from '../../functions/adapters/keys.ts'
import { newMessageId, newReportId } from '../../functions/adapters/report-ids.ts'
import { verifyReceipt } from '../../functions/adapters/receipts.ts'
import { UnavailableError } from '../../functions/domain/rejected.ts'
import { amendReport, type Ports, withdrawReport } from '../../functions/receive-report/receive-report.ts'
import { bodyOf, type Door, openDoor } from '../support/door.ts'
import { EVENT, SECRET } from '../support/engines.ts'
import { jsonPost } from '../support/http-event.ts'
import { keptDrafts } from '../support/kept-drafts.ts'
import { told } from '../support/told.ts'

let door: Door
beforeAll(async () => {
  door = await openDoor()
})
afterAll(() => door.stop())

const NOW = new Date('2026-05-01T12:00:00.000Z')
/** By texts, and through the API. */
const kept = () => ({ ...keptDrafts(door.tables.client), ...drafts(door.tables.client, 'dialogues') })
const draftOf = async (id: string) => await kept().load(id, NOW)

/** A report of whom a text told something, as its receipt opens it. */
async function texted() {
  const { id, receipt } = bodyOf(await door.ask(jsonPost({ call: { message: 'x' } }))) as { id: string; receipt: string } // prettier-ignore
  const acceptedAt = NOW.toISOString()
  await kept().put(id, { told: told(), rev: 1, acceptedAt }, NOW)
  await door.drain()
  const headers = { authorization: `Bearer ${receipt}` }
  return { id, receipt, headers, path: `/v1/reports/${id}` }
}

test('a PUT rewrites what a text had told, without the own number', async () => {
  const { id, headers, path } = await texted()
  const body = { call: { message: 'Call me at 519-555-0123.' }, reporter: { phone: '519-555-0123' } }
  await door.ask({ ...jsonPost(body, headers), method: 'PUT', path })
  const [message] = await door.drain()
  expect(await draftOf(id)).toMatchObject({ told: message!.told, rev: 2, acceptedAt: message!.acceptedAt })
  expect(message!.told!.words.message).toBe("Call me at [reporter's number].")
})

test('a DELETE erases it', async () => {
  const { id, headers, path } = await texted()
  expect((await door.ask({ method: 'DELETE', path, headers })).statusCode).toBe(202)
  expect(await draftOf(id)).toBeUndefined()
})

test('a POST that comes again leaves it', async () => {
  const { id } = await texted()
  const key = { 'Idempotency-Key': 'the key of a report by text' }
  await door.ask(jsonPost({ call: { message: 'x' } }, key))
  await door.ask(jsonPost({ call: { message: 'x' } }, key))
  expect(await draftOf(id)).toMatchObject({ rev: 1 })
})

test('a PUT that comes again after a later one does not undo it', async () => {
  const { id, headers, path } = await texted()
  const put = (message: string, key: string) => ({
    ...jsonPost({ call: { message } }, { ...headers, 'Idempotency-Key': key }),
    method: 'PUT',
    path,
  })
  const first = put('First.', 'the key of the first one')
  for (const request of [first, put('Second.', 'the key of the second'), first]) await door.ask(request)
  expect(await draftOf(id)).toMatchObject({ told: { words: { message: 'Second.' } } })
})

test('the draft is erased before the queue has the withdrawal: no words outlive it, whatever fails between', async () => {
  const { id, receipt } = await texted()
  const keys = deriveKeys(SECRET, EVENT)
  const ports: Ports = {
    event: EVENT,
    keys,
    guards: guardTable(door.tables.client, 'guards'),
    drafts: kept(),
    queue: { send: () => Promise.reject(new UnavailableError('no queue')) },
    now: () => new Date(),
    newReportId,
    newMessageId,
  }
  const claim = { id, receipt, line: verifyReceipt(keys, id, receipt)! }
  await expect(withdrawReport(claim, undefined, ports)).rejects.toThrow('no queue')
  expect(await draftOf(id)).toBeUndefined()
  // And without a table of drafts nothing is accepted at all.
  const queue = { send: () => Promise.reject(new Error('sent all the same')) }
  const withoutTable = { ...ports, queue, drafts: drafts(door.tables.client, 'elsewhere') }
  await expect(withdrawReport(claim, undefined, withoutTable)).rejects.toThrow(UnavailableError)
  const sent = { input: { call: { message: 'x' } }, errors: [], idempotencyKey: undefined }
  await expect(amendReport(claim, sent, withoutTable)).rejects.toThrow(UnavailableError)
})
