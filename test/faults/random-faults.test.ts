import { exactDoor } from '../support/exact-door.ts'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { expectTruth, expectWhole, sendWeek, settle } from '../support/exactly-once.ts'
import { PASSING_FAULTS } from '../support/fault-plan.ts'
import { type FaultyStack, startFaultyStack } from '../support/faulty-stack.ts'

let stack: FaultyStack
afterEach(() => stack.stop())

const STAGES = ['receive-report', 'merge-report', 'tally-complaints', 'group-scripts']
/** Faults of each stage, before the trouble passes. */
const ENOUGH = 15

test('while every third call fails in one way or another, everything accepted is counted once', async () => {
  stack = await startFaultyStack()
  // Few calls can suffer these: chance alone may spare them all.
  const rare = [
    stack.faults.inject({ faults: ['contended'], on: { operation: 'TransactWriteItems' }, after: 2, times: 3 }),
    stack.faults.inject({ faults: ['unprocessed'], on: { operation: 'BatchGetItem' }, after: 2, times: 3 }),
  ]
  const stages = STAGES.map((caller) =>
    stack.faults.inject({ faults: PASSING_FAULTS, on: { caller }, chance: 0.3, millis: 300 }),
  )
  const pollers = stack.faults.inject({
    faults: PASSING_FAULTS,
    on: { caller: 'local-host' },
    chance: 0.05,
    millis: 300,
  })
  const sent = sendWeek(stack.url, { seed: 'random faults', reports: 100 })
  for (let tries = 0; tries < 200 && stages.some(({ total }) => total < ENOUGH); tries += 1) await sleep(100)
  for (const injection of [...rare, ...stages, pollers]) injection.end()
  const { truth, repeated } = await sent
  await settle(stack)
  await expectTruth(await exactDoor(stack), truth)
  await expectWhole(stack)
  expect(Math.min(...stages.map(({ total }) => total), pollers.total)).toBeGreaterThan(0)
  expect([...new Set([...rare, ...stages].flatMap(({ kinds }) => kinds))].toSorted()).toEqual(PASSING_FAULTS.toSorted())
  expect(repeated).toBeGreaterThan(0)
})
