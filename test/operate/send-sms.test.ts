import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { tokensIn } from '../../functions/adapters/gateway-tokens.ts'
import { type InboundText, readTwilioText } from '../../functions/adapters/inbound-sms.ts'
import { twiml } from '../../functions/adapters/twiml.ts'
import { freePort } from '../../infra/local/free-port.ts'
import { startSecrets } from '../../infra/local/secrets.ts'
import { httpEvent } from '../support/http-event.ts'

const SECRET = JSON.stringify({ [`AC${'0'.repeat(32)}`]: 'k'.repeat(32) })
const ARN = 'arn:aws:secretsmanager:local:000000000000:secret:sms'
const data = mkdtempSync(join(tmpdir(), 'callwitness-'))

/** What stands where the stack would: it takes what is signed as Twilio signs, and replies as it is told. */
let replies: string[]
const texts: InboundText[] = []
const door = createServer(async (request, response) => {
  const headers = { ...(request.headers as Record<string, string>), 'x-forwarded-proto': 'http' }
  const event = httpEvent({ path: request.url ?? '', headers, body: await text(request) })
  try {
    texts.push(readTwilioText(event, { tokensOf: tokensIn(SECRET), publicUrl: '' }))
    response.end(twiml(replies).body)
  } catch (error) {
    response.writeHead(403).end(String(error))
  }
})
let secrets: Awaited<ReturnType<typeof startSecrets>>
let webhook: string

beforeAll(async () => {
  await once(door.listen(0, '127.0.0.1'), 'listening')
  webhook = `http://127.0.0.1:${(door.address() as AddressInfo).port}/v1/sms/twilio`
  secrets = await startSecrets([{ logicalId: 'sms', arn: ARN, name: 'sms', SecretString: SECRET }], data)
  const names = ['ApiUrl', 'PublishDatasetFunction', 'ComplaintTable', 'LedgerTable', 'StatsTable', 'ScriptTable', 'QuotedNumbers', 'ReportQueueUrl', 'ReportDeadLetterUrl', 'SmsDeadLetterUrl', 'ReceiveSmsFunction', 'ScriptSecretArn', 'AuditTable', 'AnalystIssuer', 'AnalystClientId', 'AnalystScope', 'AnalystSignInUrl', 'AnalystCallbackUrl', 'EventSlug'] // prettier-ignore
  const unused = Object.fromEntries(names.map((name) => [name, '']))
  const nowhere = 'http://127.0.0.1:1'
  const stack = {
    outputs: { ...unused, SmsSecretArn: ARN, TwilioWebhookUrl: webhook },
    endpoints: { dynamodb: nowhere, sqs: nowhere, lambda: nowhere, secretsmanager: secrets.url },
  }
  writeFileSync(join(data, 'outputs.json'), JSON.stringify(stack))
})
beforeEach(() => {
  replies = []
  texts.length = 0
})
afterAll(async () => {
  door.close()
  await secrets.stop()
  rmSync(data, { recursive: true })
})

const run = async (...words: string[]) =>
  await promisify(execFile)(process.execPath, ['operate/send-sms.ts', ...words, '--data', data])

test('npm run sms is a text from that number, and prints each reply on a line of its own', async () => {
  replies = ['Vote only where Elections Canada says: 1-800-463-6868.', 'From which number? <0 = skip> & “why”']
  const { stdout } = await run(
    'Got a call from 450 555 0146,',
    "c’était à 10h15 & j'étais là 📞",
    '--from',
    '519-555-0123',
  )
  expect(stdout).toBe(`${replies.join('\n')}\n`)
  expect(texts).toEqual([
    {
      messageId: expect.stringMatching(/^SM[0-9a-f]{32}$/),
      from: '+15195550123',
      to: '+15195550100',
      body: "Got a call from 450 555 0146, c’était à 10h15 & j'étais là 📞",
      media: { count: 0, types: [] },
    },
  ])
})

test('every text has an id of its own, unless it is an earlier one again; silence is said beside the replies', async () => {
  const first = await run('STOP', '--from', '(519) 555-0123', '--to', '12345')
  expect(first.stdout).toBe('')
  const [, id = ''] = /^no reply; --again (SM\w+)$/m.exec(first.stderr) ?? []
  await run('STOP', '--from', '519 555 0123')
  await run('STOP', '--from', '519 555 0123', '--again', id)
  expect(texts.map(({ messageId, to }) => [messageId === id, to])).toEqual([
    [true, '12345'],
    [false, '+15195550100'],
    [true, '+15195550100'],
  ])
})

test('it may be sent elsewhere, and is signed for there', async () => {
  replies = ['ici']
  expect((await run('x', '--from', '5195550123', '--url', `${webhook}?event=a`)).stdout).toBe('ici\n')
})

test.each([
  [['x'], 'from which number?'],
  [['x', '--from', '519'.repeat(9)], 'is no phone number'],
])('what is wrong is said in a sentence: %j', async (words, sentence) => {
  await expect(run(...words)).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining(sentence) })
})

test('an address without the stack behind it is not enough, and it is said why', async () => {
  const words = ['x', '--from', '519-555-0123', '--url', webhook, '--data', join(data, 'nowhere')]
  const failed = promisify(execFile)(process.execPath, ['operate/send-sms.ts', ...words])
  await expect(failed).rejects.toMatchObject({ code: 2, stderr: expect.stringMatching(/--url alone is not enough: a text is signed.*--data DIR/) }) // prettier-ignore
})

test('a stack that does not run is said to', async () => {
  const away = `http://127.0.0.1:${await freePort()}/v1/sms/twilio`
  const failed = run('x', '--from', '519-555-0123', '--url', away)
  await expect(failed).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining('is it running?') })
})
