import { DeleteMessageCommand, type Message, ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs'

/** Two empty answers in a row: a long poll may miss what another one holds. */
const EMPTY_POLLS = 2

/** What became of the messages: done and deleted, or still there. */
export type Redriven = { done: number; failed: number }

/**
 * Takes every dead letter once. It is deleted only after `again` has dealt with it: killed in between, it is dealt with twice. One
 * that `again` throws on stays.
 */
export async function takeDeadLetters(
  sqs: SQSClient,
  QueueUrl: string,
  again: (body: string) => Promise<unknown>,
): Promise<Redriven> {
  const failed = new Set<string>()
  let done = 0
  for (let empty = 0; empty < EMPTY_POLLS;) {
    const asked = { QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 }
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand(asked))
    const fresh = Messages.filter(({ MessageId = '' }) => !failed.has(MessageId))
    empty = fresh.length === 0 ? empty + 1 : 0
    for (const message of fresh) {
      if (await isDone(message, again)) {
        await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message.ReceiptHandle }))
        done += 1
      } else failed.add(message.MessageId ?? '')
    }
  }
  return { done, failed: failed.size }
}

async function isDone({ Body = '' }: Message, again: (body: string) => Promise<unknown>): Promise<boolean> {
  try {
    await again(Body)
    return true
  } catch (error) {
    console.error(`one dead letter stays: ${error instanceof Error ? error.name : 'unknown'}`)
    return false
  }
}
