import {
  DeleteMessageBatchCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SQSClient,
} from '@aws-sdk/client-sqs'
import type { Host } from '../../infra/local/host.ts'
import type { Rehearsed } from '../../rehearsal/rehearsed.ts'
import { send } from '../../rehearsal/sender.ts'
import { startStack } from '../../test/support/stack.ts'

const SENDERS = 4

export type OpenQueue = {
  put: (bodies: string[]) => Promise<void>
  /** Ten messages at most, deleted; none when the queue is empty. */
  take: () => Promise<string[]>
  close: () => void
}

/** The queue of reports of a running stack. */
export function openQueue({ endpoints, outputs }: Pick<Host, 'endpoints' | 'outputs'>): OpenQueue {
  const credentials = { accessKeyId: 'bench', secretAccessKey: 'bench' }
  const sqs = new SQSClient({ region: 'ca-central-1', credentials, endpoint: endpoints.sqs })
  const QueueUrl = outputs['ReportQueueUrl']!
  return {
    async put(bodies) {
      const tens = Array.from({ length: Math.ceil(bodies.length / 10) }, (_, i) => bodies.slice(10 * i, 10 * i + 10))
      const rest = tens.values()
      const work = async () => {
        for (const ten of rest) {
          const Entries = ten.map((MessageBody, i) => ({ Id: String(i), MessageBody }))
          await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }))
        }
      }
      await Promise.all(Array.from({ length: SENDERS }, work))
    },
    async take() {
      const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }))
      if (Messages.length === 0) return []
      const Entries = Messages.map(({ ReceiptHandle }, i) => ({ Id: String(i), ReceiptHandle }))
      await sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }))
      return Messages.map(({ Body = '' }) => Body)
    },
    close: () => sqs.destroy(),
  }
}

/** What the queue is given for these reports, by the door of a stack without consumers. */
export async function messagesOf(assembly: string, reports: Iterable<Rehearsed>): Promise<string[]> {
  const host = await startStack({ assembly })
  const { refused } = await send(reports, { apiUrl: host.url, concurrency: 16 })
  if (refused.size > 0) throw new Error('a report of the bench was refused')
  const queue = openQueue(host)
  const messages: string[] = []
  for (let ten = await queue.take(); ten.length > 0; ten = await queue.take()) messages.push(...ten)
  queue.close()
  await host.stop()
  return messages
}
