import type { DynamoDBRecord, SQSRecord } from 'aws-lambda'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { toItem } from '../../functions/adapters/dynamodb.ts'
import { newReporter } from '../../functions/domain/reporter.ts'
import { startTables, type Tables } from '../support/tables.ts'
import { OTHER_TOKEN, posted } from '../support/told.ts'

// An answer that is null, or without its list, says that all is done. So each handler is asked for its answer, whatever happens.
const { env } = process
let tables: Tables
beforeAll(async () => {
  tables = await startTables()
})
afterEach(() => {
  process.env = env
  vi.resetModules()
})
afterAll(() => tables.stop())

/** The handler as Lambda loads it; `missing` names a table that is not there. */
type Stage = 'merge-report' | 'tally-complaints' | 'group-scripts'
async function load(stage: Stage, missing?: string): Promise<(event: object) => unknown> {
  const { protocol, hostname, port } = await tables.client.config.endpoint!()
  process.env = {
    ...env,
    COMPLAINT_TABLE: 'complaints',
    WORD_TABLE: 'words',
    LEDGER_TABLE: 'ledger',
    STATS_TABLE: 'stats',
    SCRIPT_TABLE: 'scripts',
    QUOTED_NUMBERS: '',
    SCRIPT_SECRET_ARN: tables.stack.outputs.ScriptSecretArn,
    ...(missing ? { [missing]: 'no-such-table' } : {}),
    EVENT: 'test',
    AWS_REGION: 'local',
    AWS_ACCESS_KEY_ID: stage,
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_ENDPOINT_URL_DYNAMODB: `${protocol}//${hostname}:${port}`,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: tables.secretsUrl,
  }
  vi.spyOn(console, 'info').mockImplementation(() => {})
  const { handler } = (await import(`../../functions/${stage}/handler.ts`)) as { handler: (event: object) => unknown }
  return handler
}

function queuedRecords(...bodies: unknown[]): { Records: Partial<SQSRecord>[] } {
  const text = (body: unknown) => (typeof body === 'string' ? body : JSON.stringify(body))
  return { Records: bodies.map((body, n) => ({ messageId: `message ${n}`, body: text(body) })) }
}

function streamed(...images: object[]): { Records: DynamoDBRecord[] } {
  const record = (image: object, n: number) => ({
    Keys: { pk: toItem(image)['pk'] },
    NewImage: toItem(image),
    SequenceNumber: `${n}`,
  })
  return { Records: images.map((image, n) => ({ dynamodb: record(image, n) }) as DynamoDBRecord) }
}

const reporter = ({ key, ...rest } = newReporter('REPORTER#t1.a', 'test')) => ({ pk: key, ...rest, version: 1 })
const failed = (...itemIdentifiers: string[]) => ({
  batchItemFailures: itemIdentifiers.map((itemIdentifier) => ({ itemIdentifier })),
})

test('merge-report names each message that failed, and no other', async () => {
  const handler = await load('merge-report')
  const [later, foreign] = [{ ...posted(3), v: 2 }, posted(4, { event: 'another' })]
  const batch = queuedRecords(posted(1), '{"v":1', later, foreign, posted(2, { line: OTHER_TOKEN }))
  expect(await handler(batch)).toEqual(failed('message 1', 'message 2', 'message 3'))
})

test('merge-report answers with a list when all is done, and when nothing can be', async () => {
  expect(await (await load('merge-report'))(queuedRecords(posted(1)))).toEqual(failed())
  vi.resetModules()
  const handler = await load('merge-report', 'COMPLAINT_TABLE')
  expect(await handler(queuedRecords(posted(5), posted(6)))).toEqual(failed('message 0', 'message 1'))
})

test('tally-complaints names each record that it cannot read, and folds the others', async () => {
  const handler = await load('tally-complaints')
  const unreadable = { pk: 'REPORTER#t1.poison', version: 'none' }
  expect(await handler(streamed(reporter(), unreadable, { pk: 'rpt_1' }))).toEqual(failed('1'))
  expect(await tables.items('ledger')).toMatchObject([{ pk: 'REPORTER#t1.a', version: 1 }])
})

test('tally-complaints answers with a list when all is done, and throws when the batch must come again', async () => {
  expect(await (await load('tally-complaints'))(streamed(reporter()))).toEqual(failed())
  vi.resetModules()
  await expect((await load('tally-complaints', 'LEDGER_TABLE'))(streamed(reporter()))).rejects.toThrow(
    'resource not found',
  )
})

test('group-scripts names each record that it cannot read, groups the others, and throws when the batch must come again', async () => {
  const unreadable = { pk: 'REPORTER#t1.poison', version: 'none' }
  expect(await (await load('group-scripts'))(streamed(reporter(), unreadable, { pk: 'rpt_1' }))).toEqual(failed('1'))
  expect(await tables.items('scripts')).toMatchObject([{ pk: 'REPORTER#t1.a', version: 1 }])
  vi.resetModules()
  await expect((await load('group-scripts', 'SCRIPT_TABLE'))(streamed(reporter()))).rejects.toThrow(
    'resource not found',
  )
})
