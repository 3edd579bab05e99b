import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Door, bodyOf, openDoor } from '../support/door.ts'
import { jsonPost } from '../support/http-event.ts'

const SOURCE = '203.0.113.77'
const BODY = { call: { callerId: '450-555-0146', message: 'Your polling place has moved.' }, riding: 'Guelph' }

let door: Door
beforeAll(async () => {
  door = await openDoor()
})
afterAll(() => door.stop())

async function sent(body: object, { from = SOURCE, key }: { from?: string; key?: string } = {}) {
  const headers = key ? { 'Idempotency-Key': key } : {}
  expect((await door.ask({ ...jsonPost(body, headers), sourceIp: from })).statusCode).toBe(202)
  const [message] = await door.drain()
  return message!
}

const call = (difference: object) => ({ ...BODY, call: { ...BODY.call, ...difference } })

test('the same words about the same number from the same place are marked alike, and nothing else is', async () => {
  const { marker } = await sent(BODY)
  expect(marker).toMatch(/^a1\.[\w-]{43}$/)
  expect((await sent({ ...BODY, riding: 'Guelph, Ontario' })).marker).toBe(marker)
  const others = [
    await sent(BODY, { from: '203.0.113.78' }),
    await sent(call({ message: 'My polling place has moved.' })),
    await sent(call({ callerId: '450-555-0147' })),
    await sent(call({ callerId: undefined })),
  ]
  expect(new Set([marker, ...others.map((other) => other.marker)]).size).toBe(5)
})

test('whoever gives a line, a child, and a report without words are not marked', async () => {
  expect(await sent({ ...BODY, reporter: { phone: '519-555-0123' } })).not.toHaveProperty('marker')
  expect(await sent({ ...BODY, reporter: { ageBand: 'under-14' } })).not.toHaveProperty('marker')
  expect(await sent({ call: { callerId: '450-555-0146' } })).not.toHaveProperty('marker')
})

test('a request sent again under its key is the same message, its marker with it', async () => {
  const key = 'the-same-key-each-time'
  expect(await sent(BODY, { key })).toEqual(await sent(BODY, { key }))
})

test('a later change of the report is not marked anew', async () => {
  const posted = await door.ask({ ...jsonPost(BODY), sourceIp: SOURCE })
  const { id, receipt } = bodyOf(posted) as { id: string; receipt: string }
  const put = { ...jsonPost(BODY, { Authorization: `Bearer ${receipt}` }), method: 'PUT', path: `/v1/reports/${id}` }
  expect((await door.ask({ ...put, sourceIp: SOURCE })).statusCode).toBe(202)
  const messages = await door.drain()
  expect(messages.map(({ marker }) => typeof marker)).toEqual(['string', 'undefined'])
})

test('the address is in no message and in no log', async () => {
  expect(JSON.stringify(await sent(BODY))).not.toContain(SOURCE)
  expect(door.logs().join('\n')).not.toContain(SOURCE)
})
