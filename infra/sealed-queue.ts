import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { OperatorAlarms } from './operator-alarms.ts'

/** A queue that keeps what it holds as long as SQS can, sealed by our key, reached over TLS only. */
export class SealedQueue extends Queue {
  constructor(scope: Construct, id: string, key: IKey, props: QueueProps = {}) {
    super(scope, id, {
      ...props,
      retentionPeriod: Duration.days(14),
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: key,
      dataKeyReuse: Duration.minutes(5), // one call to the key service per five minutes and client, not one per message
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN, // it may hold reports that were promised to be kept
    })
  }
}

/** The last stop of what could not be done: kept 14 days, announced, and announced again before it expires. */
export class DeadLetters extends Construct {
  readonly queue: SealedQueue

  constructor(scope: Construct, id: string, { key, alarms }: { key: IKey; alarms: OperatorAlarms }) {
    super(scope, id)
    this.queue = new SealedQueue(this, 'Queue', key)

    alarms.raise(`${id}-dead-letters`, {
      metric: (over) => this.queue.metricApproximateNumberOfMessagesVisible(over),
      above: 0,
    })
    // Expiry counts from the first sending, this age from the arrival here: seven days leave at least six to act.
    alarms.raise(`${id}-dead-letters-age`, {
      metric: (over) => this.queue.metricApproximateAgeOfOldestMessage(over),
      above: Duration.days(7).toSeconds(),
    })
  }
}
