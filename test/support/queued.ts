import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs'
import type { Host } from '../../infra/local/host.ts'
import { operated } from './exactly-once.ts'

/** The queues of a hosted stack, past every proxy. */
export function queued(host: Pick<Host, 'outputs' | 'endpoints'>) {
  const { sqs, outputs } = operated(host)
  const { ReportQueueUrl, ReportDeadLetterUrl } = outputs
  const takeAll = async (QueueUrl: string | undefined): Promise<string[]> => {
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }))
    for (const { ReceiptHandle } of Messages) await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }))
    return Messages.length === 0 ? [] : [...Messages.map(({ Body }) => Body!), ...(await takeAll(QueueUrl))]
  }
  return {
    put: async (MessageBody: string) => {
      await sqs.send(new SendMessageCommand({ QueueUrl: ReportQueueUrl, MessageBody }))
    },
    /** How many messages wait or are being merged. */
    waiting: async () => {
      const AttributeNames = ['ApproximateNumberOfMessages' as const, 'ApproximateNumberOfMessagesNotVisible' as const]
      const { Attributes = {} } = await sqs.send(
        new GetQueueAttributesCommand({ QueueUrl: ReportQueueUrl, AttributeNames }),
      )
      return AttributeNames.reduce((sum, name) => sum + Number(Attributes[name]), 0)
    },
    /** Takes the dead reports out. */
    takeDead: async () => await takeAll(ReportDeadLetterUrl),
    /** Takes the pointers to dead stream records out. */
    takeDeadPointers: async () => await takeAll(host.outputs['StreamDeadLetterUrl']),
  }
}
