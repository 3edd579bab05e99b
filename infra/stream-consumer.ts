import { Duration } from 'aws-cdk-lib'
import { EventSourceMapping, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { Construct } from 'constructs'
import type { KeptTable } from './kept-table.ts'
import { mayFollow, maySend } from './least-verb.ts'
import type { OperatorAlarms } from './operator-alarms.ts'
import type { SealedQueue } from './sealed-queue.ts'
import type { StageFunction } from './stage-function.ts'

type Props = {
  table: KeptTable
  consumer: StageFunction
  /** Takes pointers to what could not be folded; the records themselves stay in the table. */
  deadLetters: SealedQueue
  /** The most changes that the consumer is given at once. */
  batchSize: number
  /** How far the consumer may lag behind the table before somebody is told. */
  mayLag: Duration
  alarms: OperatorAlarms
}

/** A table's stream and its consumer: a failing batch is halved until the poison is alone, then set aside. */
export class StreamConsumer extends Construct {
  constructor(scope: Construct, id: string, { table, consumer, deadLetters, batchSize, mayLag, alarms }: Props) {
    super(scope, id)
    if (!table.tableStreamArn) throw new Error(`${table.node.id} has no stream`)

    mayFollow(consumer, table)
    maySend(consumer, deadLetters)
    new EventSourceMapping(this, 'Mapping', {
      target: consumer,
      eventSourceArn: table.tableStreamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      // The more reporters are folded at once, the more of a transaction's fifty share their counters. The window fills it.
      batchSize,
      maxBatchingWindow: Duration.seconds(1),
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      // Attempts, not age, set poison aside: an age would also discard the good records that waited for a repair.
      // The age only keeps a record from expiring unseen, which a stream does after 24 hours.
      retryAttempts: 100,
      maxRecordAge: Duration.hours(23),
      // Not CDK's SqsDlq: that allows more verbs than SendMessage.
      onFailure: { bind: () => ({ destination: deadLetters.queueArn }) },
    })

    alarms.raise(`${id}-lag`, {
      metric: (over) => consumer.metric('IteratorAge', over),
      above: mayLag.toMilliseconds(),
    })
  }
}
