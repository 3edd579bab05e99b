import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs'
import type { QueuedMessage } from '../domain/message.ts'
import { UnavailableError } from '../domain/rejected.ts'

export type ReportQueue = ReturnType<typeof reportQueue>

export function reportQueue(client: SQSClient, url: string) {
  return {
    /** Resolves only when the queue has acknowledged the message: from then on it is kept. */
    async send(message: QueuedMessage): Promise<void> {
      try {
        await client.send(new SendMessageCommand({ QueueUrl: url, MessageBody: JSON.stringify(message) }))
      } catch (error) {
        throw new UnavailableError('the queue does not take messages', { cause: error })
      }
    },
  }
}
