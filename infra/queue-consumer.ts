import { Duration } from 'aws-cdk-lib'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda'
import { Construct } from 'constructs'
import { mayConsume } from './least-verb.ts'
import type { OperatorAlarms } from './operator-alarms.ts'
import { DeadLetters, SealedQueue } from './sealed-queue.ts'
import type { StageFunction } from './stage-function.ts'

type Props = {
  consumer: StageFunction
  /** A message is retried at least this long before it becomes a dead letter. */
  retryFor: Duration
  /** How many consumers run at once, at most. */
  maxConcurrency: number
  /** How old the oldest message may get before somebody is told. */
  mayWait: Duration
  key: IKey
  alarms: OperatorAlarms
  /** Where the dead letters live in the tree. */
  lastStops: Construct
}

/** A queue, its consumer, its dead letters and its alarms: what must agree between them is derived from the consumer's timeout. */
export class QueueConsumer extends Construct {
  readonly queue: SealedQueue
  readonly deadLetters: SealedQueue

  constructor(scope: Construct, id: string, props: Props) {
    super(scope, id)
    const { consumer, retryFor, maxConcurrency, mayWait, key, alarms } = props
    // Six times the timeout, as Lambda asks, so that a throttled or retried call never overlaps with a redelivery.
    const visibilityTimeout = Duration.seconds(6 * timeoutOf(consumer).toSeconds())
    const maxReceiveCount = Math.ceil(retryFor.toSeconds() / visibilityTimeout.toSeconds())

    this.deadLetters = new DeadLetters(props.lastStops, id, { key, alarms }).queue
    this.queue = new SealedQueue(this, 'Queue', key, {
      visibilityTimeout,
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount },
    })

    mayConsume(consumer, this.queue)
    new EventSourceMapping(this, 'Mapping', {
      target: consumer,
      eventSourceArn: this.queue.queueArn,
      // Ten is what one ReceiveMessage brings, and needs no window. A hundred would save two US cents per million reports
      // in calls, cost each report a second of waiting, and put a hundred at once back into the queue when a call is killed.
      batchSize: 10,
      reportBatchItemFailures: true,
      maxConcurrency,
    })

    alarms.raise(`${id}-age`, {
      metric: (over) => this.queue.metricApproximateAgeOfOldestMessage(over),
      above: mayWait.toSeconds(),
    })
  }
}

const timeoutOf = (consumer: StageFunction) => {
  if (!consumer.timeout) throw new Error(`${consumer.node.id} has no timeout to derive the visibility from`)
  return consumer.timeout
}
