import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Host } from '../../infra/local/host.ts'
import { recount } from '../../operate/recount.ts'
import { localStack, type RunningStack } from '../../operate/stack-outputs.ts'
import { electionWeek } from '../../rehearsal/election-week.ts'
import { Expected, type Tables } from '../../rehearsal/expected.ts'
import { type ExactDoor, readTables } from '../../rehearsal/counted.ts'
import { send } from '../../rehearsal/sender.ts'

// Without vitest, because npm run chaos asks the same.

type Hosted = Pick<Host, 'outputs' | 'endpoints'>

/** The stack that runs on this folder, in whatever process. */
export function hostedOn(dataDir: string): Hosted {
  return JSON.parse(readFileSync(join(dataDir, 'outputs.json'), 'utf8')) as Hosted
}

/** A hosted stack as an operator reaches it: past every proxy. */
export function operated({ outputs, endpoints }: Hosted): RunningStack {
  return localStack(outputs as RunningStack['outputs'], endpoints)
}

/** Resolves when nothing is left to do; a fault that hits the question is no answer. */
export async function settle(host: Pick<Host, 'idle'>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await host.idle()
    } catch (error) {
      if (tries === 5 || (error instanceof Error && error.message.includes('still has work'))) throw error
      await sleep(100)
    }
  }
}

/** How many messages lie in the dead letters of the queue and of the stream. */
export async function deadLetters(host: Hosted): Promise<{ reports: number; stream: number }> {
  const { sqs } = operated(host)
  const waiting = async (QueueUrl: string | undefined) => {
    const AttributeNames = ['ApproximateNumberOfMessages' as const, 'ApproximateNumberOfMessagesNotVisible' as const]
    const { Attributes = {} } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames }))
    return AttributeNames.reduce((sum, name) => sum + Number(Attributes[name]), 0)
  }
  const { ReportDeadLetterUrl, StreamDeadLetterUrl, GroupingDeadLetterUrl } = host.outputs
  const stream = (await waiting(StreamDeadLetterUrl)) + (await waiting(GroupingDeadLetterUrl))
  const found = { reports: await waiting(ReportDeadLetterUrl), stream }
  sqs.destroy()
  return found
}

/** Counting everything anew finds no difference. */
export async function expectNoDifference(host: Hosted): Promise<void> {
  const stack = operated(host)
  assert.deepEqual(await recount(stack, { repair: false }), {
    unreadable: [],
    misfiled: [],
    misgrouped: [],
    unfolded: [],
    apart: [],
    misbridged: [],
    glued: [],
    unlisted: [],
    untold: [],
    unmarked: [],
    ungrouped: [],
    miscounted: [],
    moving: [],
  })
  stack.dynamodb.destroy()
  stack.sqs.destroy()
}

/** After trouble that passed: nothing is dead, and nothing differs. */
export async function expectWhole(host: Hosted): Promise<void> {
  assert.deepEqual(await deadLetters(host), { reports: 0, stream: 0 })
  await expectNoDifference(host)
}

type Week = { seed: string; reports: number; onDone?: (reports: number) => void; concurrency?: number }

/** Sends an invented election week until every request got its 202; answers what must then be counted, in each cell. */
export async function sendWeek(
  apiUrl: string,
  { onDone, concurrency = 12, ...week }: Week,
): Promise<{ truth: Tables; repeated: number }> {
  // prettier-ignore
  const expected = new Expected()
  const { refused, unequal, repeated } = await send(electionWeek(week), {
    apiUrl,
    concurrency,
    onReport: (report) => expected.add(report),
    onDone: ({ reports }) => onDone?.(reports),
  })
  assert.deepEqual([...refused], [])
  assert.equal(unequal, 0)
  return { truth: expected.tables(), repeated }
}

/** Every count is the truth. */
export async function expectTruth(door: ExactDoor, truth: Tables): Promise<void> {
  assert.deepEqual(await readTables(door), truth)
}
