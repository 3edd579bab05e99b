import { setTimeout as pause } from 'node:timers/promises'
import type { AwsCall } from '../aws-json.ts'
import type { Queue, Stack } from '../template/stack.ts'
import type { Outcome } from './function-environment.ts'

/** Lambda's own: one try more after a minute, and one after two. */
const PAUSES = [60_000, 120_000]

export type SentEvents = {
  send: (functionName: string, event: object) => void
  isDone: () => boolean
  /** Gives up what still fails, so that it is kept. */
  stop: () => Promise<void>
}

type Options = {
  functions: Stack['functions']
  queueUrl: (queue: Queue) => string
  sqs: AwsCall
  invoke: (name: string, event: object) => Promise<Outcome>
  longestPause: number
}

/** What is sent to a function that nobody waits for: tried three times, then put into its dead letters as it came. */
export function startSentEvents({ functions, queueUrl, sqs, invoke, longestPause }: Options): SentEvents {
  const underWay = new Set<Promise<void>>()
  const stopped = new AbortController()

  const giveUp = async (name: string, event: object, failure: string) => {
    const deadLetters = functions.find((one) => one.name === name)?.deadLetters
    if (!deadLetters) return
    const ErrorMessage = { DataType: 'String', StringValue: failure.slice(0, 1024) }
    await sqs('SendMessage', {
      QueueUrl: queueUrl(deadLetters),
      MessageBody: JSON.stringify(event),
      MessageAttributes: { ErrorCode: { DataType: 'Number', StringValue: '200' }, ErrorMessage },
    })
  }

  const deliver = async (name: string, event: object) => {
    for (let tries = 0; ; tries += 1) {
      const outcome = await invoke(name, event)
      if ('payload' in outcome) return
      const wait = PAUSES[tries]
      if (wait === undefined || stopped.signal.aborted) return await giveUp(name, event, outcome.failure)
      await pause(Math.min(wait, longestPause), undefined, { signal: stopped.signal }).catch(() => {})
    }
  }

  return {
    send: (name, event) => {
      const delivery = deliver(name, event)
        // Only the queue's engine could have failed, and without it the host is of no use.
        .catch(() => {})
        .finally(() => underWay.delete(delivery))
      underWay.add(delivery)
    },
    isDone: () => underWay.size === 0,
    stop: async () => {
      stopped.abort()
      await Promise.all(underWay)
    },
  }
}
