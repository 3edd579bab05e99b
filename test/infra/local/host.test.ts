import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'
import { awsCaller } from '../../../infra/local/aws-json.ts'
import { startHost } from '../../../infra/local/host.ts'
import { newDataDir, startStackProcess, type StackProcess } from '../../support/stack.ts'
import { api, lambda, startTiny, writeAssembly, type TinyStack } from './tiny-stack.ts'

const ECHO = 'export const handler = async (event) => event.rawPath'
const TABLE = {
  Type: 'AWS::DynamoDB::Table',
  Properties: {
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
  },
}
const QUEUE = { Type: 'AWS::SQS::Queue', Properties: {} }
const REGION = 'ca-central-1'

const ends: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})
const ended = <T extends { end: () => Promise<void> }>(tiny: T): T => (ends.push(tiny.end), tiny)

test('a table, a queue, a secret and a route that are added to the template appear, with nothing else changed', async () => {
  const plain: TinyStack = { code: { echo: ECHO }, resources: { Echo: lambda('echo'), ...api({ 'GET /a': 'Echo' }) } }
  const before = ended(await startTiny(plain))
  expect((await fetch(`${before.url}/b`)).status).toBe(404)
  const more = {
    Added: TABLE,
    Extra: QUEUE,
    Key: { Type: 'AWS::SecretsManager::Secret', Properties: { GenerateSecretString: {} } },
  }
  const resources = { Echo: lambda('echo'), ...api({ 'GET /a': 'Echo', 'GET /b': 'Echo' }), ...more }
  const after = ended(await startTiny({ ...plain, resources, outputs: { Queue: { Ref: 'Extra' } } }))
  expect(await (await fetch(`${after.url}/b`)).text()).toBe('/b')
  const dynamodb = awsCaller('dynamodb', after.endpoints.dynamodb, 'tests', REGION)
  await dynamodb('PutItem', { TableName: 'Added', Item: { pk: { S: 'x' } } })
  const sqs = awsCaller('sqs', after.endpoints.sqs, 'tests', REGION)
  await sqs('SendMessage', { QueueUrl: after.outputs['Queue'], MessageBody: 'x' })
  expect(existsSync(join(after.dataDir, 'secrets', 'Key.json'))).toBe(true)
})

test('a secret is generated once by its rules, for its owner only, and is the same after a restart', async () => {
  const rules = {
    SecretStringTemplate: '{"version":1}',
    GenerateStringKey: 'master',
    PasswordLength: 64,
    ExcludePunctuation: true,
  }
  const stack = {
    code: {},
    resources: { Key: { Type: 'AWS::SecretsManager::Secret', Properties: { GenerateSecretString: rules } } },
  }
  const dataDir = newDataDir()
  const read = async (url: string, SecretId: string) => {
    const headers = { 'x-amz-target': 'secretsmanager.GetSecretValue', 'content-type': 'application/x-amz-json-1.1' }
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ SecretId }) })
    return (await response.json()) as { SecretString: string; __type?: string }
  }
  const first = await startTiny(stack, { dataDir })
  const { SecretString } = await read(
    first.endpoints.secretsmanager,
    `arn:aws:secretsmanager:${REGION}:000000000000:secret:Key`,
  )
  expect(JSON.parse(SecretString)).toEqual({ version: 1, master: expect.stringMatching(/^[A-Za-z0-9]{64}$/) })
  expect(await read(first.endpoints.secretsmanager, 'other')).toMatchObject({ __type: 'ResourceNotFoundException' })
  const modes = ['secrets', 'secrets/Key.json'].map((file) => (statSync(join(dataDir, file)).mode & 0o777).toString(8))
  expect(modes).toEqual(['700', '600'])
  await first.stop()
  const second = ended(await startTiny(stack, { dataDir }))
  expect((await read(second.endpoints.secretsmanager, 'Key')).SecretString).toBe(SecretString)
})

test('what the stack is called from outside is in outputs.json, with addresses that work', async () => {
  const outputs = {
    ApiUrl: {
      'Fn::Join': [
        '',
        ['https://', { Ref: 'Api' }, '.execute-api.', { Ref: 'AWS::Region' }, '.', { Ref: 'AWS::URLSuffix' }, '/'],
      ],
    },
    Queue: { Ref: 'Work' },
    Table: { Ref: 'Things' },
  }
  const resources = { Work: QUEUE, Things: TABLE, Echo: lambda('echo'), ...api({ 'GET /a': 'Echo' }) }
  const tiny = ended(await startTiny({ code: { echo: ECHO }, resources, outputs }))
  const written = JSON.parse(readFileSync(join(tiny.dataDir, 'outputs.json'), 'utf8')) as Record<string, object>
  expect(written).toEqual({
    outputs: { ApiUrl: `${tiny.url}/`, Queue: `${tiny.endpoints.sqs}/000000000000/Work`, Table: 'Things' },
    endpoints: tiny.endpoints,
    region: REGION,
  })
})

test('a second host on the same folder is refused, and the first goes on', async () => {
  const first = ended(
    await startTiny({ code: { echo: ECHO }, resources: { Echo: lambda('echo'), ...api({ 'GET /a': 'Echo' }) } }),
  )
  const options = { assembly: first.assembly, dataDir: first.dataDir }
  await expect(startHost(options)).rejects.toThrow(`Another local host is running on ${first.dataDir}`)
  await expect(startStackProcess(first.dataDir, options)).rejects.toThrow('Another local host')
  expect((await fetch(`${first.url}/a`)).status).toBe(200)
})

test('a folder that cannot be one is refused', async () => {
  const dataDir = join(newDataDir(), 'a file')
  writeFileSync(dataDir, '')
  await expect(startTiny({ code: {}, resources: {} }, { dataDir })).rejects.toThrow('EEXIST')
})

test('requests in flight are answered before the host stops', async () => {
  const slow =
    'export const handler = async () => { await new Promise((done) => setTimeout(done, 400)); return "late" }'
  const tiny = ended(
    await startTiny({ code: { slow }, resources: { Slow: lambda('slow'), ...api({ 'GET /': 'Slow' }) } }),
  )
  const answer = fetch(tiny.url)
  await pause(150)
  const stopped = tiny.stop()
  expect(await (await answer).text()).toBe('late')
  await stopped
  await expect(fetch(tiny.url)).rejects.toThrow('fetch failed')
})

const ranged = {
  KeySchema: [...TABLE.Properties.KeySchema, { AttributeName: 'sk', KeyType: 'RANGE' }],
  AttributeDefinitions: [...TABLE.Properties.AttributeDefinitions, { AttributeName: 'sk', AttributeType: 'S' }],
}
test.each([
  ['a stream', { ...TABLE.Properties, StreamSpecification: { StreamViewType: 'NEW_IMAGE' } }],
  ['other keys', ranged],
])('a table that the folder holds, and the template gives %s, is refused', async (_, Properties) => {
  const dataDir = newDataDir()
  const first = await startTiny({ code: {}, resources: { Things: TABLE } }, { dataDir })
  await first.stop()
  const other = startTiny({ code: {}, resources: { Things: { ...TABLE, Properties } } }, { dataDir })
  await expect(other).rejects.toThrow('start with a new folder')
  rmSync(dataDir, { recursive: true })
})

test('what a killed host was working on is worked on again at once, whatever its visibility', async () => {
  const stack = (keep: string): TinyStack => ({
    code: { keep },
    resources: {
      Work: QUEUE,
      Keep: lambda('keep', { Timeout: 60 }),
      Mapping: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: { FunctionName: { Ref: 'Keep' }, EventSourceArn: { 'Fn::GetAtt': ['Work', 'Arn'] } },
      },
    },
    outputs: { Work: { Ref: 'Work' } },
  })
  const dataDir = newDataDir()
  const hangs =
    'export const handler = async () => { console.log("begun"); await new Promise(() => setInterval(() => {}, 1e6)) }'
  const assembly = writeAssembly(stack(hangs))
  const killed = await startStackProcess(dataDir, { assembly, visibilitySeconds: 600 })
  const sqs = awsCaller('sqs', new URL(killed.outputs['Work'] ?? '').origin, 'tests', REGION)
  await sqs('SendMessage', { QueueUrl: killed.outputs['Work'], MessageBody: 'x' })
  await vi.waitFor(() => expect(readFileSync(join(dataDir, 'logs', 'keep.log'), 'utf8')).toContain('begun'), {
    timeout: 10_000,
  })
  await killed.kill()
  rmSync(assembly, { recursive: true })
  const again = ended(
    await startTiny(stack('export const handler = async () => {}'), { dataDir, visibilitySeconds: 600 }),
  )
  await again.idle({ withinMillis: 20_000 })
  expect(again.invocations()['keep']).toMatchObject({ invocations: 1, errors: 0 })
})

/** A queue whose function puts each message into a table, whose stream another function copies into a second table. */
function chain(): TinyStack {
  const put = (table: string, key: string) => `
    await fetch(process.env.AWS_ENDPOINT_URL_DYNAMODB, { method: 'POST', body: JSON.stringify({ TableName: '${table}', Item: { pk: { S: ${key} } } }), headers: {
      'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'DynamoDB_20120810.PutItem', 'x-amz-date': '20260101T000000Z',
      authorization: 'AWS4-HMAC-SHA256 Credential=a/20260101/r/dynamodb/aws4_request, SignedHeaders=host, Signature=0' } }).then((r) => { if (!r.ok) throw new Error(r.status) })`
  const mapping = (FunctionName: string, EventSourceArn: unknown) => ({
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: { FunctionName: { Ref: FunctionName }, EventSourceArn },
  })
  return {
    code: {
      keep: `export const handler = async (event) => { for (const { body } of event.Records) {${put('Kept', 'body')}} }`,
      copy: `export const handler = async (event) => { for (const { dynamodb } of event.Records) {${put('Copied', 'dynamodb.Keys.pk.S')}} }`,
    },
    resources: {
      Dead: QUEUE,
      Work: {
        Type: 'AWS::SQS::Queue',
        Properties: { RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['Dead', 'Arn'] }, maxReceiveCount: 9 } },
      },
      Kept: { ...TABLE, Properties: { ...TABLE.Properties, StreamSpecification: { StreamViewType: 'NEW_IMAGE' } } },
      Copied: TABLE,
      Keep: lambda('keep'),
      Copy: lambda('copy'),
      KeepMapping: mapping('Keep', { 'Fn::GetAtt': ['Work', 'Arn'] }),
      CopyMapping: {
        ...mapping('Copy', { 'Fn::GetAtt': ['Kept', 'StreamArn'] }),
        Properties: {
          ...mapping('Copy', { 'Fn::GetAtt': ['Kept', 'StreamArn'] }).Properties,
          StartingPosition: 'TRIM_HORIZON',
        },
      },
    },
    outputs: { Work: { Ref: 'Work' } },
  }
}

test(
  'a host killed again and again loses no acknowledged message, and its engines end with it',
  { timeout: 120_000 },
  async () => {
    const assembly = writeAssembly(chain())
    const dataDir = newDataDir()
    const acknowledged: string[] = []
    let running: StackProcess | undefined
    for (let round = 0; round < 4; round++) {
      const current = await startStackProcess(dataDir, { assembly, visibilitySeconds: 60 })
      running = current
      const sqs = awsCaller('sqs', new URL(current.outputs['Work'] ?? '').origin, 'tests', REGION)
      const send = async (name: string) => {
        await sqs('SendMessage', { QueueUrl: current.outputs['Work'], MessageBody: name })
        acknowledged.push(name)
      }
      const sending = (async () => {
        for (let i = 0; ; i++) await Promise.all([0, 1, 2, 3].map(async (n) => await send(`${round}-${i}-${n}`)))
      })().catch(() => {})
      await pause(400 + 100 * round)
      await current.kill()
      await sending
      const { endpoints } = JSON.parse(readFileSync(join(dataDir, 'outputs.json'), 'utf8')) as {
        endpoints: Record<string, string>
      }
      await vi.waitFor(async () => await expect(fetch(endpoints['dynamodb'] ?? '')).rejects.toThrow('fetch failed'), {
        timeout: 3_000,
      })
    }
    expect(acknowledged.length).toBeGreaterThan(50)
    const host = await startHost({ assembly, dataDir, visibilitySeconds: 60 })
    ends.push(async () => {
      await host.stop()
      for (const folder of [assembly, dataDir]) rmSync(folder, { recursive: true })
    })
    await host.idle()
    const dynamodb = awsCaller('dynamodb', host.endpoints.dynamodb, 'tests', REGION)
    for (const TableName of ['Kept', 'Copied']) {
      const { Items } = await dynamodb<{ Items: { pk: { S: string } }[] }>('Scan', { TableName })
      const kept = new Set(Items.map(({ pk }) => pk.S))
      expect(acknowledged.filter((name) => !kept.has(name))).toEqual([])
    }
    expect(running).toBeDefined()
  },
)

test('what waited in queue and stream when the host stopped is worked off after the next start', async () => {
  const dataDir = newDataDir()
  mkdirSync(dataDir, { recursive: true })
  const { Keep: _, KeepMapping: __, CopyMapping: ___, ...idleParts } = chain().resources
  const before = await startTiny({ ...chain(), resources: idleParts }, { dataDir })
  const sqs = awsCaller('sqs', before.endpoints.sqs, 'tests', REGION)
  await sqs('SendMessage', { QueueUrl: before.outputs['Work'], MessageBody: 'waited' })
  await before.stop()
  const after = ended(await startTiny(chain(), { dataDir }))
  await after.idle()
  const dynamodb = awsCaller('dynamodb', after.endpoints.dynamodb, 'tests', REGION)
  const { Item } = await dynamodb<{ Item?: object }>('GetItem', { TableName: 'Copied', Key: { pk: { S: 'waited' } } })
  expect(Item).toBeDefined()
})
