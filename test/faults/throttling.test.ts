import { exactDoor } from '../support/exact-door.ts'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { expectTruth, expectWhole, sendWeek, settle } from '../support/exactly-once.ts'
import type { Fault } from '../support/fault-plan.ts'
import { type FaultyStack, startFaultyStack } from '../support/faulty-stack.ts'

let stack: FaultyStack
afterEach(() => stack.stop())

type Outage = { caller: string; fault: Fault; lasts: number }

/** One stage after the other is refused whatever it asks, those behind the stream at once; seconds. */
const OUTAGES: Outage[] = [
  { caller: 'receive-report', fault: 'throttled', lasts: 1.5 },
  { caller: 'merge-report', fault: 'throttled', lasts: 2.5 },
  { caller: 'merge-report', fault: 'contended', lasts: 1.5 },
]
const BEHIND_THE_STREAM = ['tally-complaints', 'group-scripts']

test('while one stage after the other is throttled for some seconds, everything accepted is counted once', async () => {
  stack = await startFaultyStack()
  const outage = async ({ caller, fault, lasts }: Outage) => {
    const injection = stack.faults.inject({ faults: [fault], on: { caller } })
    // Not over before it was felt.
    for (let waited = 0; waited < lasts || injection.total === 0; waited += 0.1) await sleep(100)
    injection.end()
    expect(injection.kinds).toEqual([fault])
  }
  const sent = sendWeek(stack.url, { seed: 'throttled', reports: 60 })
  for (const each of OUTAGES) await outage(each)
  await Promise.all(BEHIND_THE_STREAM.map((caller) => outage({ caller, fault: 'throttled', lasts: 2.5 })))
  await Promise.all(BEHIND_THE_STREAM.map((caller) => outage({ caller, fault: 'contended', lasts: 1.5 })))
  const { truth } = await sent
  await settle(stack)
  await expectTruth(await exactDoor(stack), truth)
  await expectWhole(stack)
})
