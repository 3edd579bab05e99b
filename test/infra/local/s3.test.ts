import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importable, lambda, type RunningTiny, startTiny } from './tiny-stack.ts'

/** Keeps what it is told in a bucket, with nothing said of where that is, and reads it back. */
const KEEP = `
import { GetObjectCommand, PutObjectCommand, S3Client } from ${importable('@aws-sdk/client-s3')}
const s3 = new S3Client({})
export const handler = async ({ word }) => {
  await s3.send(new PutObjectCommand({ Bucket: process.env.BUCKET, Key: 'said/by.txt', Body: word }))
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: process.env.BUCKET, Key: 'said/by.txt' }))
  return { read: await Body.transformToString() }
}`

const STACK = {
  code: { keep: KEEP },
  resources: {
    things: { Type: 'AWS::S3::Bucket', Properties: { VersioningConfiguration: { Status: 'Enabled' } } },
    ThingsPolicy: { Type: 'AWS::S3::BucketPolicy', Properties: {} },
    Keep: lambda('keep', { Timeout: 30, MemorySize: 512, Environment: { Variables: { BUCKET: { Ref: 'things' } } } }),
  },
  outputs: { Things: { Ref: 'things' }, ThingsArn: { 'Fn::GetAtt': ['things', 'Arn'] } },
}

const Bucket = 'things'
let dataDir: string
let tiny: RunningTiny
let s3: S3Client
const open = async () => {
  tiny = await startTiny(STACK, { dataDir })
  s3 = clientOf(tiny)
}
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'callwitness-s3-'))
  await open()
})
afterAll(async () => {
  s3.destroy()
  await tiny.end()
  rmSync(dataDir, { recursive: true, force: true })
})

function clientOf({ endpoints }: RunningTiny): S3Client {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  return new S3Client({ endpoint: endpoints.s3, region: 'ca-central-1', credentials, maxAttempts: 1 })
}

const put = async (
  Key: string,
  Body: string | Uint8Array,
  condition: { IfNoneMatch?: string; IfMatch?: string } = {},
) => await s3.send(new PutObjectCommand({ Bucket, Key, Body, ...condition }))
const get = async (Key: string) => {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }))
  return Buffer.from(await Body!.transformToByteArray())
}

test('a bucket is known by its name in the template', () => {
  expect(tiny.outputs).toMatchObject({ Things: 'things', ThingsArn: 'arn:aws:s3:::things' })
})

test('what is put comes back byte for byte, and lies in a folder as a file', async () => {
  const bytes = Buffer.from(Array.from({ length: 3_000_000 }, (_, n) => n % 256))
  const { ETag } = await put('a b/été+%/bytes.parquet', bytes)
  expect((await get('a b/été+%/bytes.parquet')).equals(bytes)).toBe(true)
  const head = await s3.send(new HeadObjectCommand({ Bucket, Key: 'a b/été+%/bytes.parquet' }))
  expect(head).toMatchObject({ ETag, ContentLength: bytes.length })
  expect(readFileSync(join(dataDir, 'buckets/things/a b/été+%/bytes.parquet')).equals(bytes)).toBe(true)
})

test('what must not be there yet is never overwritten, however many come at once', async () => {
  const tries = Array.from({ length: 8 }, async (_, n) => await put('once', `by ${n}`, { IfNoneMatch: '*' }))
  const outcomes = await Promise.allSettled(tries)
  const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []))
  const refusal = { name: 'PreconditionFailed', $metadata: { httpStatusCode: 412 } }
  expect(refused).toMatchObject(Array.from({ length: 7 }, () => refusal))
})

test('what was read is replaced only while it is still the same', async () => {
  const { ETag = '' } = await put('state', 'first')
  await put('state', 'second', { IfMatch: ETag })
  await expect(put('state', 'third', { IfMatch: ETag })).rejects.toMatchObject({ name: 'PreconditionFailed' })
  await expect(put('not there', 'x', { IfMatch: ETag })).rejects.toThrow('PreconditionFailed')
  expect(String(await get('state'))).toBe('second')
})

test('what is not there is said not to be', async () => {
  await expect(get('nothing')).rejects.toThrow(NoSuchKey)
  await put('gone', 'x')
  await s3.send(new DeleteObjectCommand({ Bucket, Key: 'gone' }))
  await expect(get('gone')).rejects.toThrow(NoSuchKey)
  await expect(s3.send(new GetObjectCommand({ Bucket: 'others', Key: 'x' }))).rejects.toMatchObject({ name: 'NoSuchBucket' }) // prettier-ignore
})

test.each(['/things/../../secrets/x.json', '/things/..%2f..%2fsecrets%2fx.json', '/things/%2e%2e/%2e%2e/host.db', '/things//x', '/things/a/./b'])(
  'a path leads to nothing outside of its bucket: %s',
  async (path) => {
    const { status } = await fetch(`${tiny.endpoints.s3}${path}`)
    expect([404, 501]).toContain(status)
  },
) // prettier-ignore

test('what is not served is refused, not ignored', async () => {
  await expect(s3.send(new ListObjectsV2Command({ Bucket }))).rejects.toMatchObject({ name: 'NotImplemented' })
})

test('a function finds it without being told where', async () => {
  const answer = await fetch(`${tiny.endpoints.lambda}/2015-03-31/functions/keep/invocations`, { method: 'POST', body: '{"word":"été"}' }) // prettier-ignore
  expect(await answer.json()).toEqual({ read: 'été' })
})

test('it is all there after a restart', async () => {
  const before = await get('state')
  s3.destroy()
  await tiny.stop({ drainMillis: 0 })
  await open()
  expect((await get('state')).equals(before)).toBe(true)
})
