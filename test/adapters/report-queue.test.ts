import { afterAll, beforeAll, expect, test } from 'vitest'
import { reportQueue } from '../../functions/adapters/report-queue.ts'
import type { ReportMessage } from '../../functions/domain/message.ts'
import { UnavailableError } from '../../functions/domain/rejected.ts'
import { type Engines, startEngines } from '../support/engines.ts'
import { told } from '../support/told.ts'

let engines: Engines
beforeAll(async () => {
  engines = await startEngines()
})
afterAll(() => engines.stop())

const message: ReportMessage = {
  v: 1,
  type: 'report.posted',
  event: 'ca-ge-test',
  id: `rpt_${'A'.repeat(26)}`,
  rank: 0,
  acceptedAt: '2011-05-02T14:03:00.000Z',
  messageId: 'first',
  line: null,
  told: told({}, { words: { message: 'any text: é 😀 \u0001 \u2028 "' } }),
}

test('what was sent is what is received', async () => {
  await reportQueue(engines.queue.client, engines.queue.url).send(message)
  expect(await engines.drain()).toEqual([message])
})

test('a queue that does not take the message is told', async () => {
  const elsewhere = reportQueue(engines.queue.client, `${engines.queue.url}-elsewhere`)
  await expect(elsewhere.send(message)).rejects.toThrow(UnavailableError)
})
