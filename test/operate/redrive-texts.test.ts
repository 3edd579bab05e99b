import { InvokeCommand } from '@aws-sdk/client-lambda'
import { GetQueueAttributesCommand, SendMessageCommand } from '@aws-sdk/client-sqs'
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { purgeTexts, redriveTexts } from '../../operate/redrive.ts'
import type { RunningStack } from '../../operate/stack-outputs.ts'
import { lambda, type RunningTiny, startTiny } from '../infra/local/tiny-stack.ts'
import { operated } from '../support/exactly-once.ts'
import { published } from '../support/published.ts'
import { readTemplate } from '../support/template.ts'

/** Reads no text while it is out of order, and one text never. */
const READER = `
let calls = 0
export const handler = async ({ Records }) => {
  calls += 1
  const { messageBody } = JSON.parse(Records[0].Sns.Message)
  if (calls <= 3 || messageBody === 'unreadable') throw new Error('out of order')
  console.log('read', messageBody)
}`

let tiny: RunningTiny
let stack: RunningStack
beforeEach(async () => {
  tiny = await startTiny(
    {
      code: { reader: READER },
      resources: {
        Dead: { Type: 'AWS::SQS::Queue', Properties: {} },
        Reader: lambda('reader', { DeadLetterConfig: { TargetArn: { 'Fn::GetAtt': ['Dead', 'Arn'] } } }),
      },
      outputs: { SmsDeadLetterUrl: { Ref: 'Dead' }, ReceiveSmsFunction: { Ref: 'Reader' } },
    },
    { environments: 1 },
  )
  stack = operated(tiny)
})
afterEach(() => tiny.end())

const publish = async (messageBody: string) => {
  const event = { FunctionName: 'reader', InvocationType: 'Event', Payload: JSON.stringify(published({ messageBody })) } as const // prettier-ignore
  await stack.lambda.send(new InvokeCommand(event))
  await tiny.idle()
}
const dead = async () => {
  const AttributeNames = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const
  const asked = { QueueUrl: stack.outputs.SmsDeadLetterUrl, AttributeNames: [...AttributeNames] }
  const { Attributes = {} } = await stack.sqs.send(new GetQueueAttributesCommand(asked))
  return AttributeNames.reduce((sum, name) => sum + Number(Attributes[name]), 0)
}
const read = () => readFileSync(join(tiny.logsDir, 'reader.log'), 'utf8').match(/^read .*/gm)

test('a text that could not be read is read again, and deleted only then', async () => {
  await publish('moved')
  expect([await dead(), read()]).toEqual([1, null])
  expect(await redriveTexts(stack)).toEqual({ done: 1, failed: 0 })
  expect([await dead(), read()]).toEqual([0, ['read moved']])
})

test('a text that still cannot be read stays, and is not in the way of others, nor of what the topic could not deliver', async () => {
  await publish('unreadable')
  const undelivered = JSON.stringify(published({ messageBody: 'undelivered' }).Records[0]!.Sns)
  const { SmsDeadLetterUrl: QueueUrl } = stack.outputs
  for (const MessageBody of [undelivered, JSON.stringify(published({ messageBody: 'second' }))])
    await stack.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }))
  expect(await redriveTexts(stack)).toEqual({ done: 2, failed: 1 })
  expect([await dead(), read()?.toSorted()]).toEqual([1, ['read second', 'read undelivered']])
})

test('a purge leaves none', async () => {
  await publish('unreadable')
  expect(await dead()).toBe(1)
  expect(await purgeTexts(stack)).toBe(1)
  expect(await dead()).toBe(0)
})

test('nobody who cannot be asked throws texts away without --yes, and it is said how many they are', async () => {
  await publish('unreadable')
  const data = mkdtempSync(join(tmpdir(), 'callwitness-'))
  const names = Object.keys((await readTemplate()).Outputs)
  const outputs = { ...Object.fromEntries(names.map((name) => [name, ''])), ...tiny.outputs }
  writeFileSync(join(data, 'outputs.json'), JSON.stringify({ outputs, endpoints: tiny.endpoints }))
  const purge = async (...flags: string[]) =>
    await promisify(execFile)(process.execPath, ['operate/redrive.ts', '--purge-sms', '--data', data, ...flags])
  await expect(purge()).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('1 dead texts would be thrown away for good: agree with --yes') }) // prettier-ignore
  expect(await dead()).toBe(1)
  expect((await purge('--yes')).stdout).toBe('1 dead texts thrown away, and the numbers with them\n')
  expect(await dead()).toBe(0)
  rmSync(data, { recursive: true })
})
