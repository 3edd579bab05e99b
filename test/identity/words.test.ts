import { rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newDataDir, type RunningStack, startStack } from '../support/stack.ts'
import { type Sender, senderTo } from '../support/sender.ts'
import { scanFolder, scannerFor } from './byte-scanner.ts'
import { echoingProxy } from './echoing-proxy.ts'
import { encodingsOf } from './encodings.ts'

const DAY = 24 * 60 * 60 * 1000

let stack: RunningStack
let sender: Sender
const proxy = echoingProxy()
const dataDir = newDataDir()
beforeAll(async () => {
  stack = await startStack({ dataDir, interpose: proxy.interpose, visibilitySeconds: 1 })
  sender = senderTo(stack)
})
afterAll(async () => {
  await stack.stop()
  proxy.stop()
  rmSync(dataDir, { recursive: true })
})

const FIELDS = [
  'callerId',
  'callerName',
  'claimedToBe',
  'message',
  'callbackNumber',
  'pollingPlace',
  'riding',
  'source',
]

/** A report whose every text is in no other report, and these texts. */
function unmistakable(name: string): { report: object; texts: string[] } {
  const texts = FIELDS.map((field) => `qq ${name} ${field} à la façon de zz`)
  const [callerId, callerName, claimedToBe, message, callbackNumber, pollingPlace, riding, source] = texts
  const call = { callerId, callerName, claimedToBe, message, callbackNumber, pollingPlace, receivedAt: '2011-05-02' }
  return { report: { call, riding, source, reporter: { phone: '519-555-0123' } }, texts }
}

const found = (texts: string[], folder = dataDir) => scanFolder(folder, scannerFor(texts.flatMap(encodingsOf)))

/** As if so many days had gone by: what is old enough to go, goes. */
const sweepAfter = async (days: number) => await stack.sweep({ now: new Date(Date.now() + days * DAY) })

test('no text of a report is in a log, accepted, refused, amended or withdrawn', async () => {
  const kept = unmistakable('kept')
  const amended = unmistakable('amended')
  const refused = unmistakable('refused')
  const report = await sender.kept(kept.report, { headers: { 'accept-language': 'fr' } })
  await stack.idle()
  await sender.show(report)
  await sender.amend(report, amended.report)
  await sender.post({ ...refused.report, [refused.texts[0]!]: 1 })
  await sender.post(JSON.stringify(refused.report).slice(0, -1))
  await sender.post(refused.report, { headers: { 'content-type': 'text/plain' } })
  await stack.idle()
  expect(found(kept.texts.concat(amended.texts))).not.toEqual([])
  expect(
    found(
      [kept, amended, refused].flatMap(({ texts }) => texts),
      stack.logsDir,
    ),
  ).toEqual([])
  expect(found(refused.texts)).toEqual([])
})

test('nor when the services quote it in their errors', async () => {
  const told = unmistakable('quoted')
  const late = unmistakable('late')
  const report = await sender.kept(told.report)
  proxy.state.isEchoing = true
  const failed = [
    await sender.post(late.report),
    await sender.post(late.report, { headers: { 'idempotency-key': 'while nothing works' } }),
  ]
  expect(failed.map(({ status, headers }) => [status, headers.get('retry-after')])).toEqual([[503, '5'], [503, '5']]) // prettier-ignore
  for (const { text } of failed) expect(scannerFor(late.texts.flatMap(encodingsOf))(Buffer.from(text))).toEqual([])
  const shown = await sender.show(report)
  expect(shown.status).toBeGreaterThanOrEqual(500)
  // Long enough for the consumers to have failed, too.
  await sleep(2_500)
  expect(proxy.state.echoed).toBeGreaterThan(3)
  proxy.state.isEchoing = false
  await stack.idle()
  expect((await sender.show(report)).json).toMatchObject({ call: { message: told.texts[3] } })
  expect(found(late.texts.concat(told.texts), stack.logsDir)).toEqual([])
})

test('after a withdrawal no byte of its words is left, once what the queue and the stream hold has expired', async () => {
  const { report: body, texts } = unmistakable('withdrawn')
  const report = await sender.kept(body, { headers: { 'idempotency-key': 'a key that is kept' } })
  await stack.idle()
  expect(found(texts)).not.toEqual([])
  await sender.withdraw(report)
  await stack.idle()
  await sweepAfter(15)
  expect(found(texts)).toEqual([])
  await stack.idle()
  expect((await sender.show(report)).json).toEqual({ id: report.id, status: 'withdrawn' })
})

test('nor of what an amendment took back', async () => {
  const [before, after] = [unmistakable('before'), unmistakable('after')]
  const report = await sender.kept(before.report)
  await stack.idle()
  await sender.amend(report, after.report)
  await stack.idle()
  await sweepAfter(15)
  expect(found(before.texts)).toEqual([])
  expect(found(after.texts)).not.toEqual([])
})

test('nor of a report that was withdrawn before it was ever merged', async () => {
  const { report: body, texts } = unmistakable('early')
  const report = await sender.kept(body)
  await sender.withdraw(report)
  await stack.idle()
  await sweepAfter(15)
  expect(found(texts)).toEqual([])
})

test('nor in what is left on the disk after the stack has stopped', async () => {
  const { report: body, texts } = unmistakable('stopped')
  const report = await sender.kept(body)
  await stack.idle()
  await sender.withdraw(report)
  await stack.idle()
  await sweepAfter(15)
  await stack.stop()
  expect(found(texts)).toEqual([])
})
