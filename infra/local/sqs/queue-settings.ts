import type { QueueSettings } from './engine.ts'
import type { Stack } from '../template/stack.ts'

/** The template's queues as attributes of SQS. `visibilitySeconds` replaces the template's value where a function reads. */
export function queueSettings({ queues, mappings }: Stack, visibilitySeconds: number | undefined): QueueSettings[] {
  const read = new Set(mappings.map(({ source }) => (source.kind === 'queue' ? source.queue.name : '')))
  return queues.map((queue) => {
    const isConsumed = read.has(queue.name)
    const attributes = {
      VisibilityTimeout: (isConsumed ? visibilitySeconds : undefined) ?? queue.VisibilityTimeout,
      MessageRetentionPeriod: queue.MessageRetentionPeriod,
      DelaySeconds: queue.DelaySeconds,
      MaximumMessageSize: queue.MaximumMessageSize,
      ReceiveMessageWaitTimeSeconds: queue.ReceiveMessageWaitTimeSeconds,
      FifoQueue: queue.FifoQueue,
      ContentBasedDeduplication: queue.ContentBasedDeduplication,
      RedrivePolicy: queue.RedrivePolicy && JSON.stringify(queue.RedrivePolicy),
    }
    const given = Object.entries(attributes).filter(([, value]) => value !== undefined)
    return {
      name: queue.name,
      arn: queue.arn,
      isConsumed,
      attributes: Object.fromEntries(given.map(([name, value]) => [name, String(value)])),
    }
  })
}
