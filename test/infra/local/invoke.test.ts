import { InvokeCommand, type InvokeCommandInput, LambdaClient } from '@aws-sdk/client-lambda'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { awsCaller } from '../../../infra/local/aws-json.ts'
import { Random } from '../../../rehearsal/random.ts'
import { type Command, commandsOf } from '../../support/commands.ts'
import { faultProxy } from '../../support/fault-proxy.ts'
import { importable, lambda, type RunningTiny, startTiny } from './tiny-stack.ts'

const REGION = 'ca-central-1'
const ECHO = 'export const handler = async (event) => ({ said: event.word ?? null })'
const FAIL = 'export const handler = async () => { throw new TypeError("not today") }'
const SLOW = 'export const handler = () => new Promise(() => setInterval(() => {}, 1000))'
/** Calls another function, and texts, with nothing said of where. */
const CALL = `
import { InvokeCommand, LambdaClient } from ${importable('@aws-sdk/client-lambda')}
import { PinpointSMSVoiceV2Client, SendTextMessageCommand } from ${importable('@aws-sdk/client-pinpoint-sms-voice-v2')}
const lambda = new LambdaClient({})
const texts = new PinpointSMSVoiceV2Client({})
export const handler = async ({ word }) => {
  const { Payload } = await lambda.send(new InvokeCommand({ FunctionName: process.env.ECHO, Payload: JSON.stringify({ word }) }))
  const sent = await texts.send(new SendTextMessageCommand({
    DestinationPhoneNumber: '+15195550123', OriginationIdentity: '+15195550100', MessageBody: word, MessageType: 'TRANSACTIONAL' }))
  return { answered: JSON.parse(Payload.transformToString()), texted: typeof sent.MessageId }
}`

const proxy = faultProxy(new Random('no faults'))
const commands: Command[] = []
proxy.watch((call) => void commands.push(...commandsOf(call)))

let tiny: RunningTiny
let client: LambdaClient
beforeAll(async () => {
  const deadLetters = { DeadLetterConfig: { TargetArn: { 'Fn::GetAtt': ['Dead', 'Arn'] } } }
  const stack = {
    code: { echo: ECHO, fail: FAIL, slow: SLOW, call: CALL },
    resources: {
      Dead: { Type: 'AWS::SQS::Queue', Properties: {} },
      Echo: lambda('echo'),
      Fail: lambda('fail', deadLetters),
      Slow: lambda('slow', { Timeout: 1 }),
      Call: lambda('call', { Timeout: 30, MemorySize: 512, Environment: { Variables: { ECHO: { Ref: 'Echo' } } } }),
    },
    outputs: { Dead: { Ref: 'Dead' } },
  }
  tiny = await startTiny(stack, {
    interpose: async (service, url, caller) => (caller === 'host' ? url : await proxy.interpose(service, url, caller)),
  })
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  client = new LambdaClient({ endpoint: tiny.endpoints.lambda, region: REGION, credentials })
})
afterAll(async () => {
  client.destroy()
  await tiny.end()
  await proxy.stop()
})

const invoke = async (FunctionName: string, payload?: unknown, more: Partial<InvokeCommandInput> = {}) => {
  const input = { FunctionName, ...(payload !== undefined && { Payload: JSON.stringify(payload) }), ...more }
  const answer = await client.send(new InvokeCommand(input))
  const text = answer.Payload?.transformToString() ?? ''
  return { ...answer, told: text === '' ? undefined : (JSON.parse(text) as unknown) }
}

test.each([
  'echo',
  `arn:aws:lambda:${REGION}:000000000000:function:echo`,
  '000000000000:function:echo',
  'echo:$LATEST',
])('a function answers whoever calls it as %s', async (name) => {
  const answer = await invoke(name, { word: 'été' })
  expect(answer).toMatchObject({ StatusCode: 200, told: { said: 'été' } })
  expect(answer.FunctionError).toBeUndefined()
})

test('a call without a payload is one with an empty event', async () => {
  expect((await invoke('echo')).told).toEqual({ said: null })
})

test('a function that fails is said to, with the name and the words of its error', async () => {
  const { StatusCode, FunctionError, told } = await invoke('fail', {})
  expect([StatusCode, FunctionError]).toEqual([200, 'Unhandled'])
  expect(told).toEqual({ errorType: 'TypeError', errorMessage: 'not today' })
})

test('a function that takes too long is said to', async () => {
  const { FunctionError, told } = await invoke('slow', {})
  expect([FunctionError, told]).toEqual(['Unhandled', { errorMessage: 'Task timed out after 1.00 seconds' }])
})

test('who calls what is not there, or sends what is not JSON, is told', async () => {
  await expect(invoke('nobody', {})).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
  await expect(invoke('echo', undefined, { Payload: '{"word":' })).rejects.toMatchObject({
    name: 'InvalidRequestContentException',
  })
})

test('an event that nobody waits for is tried three times, then kept in the function’s dead letters as it came', async () => {
  const before = tiny.invocations()['fail']?.invocations ?? 0
  expect(await invoke('fail', { word: 'kept' }, { InvocationType: 'Event' })).toMatchObject({ StatusCode: 202 })
  expect((await invoke('echo', { word: 'x' }, { InvocationType: 'Event' })).told).toBeUndefined()
  await tiny.idle()
  expect(tiny.invocations()['fail']?.invocations).toBe(before + 3)
  const sqs = awsCaller('sqs', tiny.endpoints.sqs, 'tests', REGION)
  const dead = { QueueUrl: tiny.outputs['Dead'], MaxNumberOfMessages: 10, MessageAttributeNames: ['All'] }
  const { Messages } = await sqs<{ Messages: { Body: string; MessageAttributes: unknown }[] }>('ReceiveMessage', dead)
  expect(Messages.map(({ Body }) => JSON.parse(Body) as unknown)).toEqual([{ word: 'kept' }])
  expect(Messages[0]?.MessageAttributes).toMatchObject({ ErrorMessage: { StringValue: 'TypeError: not today' } })
})

test('a function calls another one, and texts, with no more than its environment; a proxy sees who asks for what', async () => {
  expect((await invoke('call', { word: 'bonjour' })).told).toEqual({ answered: { said: 'bonjour' }, texted: 'string' })
  expect(commands).toEqual([
    { caller: 'call', action: 'lambda:InvokeFunction', resource: 'echo', keys: [] },
    { caller: 'call', action: 'sms-voice:SendTextMessage', resource: '+15195550100', keys: [] },
  ])
})
