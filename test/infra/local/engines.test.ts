import { mkdtempSync } from 'node:fs'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { awsCaller, type AwsCall } from '../../../infra/local/aws-json.ts'
import { startDynamoDbEngine } from '../../../infra/local/dynamodb/engine.ts'
import { startTiny, type RunningTiny } from './tiny-stack.ts'

const table = (more: object = {}) => ({
  Type: 'AWS::DynamoDB::Table',
  Properties: {
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
    ...more,
  },
})

let tiny: RunningTiny
let sqs: AwsCall
let dynamodb: AwsCall
const url = (name: string) => tiny.outputs[name] ?? ''
beforeAll(async () => {
  const RedrivePolicy = { deadLetterTargetArn: { 'Fn::GetAtt': ['Dead', 'Arn'] }, maxReceiveCount: 1 }
  tiny = await startTiny({
    code: {},
    resources: {
      Dead: { Type: 'AWS::SQS::Queue', Properties: {} },
      Work: { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: 30, RedrivePolicy } },
      Streamed: table({ StreamSpecification: { StreamViewType: 'NEW_IMAGE' } }),
    },
    outputs: { Work: { Ref: 'Work' }, Dead: { Ref: 'Dead' } },
  })
  sqs = awsCaller('sqs', tiny.endpoints.sqs, 'tests', 'ca-central-1')
  dynamodb = awsCaller('dynamodb', tiny.endpoints.dynamodb, 'tests', 'ca-central-1')
})
afterAll(() => tiny.end())
afterEach(() => vi.unstubAllEnvs())

type Received = { Messages?: { Body: string; ReceiptHandle: string }[] }
const receive = async (name: string) =>
  (await sqs<Received>('ReceiveMessage', { QueueUrl: url(name), MaxNumberOfMessages: 10 })).Messages ?? []

test('nothing listens beyond this machine', async () => {
  const all = Object.values(networkInterfaces()).flat()
  const outside = all.filter((each) => each?.family === 'IPv4' && !each.internal).map((each) => each?.address ?? '')
  for (const endpoint of Object.values(tiny.endpoints)) {
    expect(new URL(endpoint).hostname).toBe('127.0.0.1')
    for (const address of outside) {
      await expect(fetch(endpoint.replace('127.0.0.1', address))).rejects.toThrow('fetch failed')
    }
  }
})

test('a message may hold every character that SQS takes, and no other', async () => {
  const MessageBody = 'emoji 🗳️, 漢字, tab\t'
  await sqs('SendMessage', { QueueUrl: url('Dead'), MessageBody })
  expect((await receive('Dead')).map(({ Body }) => Body)).toEqual([MessageBody])
  for (const refused of ['\u0000', '\ud800', '\uffff']) {
    await expect(sqs('SendMessage', { QueueUrl: url('Dead'), MessageBody: refused })).rejects.toThrow(
      'InvalidMessageContents',
    )
  }
})

test('a message whose visibility is set to zero comes back at once', async () => {
  await sqs('SendMessage', { QueueUrl: url('Dead'), MessageBody: 'again' })
  const [message] = await receive('Dead')
  await sqs('ChangeMessageVisibility', {
    QueueUrl: url('Dead'),
    ReceiptHandle: message?.ReceiptHandle,
    VisibilityTimeout: 0,
  })
  expect((await receive('Dead')).map(({ Body }) => Body)).toEqual(['again'])
})

/** Makes the disk fail under the engine, in a way of its own, for messages that hold the word. */
function failing(word: string, statement: string): { [Symbol.dispose]: () => void; database: DatabaseSync } {
  const database = new DatabaseSync(join(tiny.dataDir, 'queues', 'fauxqs.db'), { timeout: 5_000 })
  database.exec(
    `CREATE TRIGGER fault BEFORE INSERT ON sqs_messages WHEN NEW.body LIKE '%${word}%' BEGIN ${statement}; END`,
  )
  const dispose = () => {
    database.exec('DROP TRIGGER fault')
    database.close()
  }
  return { database, [Symbol.dispose]: dispose }
}

test('a message that cannot be moved to the dead letters stays where it was', async () => {
  await sqs('SendMessage', { QueueUrl: url('Work'), MessageBody: 'exhausted' })
  const [message] = await receive('Work')
  await sqs('ChangeMessageVisibility', {
    QueueUrl: url('Work'),
    ReceiptHandle: message?.ReceiptHandle,
    VisibilityTimeout: 0,
  })
  using fault = failing('exhausted', "SELECT RAISE(ROLLBACK, 'no')")
  await expect(receive('Work')).rejects.toThrow('HTTP 500')
  const rows = fault.database.prepare("SELECT queue_name FROM sqs_messages WHERE body = 'exhausted'").all()
  expect(rows.map((row) => row['queue_name'])).toEqual(['Work'])
})

test('a message is acknowledged only when it is on the disk', async () => {
  using fault = failing('unwritten', "INSERT INTO fault_table VALUES ('no such queue')")
  // Fails not at the insert but at the commit.
  fault.database.exec('CREATE TABLE fault_table (queue TEXT REFERENCES sqs_queues(name) DEFERRABLE INITIALLY DEFERRED)')
  const send = sqs('SendMessage', { QueueUrl: url('Dead'), MessageBody: 'unwritten' })
  await expect(send).rejects.toThrow('HTTP 500')
})

test('writes do not slow down as the stream log grows, because it is indexed', () => {
  using reader = new DatabaseSync(join(tiny.dataDir, 'dynamodb.db'), { readOnly: true })
  const plan = reader.prepare(
    'EXPLAIN QUERY PLAN SELECT MAX(CAST(sequence_number AS INTEGER)) FROM _stream_records WHERE table_name = ?',
  )
  expect(JSON.stringify(plan.all('Streamed'))).toContain('ix_stream')
})

test('a condition and a transaction are what they are on DynamoDB', async () => {
  const put = { TableName: 'Streamed', Item: { pk: { S: 'a' } }, ConditionExpression: 'attribute_not_exists(pk)' }
  await dynamodb('PutItem', put)
  await expect(dynamodb('PutItem', put)).rejects.toThrow('ConditionalCheckFailedException')
  await expect(dynamodb('TransactWriteItems', { TransactItems: [{ Put: put }] })).rejects.toThrow(
    'TransactionCanceledException',
  )
})

test('an engine that an earlier host left behind is ended before another opens its file', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'tiny-data-')), 'x.db')
  const left = await startDynamoDbEngine({ file, stalePid: undefined, onExit: () => {} })
  const next = await startDynamoDbEngine({ file, stalePid: left.pid, onExit: () => {} })
  await expect(fetch(left.url)).rejects.toThrow('fetch failed')
  expect((await fetch(next.url)).status).toBeGreaterThan(0)
  await next.stop()
  await left.stop()
})

test('a process that only has the number of an earlier engine is left alone', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'tiny-data-')), 'x.db')
  const engine = await startDynamoDbEngine({ file, stalePid: process.pid, onExit: () => {} })
  await engine.stop()
})

test('where there is no engine for the platform, the host says what to install, or uses the one it is told of', async () => {
  const platform = Object.getOwnPropertyDescriptor(process, 'platform')!
  const options = {
    file: join(mkdtempSync(join(tmpdir(), 'tiny-data-')), 'x.db'),
    stalePid: undefined,
    onExit: () => {},
  }
  Object.defineProperty(process, 'platform', { value: 'plan9' })
  try {
    await expect(startDynamoDbEngine(options)).rejects.toThrow(
      /No DynamoDB engine for plan9.*npm install.*DYNAMODB_ENDPOINT/,
    )
    vi.stubEnv('DYNAMODB_ENDPOINT', 'http://127.0.0.1:8000')
    expect(await startDynamoDbEngine(options)).toMatchObject({ url: 'http://127.0.0.1:8000', file: undefined })
  } finally {
    Object.defineProperty(process, 'platform', platform)
  }
})
