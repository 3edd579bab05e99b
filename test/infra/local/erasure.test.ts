import { globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { awsCaller, type AwsCall } from '../../../infra/local/aws-json.ts'
import { newDataDir } from '../../support/stack.ts'
import { lambda, startTiny, type RunningTiny } from './tiny-stack.ts'

const HOUR = 60 * 60 * 1000
const later = (hours: number) => new Date(Date.now() + hours * HOUR)
const keys = {
  KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
  AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
}
const resources = {
  Dead: { Type: 'AWS::SQS::Queue', Properties: { MessageRetentionPeriod: 3_600 } },
  Work: { Type: 'AWS::SQS::Queue', Properties: {} },
  Streamed: {
    Type: 'AWS::DynamoDB::Table',
    Properties: { ...keys, StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' } },
  },
  Expiring: {
    Type: 'AWS::DynamoDB::Table',
    Properties: { ...keys, TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true } },
  },
  Read: lambda('read'),
  FromQueue: {
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: { FunctionName: { Ref: 'Read' }, EventSourceArn: { 'Fn::GetAtt': ['Work', 'Arn'] } },
  },
  FromStream: {
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: {
      FunctionName: { Ref: 'Read' },
      EventSourceArn: { 'Fn::GetAtt': ['Streamed', 'StreamArn'] },
      StartingPosition: 'TRIM_HORIZON',
    },
  },
}
const READ = `export const handler = async (event) => { console.log('read', event.Records.length) }`

let tiny: RunningTiny
let dynamodb: AwsCall
let sqs: AwsCall
afterEach(() => tiny.end())

async function start(): Promise<void> {
  tiny = await startTiny({ code: { read: READ }, resources, outputs: { Work: { Ref: 'Work' }, Dead: { Ref: 'Dead' } } })
  dynamodb = awsCaller('dynamodb', tiny.endpoints.dynamodb, 'tests', 'ca-central-1')
  sqs = awsCaller('sqs', tiny.endpoints.sqs, 'tests', 'ca-central-1')
}

/** The files of the data folder that hold the bytes. */
function holding(mark: string): string[] {
  const files = globSync('**/*', { cwd: tiny.dataDir }).filter((file) => statSync(join(tiny.dataDir, file)).isFile())
  return files.filter((file) => readFileSync(join(tiny.dataDir, file)).includes(mark))
}

async function put(TableName: string, pk: string, words: string, more: object = {}): Promise<void> {
  await dynamodb('PutItem', { TableName, Item: { pk: { S: pk }, words: { S: words }, ...more } })
}
const remove = async (TableName: string, pk: string) =>
  await dynamodb('DeleteItem', { TableName, Key: { pk: { S: pk } } })

test('after a sweep no byte is left of what was deleted, of trimmed stream records and of consumed messages', async () => {
  await start()
  for (let i = 0; i < 60; i++) {
    const filler = 'x'.repeat((i % 7) * 900)
    await put('Streamed', `k${i}`, `DELETEDWORDS${i} ${filler}`)
    await put('Streamed', `k${i}`, `LATERWORDS${i} ${filler}`)
    await sqs('SendMessage', { QueueUrl: tiny.outputs['Work'], MessageBody: `CONSUMEDWORDS${i} ${filler}` })
  }
  for (let i = 0; i < 60; i++) await remove('Streamed', `k${i}`)
  await put('Streamed', 'stays', 'KEPTWORDS')
  await tiny.idle()
  for (const mark of ['DELETEDWORDS', 'LATERWORDS', 'CONSUMEDWORDS', 'KEPTWORDS']) expect(holding(mark)).not.toEqual([])

  await tiny.sweep({ now: later(25) })
  for (const mark of ['DELETEDWORDS', 'LATERWORDS', 'CONSUMEDWORDS']) expect(holding(mark)).toEqual([])
  expect(holding('KEPTWORDS')).toEqual(['dynamodb.db'])
})

test('within 24 hours a sweep keeps the stream, and after it the stream goes on', async () => {
  await start()
  await put('Streamed', 'a', 'FIRSTWORDS')
  await tiny.idle()
  await remove('Streamed', 'a')
  await tiny.idle()
  await tiny.sweep({ now: later(23) })
  expect(holding('FIRSTWORDS')).toEqual(['dynamodb.db'])
  await tiny.sweep({ now: later(25) })
  expect(holding('FIRSTWORDS')).toEqual([])
  const before = tiny.invocations()['read']?.invocations ?? 0
  await put('Streamed', 'b', 'x')
  await tiny.idle()
  expect(tiny.invocations()['read']?.invocations).toBe(before + 1)
})

test('a stream record that its reader has not passed is kept, however old', async () => {
  const poisoned = `export const handler = async () => { throw new Error('not yet') }`
  tiny = await startTiny({ code: { read: poisoned }, resources, outputs: { Work: { Ref: 'Work' } } })
  dynamodb = awsCaller('dynamodb', tiny.endpoints.dynamodb, 'tests', 'ca-central-1')
  await put('Streamed', 'a', 'UNREADWORDS')
  await remove('Streamed', 'a')
  await tiny.sweep({ now: later(48) })
  expect(holding('UNREADWORDS')).toEqual(['dynamodb.db'])
})

test('a reader that is added after trimming sees only what comes after', async () => {
  const { FromStream: _, ...unread } = resources
  const dataDir = newDataDir()
  tiny = await startTiny({ code: { read: READ }, resources: unread, outputs: { Work: { Ref: 'Work' } } }, { dataDir })
  dynamodb = awsCaller('dynamodb', tiny.endpoints.dynamodb, 'tests', 'ca-central-1')
  await put('Streamed', 'a', 'BEFOREWORDS')
  await remove('Streamed', 'a')
  await tiny.sweep({ now: later(25) })
  expect(holding('BEFOREWORDS')).toEqual([])
  await tiny.stop()
  tiny = await startTiny({ code: { read: READ }, resources }, { dataDir })
  await tiny.idle({ withinMillis: 10_000 })
  expect(tiny.invocations()['read']?.invocations).toBe(0)
})

test('what has outlived its time to live goes, what has not stays', async () => {
  await start()
  const expiresAt = (hours: number) => ({ expiresAt: { N: String(Math.floor(later(hours).getTime() / 1000)) } })
  await put('Expiring', 'soon', 'SOONWORDS', expiresAt(1))
  await put('Expiring', 'late', 'LATEWORDS', expiresAt(9))
  await put('Expiring', 'never', 'NEVERWORDS')
  await put('Expiring', 'text', 'TEXTWORDS', { expiresAt: { S: '1' } })
  await tiny.sweep({ now: later(2) })
  expect(holding('SOONWORDS')).toEqual([])
  for (const mark of ['LATEWORDS', 'NEVERWORDS', 'TEXTWORDS']) expect(holding(mark)).toEqual(['dynamodb.db'])
})

test('a message older than its queue keeps goes, and no longer counts', async () => {
  await start()
  await sqs('SendMessage', { QueueUrl: tiny.outputs['Dead'], MessageBody: 'DEADWORDS' })
  await tiny.sweep()
  expect(holding('DEADWORDS')).toEqual(['queues/fauxqs.db'])
  await tiny.sweep({ now: later(2) })
  expect(holding('DEADWORDS')).toEqual([])
  type Answer = { Attributes: Record<string, string> }
  const names = { QueueUrl: tiny.outputs['Dead'], AttributeNames: ['ApproximateNumberOfMessages'] }
  expect((await sqs<Answer>('GetQueueAttributes', names)).Attributes).toEqual({ ApproximateNumberOfMessages: '0' })
})

test('the host sweeps as it stops', async () => {
  await start()
  await put('Expiring', 'a', 'STOPPEDWORDS')
  await remove('Expiring', 'a')
  await tiny.stop()
  expect(holding('STOPPEDWORDS')).toEqual([])
})

test('requests are answered while a sweep runs', async () => {
  await start()
  let isSwept = false
  const sweeping = (async () => {
    for (let i = 0; i < 10; i++) await tiny.sweep()
    isSwept = true
  })()
  let puts = 0
  await vi.waitFor(
    async () => {
      await put('Streamed', `k${puts++}`, 'x'.repeat(2_000))
      await sqs('SendMessage', { QueueUrl: tiny.outputs['Work'], MessageBody: 'x' })
      expect(isSwept).toBe(true)
    },
    { timeout: 20_000, interval: 1 },
  )
  await sweeping
  expect(puts).toBeGreaterThan(1)
})
