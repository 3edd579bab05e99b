import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { api, lambda, startTiny, type RunningTiny } from './tiny-stack.ts'

const TELL = `let calls = 0
export const handler = async (event, context) => {
  calls += 1
  console.log('called', event.rawPath)
  console.error('on stderr')
  const { getRemainingTimeInMillis, ...rest } = context
  const left = getRemainingTimeInMillis()
  await new Promise((done) => setTimeout(done, 50))
  return { calls, context: rest, left, later: getRemainingTimeInMillis(), env: { ...process.env } }
}`
const OVERLAP = `let running = 0
export const handler = async () => {
  running += 1
  await new Promise((done) => setTimeout(done, 30))
  const most = running
  running -= 1
  return { most, id: globalThis.id ??= Math.random() }
}`
const REJECT = `export const handler = async () => { void Promise.reject(new Error('nobody waits')); await new Promise(() => {}) }`

let tiny: RunningTiny
beforeAll(async () => {
  tiny = await startTiny(
    {
      code: {
        tell: TELL,
        overlap: OVERLAP,
        reject: REJECT,
        broken: 'throw new Error("does not load")',
        other: 'export const x = 1',
      },
      resources: {
        Work: { Type: 'AWS::SQS::Queue', Properties: {} },
        Things: {
          Type: 'AWS::DynamoDB::Table',
          Properties: {
            KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
            AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
          },
        },
        TellABC: lambda('tell', {
          Timeout: 7,
          MemorySize: 256,
          Environment: { Variables: { QUEUE: { Ref: 'Work' }, TABLE: { Ref: 'Things' }, FLAG: 'on' } },
        }),
        Overlap: lambda('overlap'),
        Reject: lambda('reject'),
        Broken: lambda('broken'),
        Other: lambda('other'),
        ...api({
          'GET /tell': 'TellABC',
          'GET /overlap': 'Overlap',
          'GET /reject': 'Reject',
          'GET /broken': 'Broken',
          'GET /other': 'Other',
        }),
      },
    },
    { environments: 3, interpose: (service, url, caller) => (caller === 'functions' ? `${url}?${service}` : url) },
  )
})
afterAll(() => tiny.end())

const get = async (path: string) => await fetch(tiny.url + path)

test('a function gets its environment and context as on Lambda, and nothing of the host’s', async () => {
  process.env['OF_THE_HOST'] = 'x'
  const told = (await (await get('/tell')).json()) as Record<string, Record<string, string> & number>
  expect(told['context']).toEqual({
    awsRequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    functionName: 'tell',
    functionVersion: '$LATEST',
    invokedFunctionArn: 'arn:aws:lambda:ca-central-1:000000000000:function:tell',
    memoryLimitInMB: '256',
    logGroupName: '/aws/lambda/tell',
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
  })
  expect(told['left']).toBeGreaterThan(6_000)
  expect(told['left']).toBeLessThanOrEqual(7_000)
  expect(told['later']).toBeLessThan(told['left'] ?? 0)
  expect(told['env']).toMatchObject({
    FLAG: 'on',
    TABLE: 'Things',
    QUEUE: `${tiny.endpoints.sqs}?sqs/000000000000/Work`,
    AWS_REGION: 'ca-central-1',
    AWS_LAMBDA_FUNCTION_NAME: 'tell',
    AWS_ACCESS_KEY_ID: 'tell',
    AWS_ENDPOINT_URL_DYNAMODB: `${tiny.endpoints.dynamodb}?dynamodb`,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: `${tiny.endpoints.secretsmanager}?secretsmanager`,
  })
  expect(told['env']).not.toHaveProperty('OF_THE_HOST')
  expect(told['env']).not.toHaveProperty('PATH')
})

test('what a function prints is in its log', () => {
  expect(readFileSync(join(tiny.logsDir, 'tell.log'), 'utf8')).toContain('called /tell\non stderr\n')
})

test('an environment is used again, and takes one call at a time', async () => {
  const answers = await Promise.all(
    Array.from({ length: 12 }, async () => (await (await get('/overlap')).json()) as { most: number; id: number }),
  )
  expect(answers.map(({ most }) => most)).toEqual(Array.from({ length: 12 }, () => 1))
  expect(new Set(answers.map(({ id }) => id)).size).toBe(3)
})

test('a promise nobody waits for ends its environment, not the host', async () => {
  expect((await get('/reject')).status).toBe(500)
  expect((await get('/overlap')).status).toBe(200)
  expect(readFileSync(join(tiny.logsDir, 'reject.log'), 'utf8')).toContain('nobody waits')
})

test.each(['/broken', '/other'])('a module that does not load answers every call with an error: %s', async (path) => {
  expect([(await get(path)).status, (await get(path)).status]).toEqual([500, 500])
})

test('invocations are counted by function', async () => {
  const before = tiny.invocations()['tell']?.invocations ?? 0
  await get('/tell')
  const { invocations, errors, milliseconds } = tiny.invocations()['tell'] ?? {}
  expect([invocations, errors]).toEqual([before + 1, 0])
  expect(milliseconds).toBeGreaterThan(50)
})
