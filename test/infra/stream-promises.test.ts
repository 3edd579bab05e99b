/* oxlint-disable vitest/no-standalone-expect -- testPromises runs this table, one test per row */
import { expect } from 'vitest'
import { testPromises } from '../support/promises.ts'
import { at, ofType, type Template, write } from '../support/template.ts'

const stream = (template: Template) => at(template, 'tally/Mapping').Properties

await testPromises([
  {
    promise: 'the tally reads the stream from its beginning, so that no change is skipped',
    holds: (template) => expect(stream(template)?.['StartingPosition']).toBe('TRIM_HORIZON'),
    broken: (template) => write(stream(template), 'StartingPosition', 'LATEST'),
  },
  {
    promise: 'a failing batch of changes is halved until the poison is alone',
    holds: (template) => expect(stream(template)?.['BisectBatchOnFunctionError']).toBe(true),
    broken: (template) => write(stream(template), 'BisectBatchOnFunctionError'),
  },
  {
    promise: 'poison does not block the counts: it is tried a finite number of times',
    holds: (template) => {
      expect(stream(template)?.['MaximumRetryAttempts']).toBeGreaterThanOrEqual(10)
      expect(stream(template)?.['MaximumRetryAttempts']).toBeLessThanOrEqual(1000)
    },
    broken: (template) => write(stream(template), 'MaximumRetryAttempts', -1),
  },
  {
    promise: 'a change that waited for a repair is set aside before the stream forgets it, and not long before',
    holds: (template) => {
      expect(stream(template)?.['MaximumRecordAgeInSeconds']).toBeGreaterThanOrEqual(20 * 3600)
      expect(stream(template)?.['MaximumRecordAgeInSeconds']).toBeLessThan(24 * 3600)
    },
    broken: (template) => write(stream(template), 'MaximumRecordAgeInSeconds', -1),
  },
  {
    promise: 'a pointer to what the tally gave up is kept',
    holds: (template) =>
      expect(stream(template)).toMatchObject({
        DestinationConfig: {
          OnFailure: { Destination: { 'Fn::GetAtt': [expect.stringMatching(/^DeadLetterstally/), 'Arn'] } },
        },
      }),
    broken: (template) => write(stream(template), 'DestinationConfig'),
  },
  {
    promise: 'up to a thousand changes are folded together, and the counts are at most a second later for it',
    holds: (template) => expect(stream(template)).toMatchObject({ BatchSize: 1000, MaximumBatchingWindowInSeconds: 1 }),
    broken: (template) => write(stream(template), 'MaximumBatchingWindowInSeconds', 60),
  },
  {
    promise: 'only complaints has a stream, and it carries new images only',
    holds: (template) => {
      const streams = ofType(template, 'AWS::DynamoDB::Table').flatMap(([name, { Properties }]) =>
        Properties?.['StreamSpecification'] ? [[name, Properties['StreamSpecification']]] : [],
      )
      expect(streams).toEqual([['complaints', { StreamViewType: 'NEW_IMAGE' }]])
    },
    broken: (template) =>
      write(at(template, 'stats'), 'Properties.StreamSpecification', { StreamViewType: 'NEW_IMAGE' }),
  },
  {
    promise: 'at most two functions read the stream',
    holds: (template) => {
      const readers = ofType(template, 'AWS::Lambda::EventSourceMapping').filter(([, { Properties }]) =>
        JSON.stringify(Properties?.['EventSourceArn']).includes('StreamArn'),
      )
      expect(readers.length).toBeLessThanOrEqual(2)
      expect(readers.length).toBeGreaterThan(0)
    },
    broken: (template) => {
      const { Type, Properties = {} } = at(template, 'tally/Mapping')
      for (const id of ['A', 'B']) template.Resources[id] = { Type, Properties }
    },
  },
])
