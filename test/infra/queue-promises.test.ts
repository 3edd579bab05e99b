/* oxlint-disable vitest/no-standalone-expect -- testPromises runs this table, one test per row */
import { expect } from 'vitest'
import { testPromises } from '../support/promises.ts'
import { at, ofType, read, type Template, write } from '../support/template.ts'

const SIX_HOURS = 6 * 3600
const FOURTEEN_DAYS = 14 * 24 * 3600
const LAST_STOPS = ['reports', 'sms', 'tally', 'grouping', 'publishing'].map((name) => `DeadLetters/${name}/Queue`)
const QUEUES = ['reports/Queue', ...LAST_STOPS]
const TEXTS = 'DeadLetters/sms/Queue'

const queue = (template: Template, path: string) => at(template, path).Properties
const mapping = (template: Template, id: string) => at(template, `${id}/Mapping`).Properties
const logicalId = (template: Template, path: string) =>
  Object.entries(template.Resources).find(([, resource]) => resource === at(template, path))?.[0]

await testPromises([
  {
    promise: 'a message is retried for at least six hours before it becomes a dead letter',
    holds: (template) => {
      const { VisibilityTimeout, RedrivePolicy } = queue(template, 'reports/Queue') ?? {}
      const tries = Number(read(RedrivePolicy, 'maxReceiveCount'))
      expect(Number(VisibilityTimeout) * tries).toBeGreaterThanOrEqual(SIX_HOURS)
      expect(tries, 'more than SQS allows').toBeLessThanOrEqual(1000)
    },
    broken: (template) => write(queue(template, 'reports/Queue'), 'RedrivePolicy.maxReceiveCount', 5),
  },
  {
    promise: 'a message stays invisible for six times as long as merging may take, and the window of its batch',
    holds: (template) => {
      const timeout = Number(at(template, 'merge-report').Properties?.['Timeout'])
      const window = Number(mapping(template, 'reports')?.['MaximumBatchingWindowInSeconds'] ?? 0)
      expect(queue(template, 'reports/Queue')?.['VisibilityTimeout']).toBeGreaterThanOrEqual(6 * timeout + window)
    },
    broken: (template) => write(at(template, 'merge-report'), 'Properties.Timeout', 30),
  },
  {
    promise: 'what a killed call held is tried again within two minutes',
    holds: (template) => expect(queue(template, 'reports/Queue')?.['VisibilityTimeout']).toBeLessThanOrEqual(120),
    broken: (template) => write(queue(template, 'reports/Queue'), 'VisibilityTimeout', 900),
  },
  {
    promise: 'a report that cannot be merged is kept in the dead letters of its own queue',
    holds: (template) =>
      expect(queue(template, 'reports/Queue')).toMatchObject({
        RedrivePolicy: {
          deadLetterTargetArn: { 'Fn::GetAtt': [logicalId(template, 'DeadLetters/reports/Queue'), 'Arn'] },
        },
      }),
    broken: (template) => write(queue(template, 'reports/Queue'), 'RedrivePolicy'),
  },
  {
    promise: 'every queue keeps what it holds for 14 days',
    holds: (template) => {
      for (const path of QUEUES) expect(queue(template, path)?.['MessageRetentionPeriod']).toBe(FOURTEEN_DAYS)
      expect(ofType(template, 'AWS::SQS::Queue')).toHaveLength(QUEUES.length)
    },
    broken: (template) => write(queue(template, 'DeadLetters/tally/Queue'), 'MessageRetentionPeriod'),
  },
  {
    promise: 'every queue is sealed by a key of ours, asked for at most once in five minutes',
    holds: (template) => {
      for (const path of QUEUES)
        expect(queue(template, path)).toMatchObject({
          KmsMasterKeyId: { 'Fn::GetAtt': [logicalId(template, path === TEXTS ? 'Sms/Key' : 'TransitKey'), 'Arn'] },
          KmsDataKeyReusePeriodSeconds: 300,
        })
    },
    broken: (template) => write(queue(template, 'reports/Queue'), 'KmsMasterKeyId', 'alias/aws/sqs'),
  },
  {
    promise: 'every queue refuses a connection without TLS',
    holds: (template) => {
      for (const path of QUEUES)
        expect(read(at(template, `${path}/Policy`), 'Properties.PolicyDocument.Statement')).toContainEqual(
          expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        )
    },
    broken: (template) => write(at(template, 'reports/Queue/Policy'), 'Properties.PolicyDocument.Statement', []),
  },
  {
    promise: 'a queue outlives its stack: what it holds was promised to be kept',
    holds: (template) => {
      for (const path of QUEUES) expect(at(template, path).DeletionPolicy).toBe('Retain')
    },
    broken: (template) => write(at(template, 'reports/Queue'), 'DeletionPolicy', 'Delete'),
  },
  {
    promise: 'a batch fails message by message, record by record',
    holds: (template) => {
      for (const id of ['reports', 'tally', 'grouping'])
        expect(mapping(template, id)?.['FunctionResponseTypes']).toEqual(['ReportBatchItemFailures'])
      expect(ofType(template, 'AWS::Lambda::EventSourceMapping')).toHaveLength(3)
    },
    broken: (template) => write(mapping(template, 'reports'), 'FunctionResponseTypes'),
  },
  {
    promise: 'a flood of reports cannot start more than ten merges at once',
    holds: (template) =>
      expect(mapping(template, 'reports')).toMatchObject({ ScalingConfig: { MaximumConcurrency: 10 } }),
    broken: (template) => write(mapping(template, 'reports'), 'ScalingConfig'),
  },
  {
    promise: 'a report waits for no batch to fill',
    holds: (template) => {
      expect(mapping(template, 'reports')?.['BatchSize']).toBe(10)
      expect(mapping(template, 'reports')).not.toHaveProperty('MaximumBatchingWindowInSeconds')
    },
    broken: (template) => write(mapping(template, 'reports'), 'MaximumBatchingWindowInSeconds', 5),
  },
])
