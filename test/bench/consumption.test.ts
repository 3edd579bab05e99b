import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dollars } from '../../bench/instruments/cost-tables.ts'
import { type Usage, usageOf, writesByTable } from '../../bench/instruments/consumption.ts'
import { type Call, type Recorder, startRecorder } from '../../bench/instruments/recorder.ts'
import { awsCaller, type AwsCall } from '../../infra/local/aws-json.ts'
import { type DynamoDbEngine, startDynamoDbEngine } from '../../infra/local/dynamodb/engine.ts'

const dir = mkdtempSync(join(tmpdir(), 'callwitness-'))
let engine: DynamoDbEngine
let recorder: Recorder
let tables: AwsCall

beforeAll(async () => {
  engine = await startDynamoDbEngine({ file: join(dir, 'tables.db'), stalePid: undefined, onExit: () => {} })
  recorder = startRecorder()
  tables = awsCaller('dynamodb', await recorder.interpose('dynamodb', engine.url), 'merge-report', 'local')
  await tables('CreateTable', {
    TableName: 'things',
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
  })
})
afterAll(async () => {
  await recorder.stop()
  await engine.stop()
  rmSync(dir, { recursive: true })
})

const thing = (pk: string, bytes: number) => ({ pk: { S: pk }, x: { S: 'x'.repeat(bytes) } })
const put = (pk: string, bytes: number) => ({ Put: { TableName: 'things', Item: thing(pk, bytes) } })
const used = (calls: Call[]) => usageOf({ calls, invocations: {}, logLines: [], storedBytes: 0, dataDir: '' }, {})

test('a transaction costs two units for each started KB of each item, a write one, a consistent read half of four KB', async () => {
  const before = recorder.calls.length
  await tables('TransactWriteItems', { TransactItems: [put('a', 900), put('b', 1500)] })
  await tables('PutItem', { TableName: 'things', Item: thing('c', 2500) })
  await tables('BatchGetItem', {
    RequestItems: { things: { Keys: [{ pk: { S: 'a' } }, { pk: { S: 'none' } }], ConsistentRead: true } },
  })
  const calls = recorder.calls.slice(before)
  expect(used(calls)).toMatchObject({ writeUnits: 2 + 4 + 3, readUnits: 2 })
  expect(writesByTable(calls)).toEqual(new Map([['things', 9]]))
})

test('a write whose condition does not hold is paid for', async () => {
  const before = recorder.calls.length
  const condition = { ConditionExpression: 'attribute_not_exists(pk)' }
  const refused = { TransactItems: [{ Put: { ...put('a', 10).Put, ...condition } }, put('d', 10)] }
  await expect(tables('TransactWriteItems', refused)).rejects.toThrow('TransactionCanceled')
  expect(used(recorder.calls.slice(before)).writeUnits).toBe(4)
})

test('a queue request is one per 64 KB; a receive that brings nothing is not part of a report', () => {
  const sqs = (operation: string, input: object, answer: object): Call => ({
    service: 'sqs',
    caller: 'local-host',
    operation,
    input: { ...input },
    answer: { ...answer },
    isOk: true,
  })
  const calls = [
    sqs('SendMessage', { MessageBody: 'x'.repeat(2000) }, {}),
    sqs('ReceiveMessage', {}, {}),
    sqs('ReceiveMessage', {}, { Messages: Array.from({ length: 10 }, () => ({ Body: 'x'.repeat(7000) })) }),
    sqs('DeleteMessageBatch', {}, {}),
    sqs('GetQueueAttributes', {}, {}),
  ]
  expect(used(calls).queueRequests).toBe(1 + 2 + 1)
})

test('calls of functions are billed by memory and whole milliseconds, answers and lines by their bytes', () => {
  const access = JSON.stringify({ routeKey: 'POST /v1/reports', status: '202', bytes: '600' })
  const played = {
    calls: [],
    invocations: { 'receive-report': 10, other: 5 },
    logLines: [access, '{}'],
    storedBytes: 0,
    dataDir: '',
  }
  const usage = usageOf(played, {
    'receive-report': { memoryMb: 1024, millis: 9.2 },
    other: { memoryMb: 512, millis: 1 },
  })
  expect(usage).toMatchObject({ httpRequests: 1, invocations: 15, bytesOut: 600 + 500 })
  expect(usage.gbSeconds).toBeCloseTo(10 * 0.01 + 5 * 0.5 * 0.001)
  expect(usage.logBytes).toBeGreaterThan(access.length + 2 * 26 + 100)
})

test('a million reports cost a million times one of each', () => {
  const none: Usage = {
    writeUnits: 0,
    readUnits: 0,
    queueRequests: 0,
    httpRequests: 0,
    invocations: 0,
    gbSeconds: 0,
    logBytes: 0,
    bytesOut: 0,
  }
  expect(dollars({ perReport: none })).toBe(0)
  expect(dollars({ perReport: { ...none, writeUnits: 10, queueRequests: 2 } })).toBeCloseTo(6.875 + 0.8)
  expect(dollars({ perReport: { ...none, gbSeconds: 0.01 } })).toBeCloseTo(0.133334)
})
