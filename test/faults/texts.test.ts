import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sendSms } from '../../operate/send-sms.ts'
import { operated } from '../support/exactly-once.ts'
import type { Fault } from '../support/fault-plan.ts'
import { type FaultyStack, startFaultyStack } from '../support/faulty-stack.ts'
import { senderTo } from '../support/sender.ts'

const PORT_CALLS = ['BatchGetItem', 'TransactWriteItems', 'SendMessage', 'UpdateItem']
const WHEN: [string, Fault][] = [
  ['before it is done', 'refused'],
  ['when it is done, and the reply is lost', 'lost'],
]
/** More than a client tries by itself. */
const TIMES = 4
const TRIES = 10

let stack: FaultyStack
beforeAll(async () => {
  stack = await startFaultyStack()
})
afterAll(() => stack.stop())

/** As a gateway does that tries until it is answered. */
async function patientText(body: string, from: string): Promise<string[]> {
  const again = `SM${randomBytes(16).toString('hex')}`
  for (let tries = 1; ; tries += 1) {
    try {
      return (await sendSms(operated(stack), { body, from, again })).replies
    } catch (error) {
      if (tries === TRIES) throw error
    }
  }
}

let reports = 0
for (const operation of PORT_CALLS)
  for (const [when, fault] of WHEN)
    test(`receive-sms ${operation} fails ${when}: the text, sent again, is one report, and its answer amends it`, async () => {
      const from = `204-555-01${String(10 + reports)}`
      const told = `They called and said that poll number ${reports} has moved to the mall`
      const injections = () => stack.faults.inject({ faults: [fault], on: { caller: 'receive-sms', operation }, times: TIMES }) // prettier-ignore
      const first = injections()
      const [kept = ''] = await patientText(told, from)
      first.end()
      const second = injections()
      await patientText('613 555 0146', from)
      second.end()
      await stack.idle()
      reports += 1
      expect([first.kinds, second.kinds]).toEqual([[fault], [fault]])
      const [, id = '', receipt = ''] = /(rpt_\w+) (\S+)$/.exec(kept)!
      const sender = senderTo(stack)
      expect((await sender.show({ id, receipt })).json).toMatchObject({
        status: 'counted',
        call: { message: told, callerId: '613 555 0146' },
      })
      expect((await sender.counts())[0]).toBe(reports)
    })
