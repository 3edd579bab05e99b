import { DeleteMessageCommand, ReceiveMessageCommand, SendMessageCommand } from '@aws-sdk/client-sqs'
import { explainAndEnd, findStack, readFlags, type RunningStack } from './stack-outputs.ts'

/** Two empty answers in a row: a long poll may miss what another one holds. */
const EMPTY_POLLS = 2

/**
 * Sends every dead report back to its queue. A message is deleted only after it was sent again: killed in between, it is merged
 * twice, which changes nothing.
 */
export async function redrive({ sqs, outputs }: RunningStack): Promise<number> {
  let moved = 0
  for (let empty = 0; empty < EMPTY_POLLS;) {
    const from = { QueueUrl: outputs.ReportDeadLetterUrl }
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ ...from, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 }),
    )
    empty = Messages.length === 0 ? empty + 1 : 0
    for (const { Body = '', ReceiptHandle } of Messages) {
      await sqs.send(new SendMessageCommand({ QueueUrl: outputs.ReportQueueUrl, MessageBody: Body }))
      await sqs.send(new DeleteMessageCommand({ ...from, ReceiptHandle }))
      moved += 1
    }
  }
  return moved
}

if (import.meta.main) {
  await explainAndEnd(async () => {
    const moved = await redrive(findStack(readFlags()))
    console.log(`${moved} dead reports sent again`)
    return 0
  })
}
