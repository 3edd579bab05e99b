import { afterAll, beforeAll, expect, test } from 'vitest'
import { bodyOf, type Door, openDoor } from '../support/door.ts'
import { jsonPost } from '../support/http-event.ts'

const BODY = { call: { callerId: '450-555-0146', message: 'Your poll has moved.' }, source: 'Office of a member' }
const KEY = { 'Idempotency-Key': 'row 17 of the list' }

let door: Door
beforeAll(async () => {
  door = await openDoor()
})
afterAll(() => door.stop())

const post = async (query: Record<string, string>, headers: Record<string, string> = {}) =>
  await door.ask({ ...jsonPost(BODY, headers), query })

test('a report that is posted as a row of a list is told as one, with where the list comes from', async () => {
  expect((await post({ door: 'import' })).statusCode).toBe(202)
  expect(await door.drain()).toMatchObject([{ told: { door: 'import', source: 'Office of a member' } }])
})

test('whatever else stands in the address is ignored, and the door is that of forms', async () => {
  expect((await post({ utm_source: 'letter' })).statusCode).toBe(202)
  expect(await door.drain()).toMatchObject([{ told: { door: 'web' } }])
})

test.each(['sms', 'import,import', ''])('door=%s is refused', async (name) => {
  const answer = await post({ door: name })
  expect([answer.statusCode, bodyOf(answer)]).toMatchObject([422, { errors: [{ pointer: '/door', allowed: ['web', 'import'] }] }]) // prettier-ignore
})

test('rows in the same words from one address are no copies of each other', async () => {
  await post({ door: 'import' })
  expect(await door.drain()).not.toMatchObject([{ marker: expect.anything() }])
})

test('under one key the same body through another door is another body', async () => {
  const first = await post({ door: 'import' }, KEY)
  expect(bodyOf(await post({ door: 'import' }, KEY))).toEqual(bodyOf(first))
  expect(bodyOf(await post({}, KEY))).toMatchObject({ status: 422, type: 'urn:callwitness:problem:idempotency-key-reused' }) // prettier-ignore
})
