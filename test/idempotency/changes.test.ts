import { exactDoor } from '../support/exact-door.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readTotal } from '../../rehearsal/counted.ts'
import { expectWhole } from '../support/exactly-once.ts'
import { type FaultyStack, startFaultyStack } from '../support/faulty-stack.ts'
import { type Accepted, reportClient } from '../support/report-client.ts'

let stack: FaultyStack
let client: ReturnType<typeof reportClient>
beforeAll(async () => {
  stack = await startFaultyStack()
  client = reportClient(stack.url)
})
afterAll(() => stack.stop())

const saying = (message: string) => ({ call: { callerId: '(450) 555-0146', message }, riding: 'Guelph' })

async function messageOf(report: Accepted): Promise<unknown> {
  await stack.idle()
  return ((await client.show(report))['call'] as { message: string }).message
}

test('a POST that is sent again after a PUT gets the same answer, and changes nothing', async () => {
  const report = await client.post(saying('first'), 'posted before a put')
  await client.put(report, saying('second'))
  const shown = await messageOf(report)
  expect(await client.post(saying('first'), 'posted before a put')).toEqual(report)
  expect([shown, await messageOf(report)]).toEqual(['second', 'second'])
})

test('a PUT that is sent again after a later PUT changes nothing', async () => {
  const report = await client.post(saying('first'))
  await client.put(report, saying('second'), 'the second telling')
  await client.put(report, saying('third'), 'the third telling')
  await client.put(report, saying('second'), 'the second telling')
  expect(await messageOf(report)).toBe('third')
})

test('a PUT whose send failed takes, when it is tried again, the place it had', async () => {
  const report = await client.post(saying('first'))
  const failing = stack.faults.inject({ faults: ['refused'], on: { operation: 'SendMessage' }, times: 1 })
  const put = { method: 'PUT', path: `/v1/reports/${report.id}`, body: saying('second') }
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${report.receipt}`, 'idempotency-key': 'a put that fails' } // prettier-ignore
  expect(await client.once({ ...put, headers })).toMatchObject({ status: 503 })
  await client.put(report, saying('third'))
  await client.put(report, saying('second'), 'a put that fails')
  expect(await messageOf(report)).toBe('third')
  expect(failing.kinds).toEqual(['refused'])
})

test('one key may be used for a POST and for the changes of each report', async () => {
  const [one, other] = [await client.post(saying('one')), await client.post(saying('other'))]
  await client.put(one, saying('one, amended'), 'one key for many')
  await client.put(other, saying('other, amended'), 'one key for many')
  await client.post(saying('a third'), 'one key for many')
  expect([await messageOf(one), await messageOf(other)]).toEqual(['one, amended', 'other, amended'])
})

test('a POST and a PUT that are sent again after a DELETE leave the report withdrawn', async () => {
  await stack.idle()
  const before = await readTotal(await exactDoor(stack))
  const report = await client.post(saying('soon gone'), 'posted, then withdrawn')
  await client.put(report, saying('still soon gone'), 'put, then withdrawn')
  await client.withdraw(report, 'withdrawn only once')
  await client.withdraw(report, 'withdrawn only once')
  await stack.idle()
  await client.post(saying('soon gone'), 'posted, then withdrawn')
  await client.put(report, saying('still soon gone'), 'put, then withdrawn')
  await client.put(report, saying('a new telling'))
  await stack.idle()
  expect(await client.show(report)).toEqual({ id: report.id, status: 'withdrawn' })
  expect(await readTotal(await exactDoor(stack))).toEqual(before)
  await expectWhole(stack)
})
