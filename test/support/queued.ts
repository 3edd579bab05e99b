import { DeleteMessageCommand, ReceiveMessageCommand, SendMessageCommand } from '@aws-sdk/client-sqs'
import type { Host } from '../../infra/local/host.ts'
import { operated } from './exactly-once.ts'

type Hosted = Pick<Host, 'outputs' | 'endpoints'>

/** The reports queue and its dead letters, past every proxy. */
export function queued(host: Hosted) {
  const { sqs } = operated(host)
  const { ReportQueueUrl, ReportDeadLetterUrl, StreamDeadLetterUrl } = host.outputs
  /** Takes messages out until there are so many; whoever held some gives them back in time. */
  const take = async (QueueUrl: string | undefined, count: number): Promise<string[]> => {
    const bodies: string[] = []
    for (let empty = 0; bodies.length < count && empty < 20;) {
      const { Messages = [] } = await sqs.send(
        new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 }),
      )
      for (const { Body = '', ReceiptHandle } of Messages) {
        await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }))
        bodies.push(Body)
      }
      empty = Messages.length === 0 ? empty + 1 : 0
    }
    return bodies
  }
  return {
    put: async (body: string) => void (await sqs.send(new SendMessageCommand({ QueueUrl: ReportQueueUrl, MessageBody: body }))), // prettier-ignore
    take: async (count: number) => await take(ReportQueueUrl, count),
    takeDead: async (count: number) => await take(ReportDeadLetterUrl, count),
    takeDeadPointers: async (count: number) => await take(StreamDeadLetterUrl, count),
  }
}
