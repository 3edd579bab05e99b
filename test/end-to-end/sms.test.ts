import { InvokeCommand } from '@aws-sdk/client-lambda'
import { GetSecretValueCommand } from '@aws-sdk/client-secrets-manager'
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Parameters, twilioSignature } from '../../functions/adapters/twilio-signature.ts'
import { type Sms, sendSms } from '../../operate/send-sms.ts'
import { scanFolder, scannerFor } from '../identity/byte-scanner.ts'
import { linePatterns } from '../identity/line-patterns.ts'
import { operated } from '../support/exactly-once.ts'
import { type PermittedStack, startPermittedStack } from '../support/permitted-stack.ts'
import { published } from '../support/published.ts'
import { newDataDir } from '../support/stack.ts'
import { aReport, type Receipted, type Sender, send, senderTo } from '../support/sender.ts'
import { webhookParameters } from '../support/webhook.ts'

let stack: PermittedStack
let sender: Sender
const dataDir = newDataDir()
beforeAll(async () => {
  stack = await startPermittedStack({ dataDir, environments: 4 })
  sender = senderTo(stack)
})
afterAll(async () => {
  await stack.stop()
  rmSync(dataDir, { recursive: true })
})

const texts = async (body: string, from: string, more: Partial<Sms> = {}) =>
  await sendSms(operated(stack), { body, from, ...more })
const replies = async (body: string, from: string) => (await texts(body, from)).replies
/** Report and receipt, as the first reply has them. */
function receiptIn([kept = '']: string[]): Receipted {
  const [, id = '', receipt = ''] = /(rpt_\w{26}) (r1\.\S+)$/.exec(kept) ?? []
  return { id, receipt }
}
const TOLD = 'Got call from 450 555 0146 at 10:15 this morning said my polling station moved to Old Mill rd'

test('a conversation by text is one report, opened by the receipt of the first reply, and counted', async () => {
  const from = '204-555-0101'
  const first = await texts(TOLD, from)
  expect(first.replies[1]).toMatch(/^Where do you vote/)
  const report = receiptIn(first.replies)
  await replies('guelph', from)
  await stack.idle()
  const { json } = await sender.show(report)
  expect(json).toMatchObject({
    status: 'counted',
    door: 'sms',
    call: { callerId: '450 555 0146', message: TOLD },
    riding: 'guelph',
    reporter: { lineKnown: true },
    normal: { callerId: { e164: '+14505550146' }, riding: { id: expect.stringMatching(/ed:350\d\d/) } },
  })
  expect(await texts(TOLD, from, { again: first.id })).toEqual(first)
  expect(await sender.counts()).toEqual([1, 1, 1])
})

test('the form’s phone and the sender of a text are one reporter: the same call by both doors counts once', async () => {
  const from = '204-555-0102'
  // Today where the reporter is: in Canada's evening it is tomorrow already by UTC.
  const day = new Date().toLocaleDateString('en-CA', { timeZone: 'America/Winnipeg' })
  const web = await sender.kept({
    call: { callerId: '450-555-0147', message: 'Your poll has moved to Elm Hall', receivedAt: day },
    riding: 'Guelph',
    reporter: { phone: from },
  })
  const text = receiptIn(await replies('today 450 555 0147 called and said your poll has moved to Elm Hall. I vote in Guelph', from)) // prettier-ignore
  await stack.idle()
  const shown = await Promise.all([web, text].map(async (report) => (await sender.show(report)).json))
  expect(shown[0]!['complaintId']).toBe(shown[1]!['complaintId'])
  expect(shown.map(({ status }) => status).toSorted()).toEqual(['counted', 'merged'])
})

test('SHOW counts what bears the line by its doors, its code opens all of it once, ERASE withdraws all of it', async () => {
  const from = '204-555-0103'
  const web = await sender.kept(aReport({}, { reporter: { phone: from } }))
  const row = await send(`${stack.url}/v1/reports?door=import`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(
      aReport({ message: 'From a list' }, { reporter: { phone: from }, source: 'Office of Example' }),
    ),
  })
  expect(row.status).toBe(202)
  const text = receiptIn(await replies('A machine told me that the unmistakable okapi station closed early', from))
  await stack.idle()
  const [held, code] = await replies('SHOW', from)
  expect(held).toMatch(/^Reports that bear this line: 3 \(/)
  for (const part of ['web 1', 'SMS 1', 'import 1', '"Office of Example" 1']) expect(held).toContain(part)
  const authorization = `Bearer ${/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(code!)![0]}`
  const open = async () => await send(`${stack.url}/v1/reports/held`, { method: 'POST', headers: { authorization } })
  const opened = await open()
  expect((opened.json['reports'] as Receipted[]).map(({ id }) => id)).toEqual(expect.arrayContaining([web.id, text.id]))
  expect((await open()).status).toBe(404)

  const [confirm] = await replies('ERASE', from)
  expect(await replies(/\d{6}/.exec(confirm!)![0], from)).toEqual([expect.stringMatching(/^Every report/)])
  await stack.idle()
  for (const report of [web, text]) expect((await sender.show(report)).json).toMatchObject({ status: 'withdrawn' })
  expect(await replies('SHOW', from)).toEqual(await replies('SHOW', '204-555-0149'))
  const later = await texts('Another call came after all of that about the polls', from)
  await stack.idle()
  expect((await sender.show(receiptIn(later.replies))).json).toMatchObject({ status: 'counted' })
})

test('what was withdrawn or amended through the API is not brought back by a text', async () => {
  const from = '204-555-0104'
  const report = receiptIn(await replies('Somebody rang and told me the poll is at the arena now', from))
  await sender.amend(report, aReport({ message: 'Amended by the form' }))
  await replies('450 555 0148', from)
  await stack.idle()
  expect((await sender.show(report)).json).toMatchObject({
    call: { message: 'Amended by the form', callerId: '450 555 0148' },
  })
  await sender.withdraw(report)
  const after = receiptIn(await replies('450 555 0149', from))
  expect(after.id).not.toBe(report.id)
  await stack.idle()
  expect((await sender.show(report)).json).toEqual({ id: report.id, status: 'withdrawn' })
})

test('a signed text of which anything is changed is refused, and nothing is stored of it; unchanged it is one report however often it comes', async () => {
  const before = await sender.counts()
  const { secrets, outputs } = operated(stack)
  const { SecretString } = await secrets.send(new GetSecretValueCommand({ SecretId: outputs.SmsSecretArn }))
  const account = `AC${'0'.repeat(32)}`
  const token = (JSON.parse(SecretString!) as Record<string, string>)[account]!
  const url = outputs.TwilioWebhookUrl
  const parameters = webhookParameters({ AccountSid: account, Body: 'A narwhal called about my poll', From: '+12045550106' }) // prettier-ignore
  const signature = twilioSignature(token, { url, parameters })
  const post = async (to: string, sent: Parameters, signed: string | undefined) => {
    const headers = signed === undefined ? {} : { 'x-twilio-signature': signed }
    return await send(to, { method: 'POST', headers, body: new URLSearchParams(sent) })
  }
  const statuses = new Set<number>()
  const refuse = async (to: string, sent: Parameters, signed?: string) => statuses.add((await post(to, sent, signed)).status) // prettier-ignore
  for (const [i, [name, value]] of parameters.entries()) {
    await refuse(url, parameters.with(i, [name, `${value}1`]), signature)
    await refuse(url, parameters.with(i, [`${name}1`, value]), signature)
    await refuse(url, parameters.toSpliced(i, 1), signature)
    await refuse(url, [...parameters, [name, value]], signature)
    await refuse(url, [...parameters, [`${name}X`, value]], signature)
  }
  for (const i of Array.from(signature).keys())
    await refuse(url, parameters, signature.slice(0, i) + (signature[i] === 'A' ? 'B' : 'A') + signature.slice(i + 1))
  for (const to of [`${url}?`, `${url}?a=1`, `${url.replace('127.0.0.1', 'localhost')}`]) await refuse(to, parameters, to.endsWith('?') ? '' : signature) // prettier-ignore
  for (const signed of [undefined, '', signature.toLowerCase(), `${signature} `.repeat(2)]) await refuse(url, parameters, signed) // prettier-ignore
  expect([...statuses]).toEqual([403])
  await stack.idle()
  expect(await sender.counts()).toEqual(before)
  expect(scanFolder(dataDir, scannerFor([{ name: 'what was said', bytes: Buffer.from('narwhal') }]))).toEqual([])

  const answers = await Promise.all(Array.from({ length: 20 }, async () => await post(url, parameters, signature)))
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
  expect(answers[0]!.status).toBe(200)
  await stack.idle()
  expect((await sender.counts())[0]).toBe(before[0]! + 1)
})

test('a text that AWS publishes is a report once, and is answered from the number that was texted, once; another topic is not heard', async () => {
  const { lambda, outputs } = operated(stack)
  const TopicArn = stack.outputs['SmsTopicArn']!
  const call = async (event: object) =>
    await lambda.send(new InvokeCommand({ FunctionName: outputs.ReceiveSmsFunction, Payload: JSON.stringify(event) }))
  const text = { messageBody: 'A lemur called about my poll', originationNumber: '+12045550105', inboundMessageId: 'once' } // prettier-ignore
  const [reports = 0] = await sender.counts()
  const sent = () => stack.commands.filter(({ action }) => action === 'sms-voice:SendTextMessage').length
  const others = sent()
  for (let n = 0; n < 3; n += 1)
    expect(await call(published({ ...text, TopicArn }))).not.toHaveProperty('FunctionError')
  const old = published({ ...text, inboundMessageId: 'old', messageBody: 'HELP', TopicArn, Timestamp: '2026-01-01T00:00:00Z' }) // prettier-ignore
  expect(await call(old)).not.toHaveProperty('FunctionError')
  expect(sent() - others).toBe(3)
  await call(published({ ...text, inboundMessageId: 'else', TopicArn: `${TopicArn}2` }))
  expect(sent() - others).toBe(3)
  await stack.idle()
  expect((await sender.counts())[0]).toBe(reports + 1)
})

test('no sender’s number is anywhere in what is held, in any spelling', async () => {
  await stack.idle()
  const lines = ['1', '2', '3', '4', '5', '6'].map((n) => `+1204555010${n}`)
  expect(scanFolder(dataDir, scannerFor(lines.flatMap(linePatterns)))).toEqual([])
})
