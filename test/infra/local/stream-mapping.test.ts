import type { DynamoDBStreamEvent } from 'aws-lambda'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { awsCaller } from '../../../infra/local/aws-json.ts'
import type { HostOptions } from '../../../infra/local/host.ts'
import { newDataDir } from '../../support/stack.ts'
import { lambda, startTiny, type RunningTiny } from './tiny-stack.ts'

/** Logs its event; a record whose key holds `poison` is reported, `throw` fails the batch, `once` fails it the first time. */
const FOLD = `let seen = false
export const handler = async (event) => {
  console.log(JSON.stringify(event))
  const key = ({ dynamodb }) => dynamodb.Keys.pk.S
  if (event.Records.some((record) => key(record).includes('throw'))) throw new Error('x')
  if (!seen && event.Records.some((record) => key(record).includes('once'))) { seen = true; throw new Error('once') }
  const failed = event.Records.filter((record) => key(record).includes('poison'))
  return { batchItemFailures: failed.map(({ dynamodb }) => ({ itemIdentifier: dynamodb.SequenceNumber })) }
}`
const REPORTED = { FunctionResponseTypes: ['ReportBatchItemFailures'] }

let tiny: RunningTiny | undefined
afterEach(async () => {
  await tiny?.end()
})

async function start(mapping: object = {}, options: Partial<HostOptions> = {}) {
  const stack = {
    code: { fold: FOLD },
    resources: {
      Dead: { Type: 'AWS::SQS::Queue', Properties: {} },
      Things: {
        Type: 'AWS::DynamoDB::Table',
        Properties: {
          KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
          AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
          StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
        },
      },
      Fold: lambda('fold'),
      Mapping: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: {
          FunctionName: { Ref: 'Fold' },
          EventSourceArn: { 'Fn::GetAtt': ['Things', 'StreamArn'] },
          StartingPosition: 'TRIM_HORIZON',
          MaximumBatchingWindowInSeconds: 1,
          DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': ['Dead', 'Arn'] } } },
          ...mapping,
        },
      },
    },
    outputs: { Dead: { Ref: 'Dead' } },
  }
  const started = await startTiny(stack, options)
  tiny = started
  const dynamodb = awsCaller('dynamodb', started.endpoints.dynamodb, 'tests', 'ca-central-1')
  const sqs = awsCaller('sqs', started.endpoints.sqs, 'tests', 'ca-central-1')
  return {
    ...started,
    put: async (...keys: string[]) => {
      for (const pk of keys) await dynamodb('PutItem', { TableName: 'Things', Item: { pk: { S: pk }, n: { N: '1' } } })
    },
    events: () => {
      const log = join(started.logsDir, 'fold.log')
      const lines = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []
      return lines.filter((line) => line.includes('Records')).map((line) => JSON.parse(line) as DynamoDBStreamEvent)
    },
    dead: async () => {
      type Answer = { Messages?: { Body: string }[] }
      const all = { QueueUrl: started.outputs['Dead'], MaxNumberOfMessages: 10, VisibilityTimeout: 0 }
      const { Messages = [] } = await sqs<Answer>('ReceiveMessage', all)
      return Messages.map(
        ({ Body }) => JSON.parse(Body) as { requestContext: object; DDBStreamBatchInfo: Record<string, unknown> },
      )
    },
  }
}

const keysOf = ({ Records }: DynamoDBStreamEvent) => Records.map(({ dynamodb }) => dynamodb?.Keys?.['pk']?.S)

test('a record arrives as Lambda would bring it', async () => {
  const { put, idle, events } = await start()
  await put('a')
  await idle()
  const streamArn = 'arn:aws:dynamodb:ca-central-1:000000000000:table/Things/stream/local'
  expect(events()).toEqual([
    {
      Records: [
        {
          eventID: expect.stringMatching(/^[0-9a-f]{32}$/),
          eventName: 'INSERT',
          eventVersion: '1.1',
          eventSource: 'aws:dynamodb',
          awsRegion: 'ca-central-1',
          dynamodb: {
            ApproximateCreationDateTime: expect.any(Number),
            Keys: { pk: { S: 'a' } },
            NewImage: { pk: { S: 'a' }, n: { N: '1' } },
            SequenceNumber: '1',
            SizeBytes: expect.any(Number),
            StreamViewType: 'NEW_IMAGE',
          },
          eventSourceARN: streamArn,
        },
      ],
    },
  ])
})

test('records come in order, in batches no larger than said', async () => {
  const { put, idle, events } = await start({ BatchSize: 4, MaximumBatchingWindowInSeconds: 0 })
  const keys = Array.from({ length: 10 }, (_, i) => `k${i}`)
  await put(...keys)
  await idle()
  expect(events().flatMap(keysOf)).toEqual(keys)
  expect(Math.max(...events().map(({ Records }) => Records.length))).toBeLessThanOrEqual(4)
})

test.each([0, 1, 3, 6])('poison at place %i of a batch is given up alone, and all else is folded', async (place) => {
  const { put, idle, events, dead } = await start({
    ...REPORTED,
    BisectBatchOnFunctionError: true,
    MaximumRetryAttempts: 2,
  })
  const keys = Array.from({ length: 7 }, (_, i) => (i === place ? 'poison' : `k${i}`))
  await put(...keys)
  await idle()
  expect((await dead()).map(({ DDBStreamBatchInfo }) => DDBStreamBatchInfo)).toEqual([
    expect.objectContaining({
      batchSize: 1,
      startSequenceNumber: String(place + 1),
      endSequenceNumber: String(place + 1),
    }),
  ])
  expect(new Set(events().flatMap(keysOf))).toEqual(new Set(keys))
  // Alone in its batch: once, and twice more.
  expect(events().filter((event) => keysOf(event).join() === 'poison')).toHaveLength(3)
})

test('a function that throws has its batch halved until the poison is alone', async () => {
  const { put, idle, dead } = await start({ BisectBatchOnFunctionError: true, MaximumRetryAttempts: 0 })
  await put('a', 'b', 'throw', 'c', 'd')
  await idle()
  expect((await dead()).map(({ DDBStreamBatchInfo }) => DDBStreamBatchInfo['startSequenceNumber'])).toEqual(['3'])
})

test('without bisecting a batch is retried and given up as a whole, described as Lambda does', async () => {
  const { put, idle, dead, events } = await start({ MaximumRetryAttempts: 1 })
  await put('a', 'throw', 'b')
  await idle()
  const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string
  expect(await dead()).toEqual([
    {
      requestContext: {
        requestId: expect.any(String),
        functionArn: 'arn:aws:lambda:ca-central-1:000000000000:function:fold',
        condition: 'RetryAttemptsExhausted',
        approximateInvokeCount: 2,
      },
      responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
      version: '1.0',
      timestamp: time,
      DDBStreamBatchInfo: {
        shardId: expect.stringMatching(/^shardId-/),
        startSequenceNumber: '1',
        endSequenceNumber: '3',
        approximateArrivalOfFirstRecord: time,
        approximateArrivalOfLastRecord: time,
        batchSize: 3,
        streamArn: 'arn:aws:dynamodb:ca-central-1:000000000000:table/Things/stream/local',
      },
    },
  ])
  expect(events()).toHaveLength(2)
})

test('a fault that passes is retried, and nothing is given up', async () => {
  const { put, idle, dead, events } = await start({ MaximumRetryAttempts: 5 })
  await put('a', 'once')
  await idle()
  expect(events().map(keysOf)).toEqual([
    ['a', 'once'],
    ['a', 'once'],
  ])
  expect(await dead()).toEqual([])
})

test('what came before the first reported record is not brought again', async () => {
  const { put, idle, events } = await start({ ...REPORTED, MaximumRetryAttempts: 1 })
  await put('a', 'b', 'poison', 'c')
  await idle()
  expect(events().map(keysOf)).toEqual([
    ['a', 'b', 'poison', 'c'],
    ['poison', 'c'],
    ['poison', 'c'],
  ])
})

test('records older than the template allows are given up unseen', async () => {
  const { put, dead, events } = await start({ MaximumRecordAgeInSeconds: 0, MaximumBatchingWindowInSeconds: 2 })
  await put('a')
  await vi.waitFor(async () => expect(await dead()).toHaveLength(1), { timeout: 10_000, interval: 100 })
  expect((await dead())[0]?.requestContext).toMatchObject({ condition: 'RecordAgeExceeded' })
  expect(events()).toEqual([])
})

test('after a restart a stream goes on where it was, at the record that fails', async () => {
  const dataDir = newDataDir()
  const first = await start(REPORTED, { dataDir })
  await first.put('a', 'b', 'poison', 'c')
  await vi.waitFor(() => expect(first.events().map(keysOf)).toContainEqual(['poison', 'c']), { timeout: 10_000 })
  await first.stop({ drainMillis: 0 })
  const seen = first.events().length
  const second = await start(REPORTED, { dataDir })
  await vi.waitFor(() => expect(second.events().length).toBeGreaterThan(seen), { timeout: 10_000 })
  expect(second.events().slice(seen).map(keysOf)[0]).toEqual(['poison', 'c'])
})
