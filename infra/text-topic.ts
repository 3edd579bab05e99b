import { RemovalPolicy, Stack } from 'aws-cdk-lib'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Key } from 'aws-cdk-lib/aws-kms'
import { Subscription, SubscriptionProtocol, Topic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import { maySend } from './least-verb.ts'
import type { OperatorAlarms } from './operator-alarms.ts'
import { DeadLetters, type SealedQueue } from './sealed-queue.ts'
import type { StageFunction } from './stage-function.ts'

type Props = {
  alarms: OperatorAlarms
  /** Where the dead letters live in the tree. */
  lastStops: Construct
}

/**
 * Where AWS End User Messaging publishes what is texted to a number of ours, and the last stop of texts that could not be read.
 * Nowhere else does a sender's number lie, so topic and last stop have a key of their own.
 */
export class TextTopic extends Construct {
  readonly topic: Topic
  readonly deadLetters: SealedQueue

  constructor(scope: Construct, id: string, { alarms, lastStops }: Props) {
    super(scope, id)
    const key = new Key(this, 'Key', {
      description: 'Seals texts that still say from which number they came',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    this.topic = new Topic(this, 'Topic', { masterKey: key, enforceSSL: true })
    this.deadLetters = new DeadLetters(lastStops, 'sms', { key, alarms }).queue

    const inThisAccount = { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } }
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('sms-voice.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: inThisAccount,
      }),
    )
    // To publish, and to set aside what cannot be delivered at all.
    for (const service of ['sms-voice', 'sns'])
      key.addToResourcePolicy(
        new PolicyStatement({
          principals: [new ServicePrincipal(`${service}.amazonaws.com`)],
          actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
          resources: ['*'],
          conditions: inThisAccount,
        }),
      )
  }

  /**
   * Each text calls the consumer, which nobody waits for: a call that fails is made again after one minute and after two, one that
   * cannot be made is tried for six hours, the most that Lambda does. Then the text is set aside, with the number it came from.
   */
  deliverTo(consumer: StageFunction): void {
    const { topic, deadLetters } = this
    maySend(consumer, deadLetters)
    consumer.addPermission('TextTopic', {
      principal: new ServicePrincipal('sns.amazonaws.com'),
      sourceArn: topic.topicArn,
    })
    new Subscription(this, 'Subscription', {
      topic,
      protocol: SubscriptionProtocol.LAMBDA,
      endpoint: consumer.functionArn,
      deadLetterQueue: deadLetters,
    })
  }
}
