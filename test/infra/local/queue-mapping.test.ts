import type { SQSEvent } from 'aws-lambda'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { awsCaller } from '../../../infra/local/aws-json.ts'
import { lambda, startTiny, type RunningTiny } from './tiny-stack.ts'

/** Logs its event; a message that holds `poison` is reported as failed, one that holds `throw` fails the batch. */
const CONSUME = `export const handler = async (event) => {
  console.log(JSON.stringify(event))
  if (event.Records.some(({ body }) => body.includes('throw'))) throw new Error('x')
  if (event.Records.some(({ body }) => body.includes('null'))) return null
  const failed = event.Records.filter(({ body }) => body.includes('poison'))
  return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) }
}`
const ARN = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] })

let tiny: RunningTiny | undefined
afterEach(async () => {
  await tiny?.end()
})

async function start(mapping: object = {}, visibilitySeconds = 1) {
  const RedrivePolicy = { deadLetterTargetArn: ARN('Dead'), maxReceiveCount: 2 }
  const stack = {
    code: { consume: CONSUME },
    resources: {
      Dead: { Type: 'AWS::SQS::Queue', Properties: { MessageRetentionPeriod: 1_209_600 } },
      Work: { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: 3_600, RedrivePolicy } },
      Consume: lambda('consume'),
      Mapping: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: {
          FunctionName: { Ref: 'Consume' },
          EventSourceArn: ARN('Work'),
          FunctionResponseTypes: ['ReportBatchItemFailures'],
          ...mapping,
        },
      },
    },
    outputs: { Work: { Ref: 'Work' }, Dead: { Ref: 'Dead' } },
  }
  const started = await startTiny(stack, { visibilitySeconds })
  tiny = started
  const sqs = awsCaller('sqs', started.endpoints.sqs, 'tests', 'ca-central-1')
  const url = (name: string) => started.outputs[name] ?? ''
  return {
    ...started,
    sqs,
    send: async (...bodies: string[]) => {
      const Entries = bodies.map((MessageBody, i) => ({ Id: String(i), MessageBody }))
      await sqs('SendMessageBatch', { QueueUrl: url('Work'), Entries })
    },
    events: () => {
      const lines = readFileSync(join(started.logsDir, 'consume.log'), 'utf8').trim().split('\n')
      return lines.filter((line) => line.includes('Records')).map((line) => JSON.parse(line) as SQSEvent)
    },
    count: async (name: string) => {
      const AttributeNames = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible']
      type Answer = { Attributes: Record<string, string> }
      const { Attributes } = await sqs<Answer>('GetQueueAttributes', { QueueUrl: url(name), AttributeNames })
      return AttributeNames.map((attribute) => Number(Attributes[attribute]))
    },
    dead: async () => {
      type Answer = { Messages?: { Body: string }[] }
      const { Messages = [] } = await sqs<Answer>('ReceiveMessage', {
        QueueUrl: url('Dead'),
        MaxNumberOfMessages: 10,
        VisibilityTimeout: 0,
      })
      return Messages.map(({ Body }) => Body).toSorted()
    },
  }
}

test('a message arrives as Lambda would bring it', async () => {
  const { sqs, outputs, events, idle } = await start()
  const MessageAttributes = { kind: { DataType: 'String', StringValue: 'a' } }
  await sqs('SendMessage', { QueueUrl: outputs['Work'], MessageBody: 'é', MessageAttributes })
  await idle()
  expect(events()).toEqual([
    {
      Records: [
        {
          messageId: expect.stringMatching(/^[0-9a-f-]{36}$/),
          receiptHandle: expect.any(String),
          body: 'é',
          attributes: {
            ApproximateReceiveCount: '1',
            SentTimestamp: expect.stringMatching(/^\d{13}$/),
            SenderId: expect.any(String),
            ApproximateFirstReceiveTimestamp: expect.stringMatching(/^\d{13}$/),
          },
          messageAttributes: {
            kind: { stringValue: 'a', stringListValues: [], binaryListValues: [], dataType: 'String' },
          },
          md5OfBody: createHash('md5').update('é').digest('hex'),
          md5OfMessageAttributes: expect.stringMatching(/^[0-9a-f]{32}$/),
          eventSource: 'aws:sqs',
          eventSourceARN: 'arn:aws:sqs:ca-central-1:000000000000:Work',
          awsRegion: 'ca-central-1',
        },
      ],
    },
  ])
})

test.each([0, 1, 4, 9])('poison at place %i of a batch ends in the dead letters, alone', async (place) => {
  const { send, events, count, dead } = await start({ BatchSize: 10 })
  const bodies = Array.from({ length: 10 }, (_, i) => (i === place ? 'poison' : `good ${i}`))
  await send(...bodies)
  await vi.waitFor(async () => expect(await dead()).toEqual(['poison']), { timeout: 10_000, interval: 200 })
  expect(await count('Work')).toEqual([0, 0])
  const seen = events().flatMap(({ Records }) => Records.map(({ body }) => body))
  expect(seen.filter((body) => body === 'poison')).toHaveLength(2)
  expect(seen.filter((body) => body !== 'poison')).toHaveLength(9)
})

test('a batch whose function throws comes back whole, and counts its receives', async () => {
  const { send, events, dead, idle } = await start()
  await send('throw', 'innocent')
  await vi.waitFor(async () => expect(await dead()).toContain('throw'), { timeout: 10_000, interval: 200 })
  await idle()
  // They come back each on its own clock, so the second time may find the innocent one alone.
  const batches = events().map(({ Records }) => Records.map(({ body }) => body))
  const together = batches.filter((bodies) => bodies.includes('throw') && bodies.includes('innocent')).length
  expect(together).toBeGreaterThan(0)
  expect(await dead()).toEqual(together === 2 ? ['innocent', 'throw'] : ['throw'])
  expect(batches.flat().toSorted()).toEqual(['innocent', 'innocent', 'throw', 'throw'])
  const counts = events().flatMap(({ Records }) => Records.map(({ attributes }) => attributes.ApproximateReceiveCount))
  expect(counts.toSorted()).toEqual(['1', '1', '2', '2'])
})

test('a null answer deletes the whole batch', async () => {
  const { send, count, idle } = await start()
  await send('null', 'poison')
  await idle()
  expect(await count('Dead')).toEqual([0, 0])
})

test('without ReportBatchItemFailures an answer of failures deletes the whole batch too', async () => {
  const { send, count, idle } = await start({ FunctionResponseTypes: [] })
  await send('poison')
  await idle()
  expect(await count('Dead')).toEqual([0, 0])
})

test('a window gathers a batch, and a batch does not wait once it is full', async () => {
  const { send, events, idle } = await start({ BatchSize: 4, MaximumBatchingWindowInSeconds: 1 }, 10)
  await send('a')
  await send('b', 'c')
  await idle()
  await send('d', 'e', 'f', 'g')
  await idle()
  expect(events().map(({ Records }) => Records.length)).toEqual([3, 4])
})

test('a batch larger than one receive is gathered within its window', async () => {
  const { send, events, idle } = await start({ BatchSize: 15, MaximumBatchingWindowInSeconds: 1 }, 10)
  await send(...Array.from({ length: 10 }, (_, i) => `first ${i}`))
  await send(...Array.from({ length: 5 }, (_, i) => `then ${i}`))
  await idle()
  expect(events().map(({ Records }) => Records.length)).toEqual([15])
})

test('a mapping that is not enabled reads nothing', async () => {
  const { send, count } = await start({ Enabled: false })
  await send('a')
  expect(await count('Work')).toEqual([1, 0])
})
