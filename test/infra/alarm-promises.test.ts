/* oxlint-disable vitest/no-standalone-expect -- testPromises runs this table, one test per row */
import { expect } from 'vitest'
import { testPromises } from '../support/promises.ts'
import { at, ofType, read, type Template, write } from '../support/template.ts'

const alarm = (template: Template, name: string) => at(template, `OperatorAlarms/${name}`).Properties
const topic = (template: Template) => at(template, 'OperatorAlarms/Topic').Properties
const DAY = 24 * 3600

await testPromises([
  {
    promise: 'a single dead letter raises an alarm within a minute',
    holds: (template) => {
      for (const queue of ['reports', 'sms', 'tally', 'grouping', 'publishing']) {
        expect(alarm(template, `${queue}-dead-letters`)).toMatchObject({
          MetricName: 'ApproximateNumberOfMessagesVisible',
          Dimensions: [{ Value: { 'Fn::GetAtt': [expect.stringMatching(`^DeadLetters${queue}Queue`), 'QueueName'] } }],
          ComparisonOperator: 'GreaterThanThreshold',
          Threshold: 0,
          Period: 60,
          EvaluationPeriods: 1,
        })
      }
    },
    broken: (template) => write(alarm(template, 'tally-dead-letters'), 'Threshold', 10),
  },
  {
    promise: 'a report that waits to be merged for a quarter of an hour raises an alarm',
    holds: (template) =>
      expect(alarm(template, 'reports-age')).toMatchObject({
        MetricName: 'ApproximateAgeOfOldestMessage',
        Dimensions: [{ Value: { 'Fn::GetAtt': [expect.stringMatching(/^reportsQueue/), 'QueueName'] } }],
        Threshold: 900,
        Statistic: 'Maximum',
      }),
    broken: (template) => write(alarm(template, 'reports-age'), 'Statistic', 'Minimum'),
  },
  {
    promise: 'a dead letter raises a second alarm days before it expires',
    holds: (template) => {
      for (const queue of ['reports', 'sms', 'tally', 'grouping', 'publishing']) {
        const { MetricName, Threshold } = alarm(template, `${queue}-dead-letters-age`) ?? {}
        expect(MetricName).toBe('ApproximateAgeOfOldestMessage')
        // 14 days from the first sending, of which at least six hours were spent trying.
        expect(Number(Threshold)).toBeLessThanOrEqual(8 * DAY)
      }
    },
    broken: (template) => write(alarm(template, 'reports-dead-letters-age'), 'Threshold', 14 * DAY),
  },
  {
    promise: 'counts that are a quarter of an hour behind raise an alarm',
    holds: (template) =>
      expect(alarm(template, 'tally-lag')).toMatchObject({
        MetricName: 'IteratorAge',
        Dimensions: [{ Name: 'FunctionName', Value: { Ref: expect.stringMatching(/^tallycomplaints/) } }],
        Threshold: 900_000,
      }),
    broken: (template) => write(alarm(template, 'tally-lag'), 'MetricName', 'Duration'),
  },
  {
    promise: 'requests that fail at the door raise an alarm',
    holds: (template) =>
      expect(alarm(template, 'requests-failing')).toMatchObject({ MetricName: '5xx', Statistic: 'Sum' }),
    broken: (template) => write(alarm(template, 'requests-failing'), 'MetricName', '4xx'),
  },
  {
    promise: 'an idle system is quiet',
    holds: (template) => {
      for (const [, { Properties }] of ofType(template, 'AWS::CloudWatch::Alarm'))
        expect(Properties?.['TreatMissingData']).toBe('notBreaching')
    },
    broken: (template) => write(alarm(template, 'tally-lag'), 'TreatMissingData', 'missing'),
  },
  {
    promise: 'every alarm, and its end, is told to the operators',
    holds: (template) => {
      const told = [{ Ref: expect.stringMatching(/^OperatorAlarmsTopic/) }]
      for (const [, { Properties }] of ofType(template, 'AWS::CloudWatch::Alarm'))
        expect(Properties).toMatchObject({ AlarmActions: told, OKActions: told })
    },
    broken: (template) => write(alarm(template, 'reports-age'), 'AlarmActions', []),
  },
  {
    promise: 'the topic of alarms is sealed, and CloudWatch may use its key: an alarm cannot fail in silence',
    holds: (template) => {
      const key = String(read(topic(template), 'KmsMasterKeyId.Fn::GetAtt.0'))
      expect(read(template.Resources[key], 'Properties.KeyPolicy.Statement')).toContainEqual(
        expect.objectContaining({
          Effect: 'Allow',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
          Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
        }),
      )
    },
    broken: (template) => write(at(template, 'TransitKey'), 'Properties.KeyPolicy.Statement.1', {}),
  },
  {
    promise: 'the topic of alarms takes nothing that comes without TLS',
    holds: (template) =>
      expect(JSON.stringify(at(template, 'OperatorAlarms/Topic/Policy').Properties)).toContain(
        '"Condition":{"Bool":{"aws:SecureTransport":"false"}},"Effect":"Deny"',
      ),
    broken: (template) => write(at(template, 'OperatorAlarms/Topic/Policy'), 'Properties.PolicyDocument.Statement', []),
  },
])
