import { exactDoor } from '../support/exact-door.ts'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { readTables } from '../../rehearsal/counted.ts'
import { Random } from '../../rehearsal/random.ts'
import { changedAssembly, withoutWindow } from '../support/changed-assembly.ts'
import { expectWhole, settle } from '../support/exactly-once.ts'
import type { Fault } from '../support/fault-plan.ts'
import { faultProxy } from '../support/fault-proxy.ts'
import { type FaultyStack, startFaultyStack } from '../support/faulty-stack.ts'
import { reportClient } from '../support/report-client.ts'
import { misled, STORY, tellStory } from '../support/story.ts'

/** Every call to a service that a story makes; a test below holds the list to what is seen. */
const PORT_CALLS = [
  'receive-report PutItem',
  'receive-report UpdateItem',
  'receive-report DeleteItem',
  'receive-report SendMessage',
  'merge-report GetItem',
  'merge-report BatchGetItem',
  'merge-report TransactWriteItems',
  'tally-complaints BatchGetItem',
  'tally-complaints TransactWriteItems',
  'tally-complaints DeleteItem',
  'group-scripts BatchGetItem',
  'group-scripts PutItem',
  'group-scripts GetItem',
  'group-scripts TransactWriteItems',
  'group-scripts DeleteItem',
  'show-report TransactGetItems',
  'show-report BatchGetItem',
  'answer-exact GetItem',
  'answer-exact PutItem',
  'answer-exact Query',
  'local-host ReceiveMessage',
  'local-host DeleteMessageBatch',
  'local-host GetShardIterator',
  'local-host GetRecords',
]
/** Made once, by an environment or a host that starts: their faults are there from the start. */
const FIRST_CALLS = [
  'receive-report GetSecretValue',
  'group-scripts GetSecretValue',
  'show-report GetSecretValue',
  'local-host DescribeStream',
]
/** Asked only by whoever waits for this host to be idle. */
const OF_THE_TEST = ['local-host GetQueueAttributes']

let assembly: Awaited<ReturnType<typeof changedAssembly>>
beforeAll(async () => {
  assembly = await changedAssembly(withoutWindow)
})
afterAll(() => assembly.remove())

const WHEN: [string, Fault][] = [
  ['before it is done', 'refused'],
  ['when it is done, and the reply is lost', 'lost'],
]

describe('on a running stack', () => {
  let stack: FaultyStack
  let told = 0
  beforeAll(async () => {
    stack = await startFaultyStack({ assembly: assembly.directory })
  })
  afterAll(() => stack.stop())

  test('the list of calls is complete', async () => {
    await expectStoryCounted(stack, ++told)
    expect([...stack.faults.seen.keys()].toSorted()).toEqual([...PORT_CALLS, ...FIRST_CALLS, ...OF_THE_TEST].toSorted())
  })

  for (const name of PORT_CALLS)
    test(`${name} fails before it is done, then when it is: all is counted once`, async () => {
      const injections = WHEN.map(([, fault]) =>
        stack.faults.inject({ faults: [fault], on: callNamed(name), times: 2 }),
      )
      await expectStoryCounted(stack, ++told)
      for (const injection of injections) injection.end()
      expect(injections.map(({ kinds }) => kinds)).toEqual(WHEN.map(([, fault]) => [fault]))
    })

  test('after all of it nothing is dead, and counting anew finds no difference', async () => {
    await expectWhole(stack)
  })
})

for (const [when, fault] of WHEN)
  test(`what a stack asks once, when it starts, fails ${when}: all is counted once`, async () => {
    const faults = faultProxy(new Random('start'))
    const injections = FIRST_CALLS.map((name) => faults.inject({ faults: [fault], on: callNamed(name), times: 2 }))
    const stack = await startFaultyStack({ assembly: assembly.directory, faults })
    await expectStoryCounted(stack, 1)
    await expectWhole(stack)
    await stack.stop()
    expect(injections.map(({ kinds }) => kinds)).toEqual(FIRST_CALLS.map(() => [fault]))
  })

/** Tells the next story to a stack that was told all those before. */
async function expectStoryCounted(stack: FaultyStack, stories: number): Promise<void> {
  const client = reportClient(stack.url)
  const endings = await tellStory(stories, { client, settle: () => settle(stack) })
  expect(await misled(endings, client)).toEqual([])
  const door = await exactDoor(stack)
  const { total } = await vi.waitFor(async () => await readTables(door), { timeout: 60_000, interval: 20 })
  expect(total).toEqual({
    reports: STORY.reports * stories,
    reporters: STORY.reporters * stories,
    complaints: STORY.complaints * stories,
  })
}

function callNamed(name: string): { caller: string; operation: string } {
  const [caller = '', operation = ''] = name.split(' ')
  return { caller, operation }
}
