import { Duration, Stack } from 'aws-cdk-lib'
import { Alarm, ComparisonOperator, TreatMissingData, type Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'

type Condition = {
  metric: (over: { period: Duration; statistic: string }) => Metric
  /** The alarm is raised when the metric is above this. */
  above: number
  statistic?: string
  period?: Duration
}

/** Where alarms go. Each alarm's name is a heading in docs/runbook.md. */
export class OperatorAlarms extends Construct {
  readonly topic: Topic
  readonly #event: string

  constructor(scope: Construct, id: string, { event, key }: { event: string; key: IKey }) {
    super(scope, id)
    this.#event = event
    this.topic = new Topic(this, 'Topic', { masterKey: key, enforceSSL: true })
    // Without this CloudWatch cannot seal what it publishes, and an alarm would fail without a trace.
    key.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    )
  }

  raise(name: string, { metric, above, statistic = 'Maximum', period = Duration.minutes(1) }: Condition): void {
    const alarm = new Alarm(this, name, {
      alarmName: `${this.#event} ${name}`,
      alarmDescription: `See "${name}" in docs/runbook.md`,
      metric: metric({ period, statistic }),
      threshold: above,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING, // an idle queue or stream reports nothing
    })
    alarm.addAlarmAction(new SnsAction(this.topic))
    alarm.addOkAction(new SnsAction(this.topic))
  }
}
