import { Stack } from 'aws-cdk-lib'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler'
import { Construct } from 'constructs'
import { mayInvoke, maySend } from './least-verb.ts'
import type { SealedQueue } from './sealed-queue.ts'
import type { StageFunction } from './stage-function.ts'

type Props = {
  /** `rate(1 day)`, or a cron expression, in UTC. */
  every: string
  publisher: StageFunction
  /** Of calls that could not be made, and of those that failed. */
  deadLetters: SealedQueue
}

/** Calls the publisher, which nobody waits for: what fails three times, or cannot be called for a day, is set aside. */
export class EditionSchedule extends Construct {
  constructor(scope: Construct, id: string, { every, publisher, deadLetters }: Props) {
    super(scope, id)
    const inThisAccount = { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } }
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com').withConditions(inThisAccount),
    })
    mayInvoke(role, publisher)
    maySend(role, deadLetters)
    maySend(publisher, deadLetters)
    new CfnSchedule(this, 'Schedule', {
      scheduleExpression: every,
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: publisher.functionArn,
        roleArn: role.roleArn,
        // The same for every try of one call.
        input: JSON.stringify({ asOf: '<aws.scheduler.scheduled-time>' }),
        deadLetterConfig: { arn: deadLetters.queueArn },
      },
    })
  }
}
