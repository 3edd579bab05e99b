import { GetItemCommand } from '@aws-sdk/client-dynamodb'
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readReporter } from '../../functions/adapters/complaint-store.ts'
import { fromItem, toItem } from '../../functions/adapters/dynamodb.ts'
import type { ReportMessage } from '../../functions/domain/message.ts'
import { scanFolder, scannerFor } from '../identity/byte-scanner.ts'
import { encodingsOf } from '../identity/encodings.ts'
import { expectNoDifference, operated } from '../support/exactly-once.ts'
import { type HeldAnswer, lineClient, type LineClient } from '../support/line-client.ts'
import { type PermittedStack, startPermittedStack } from '../support/permitted-stack.ts'
import { queued } from '../support/queued.ts'
import { newDataDir } from '../support/stack.ts'
import { aReport, type Sender, senderTo } from '../support/sender.ts'
import { posted, told } from '../support/told.ts'

const DAY = 24 * 60 * 60 * 1000
const PHONE = '519-555-0123'

const dataDir = newDataDir()
let stack: PermittedStack
let sender: Sender
let line: LineClient
beforeAll(async () => {
  stack = await startPermittedStack({ dataDir })
  sender = senderTo(stack)
  line = await lineClient(stack)
})
afterAll(async () => {
  line.stop()
  await stack.stop()
  rmSync(dataDir, { recursive: true })
})

const found = (texts: string[]) => scanFolder(dataDir, scannerFor(texts.flatMap(encodingsOf)))
/** As if so many days had gone by: what is old enough to go, goes. */
const sweepAfter = async (days: number) => await stack.sweep({ now: new Date(Date.now() + days * DAY) })

const by = (phone: string) => ({ reporter: { phone } })
const unmistakable = (name: string) => ({
  callerName: `qq ${name} caller`,
  claimedToBe: `qq ${name} party`,
  message: `qq ${name} told me that my polling place has moved zz`,
  pollingPlace: `qq ${name} hall`,
})

let imports = 0
/** A row of somebody's spreadsheet, as its door sends it: whom it names was never given a receipt. */
async function imported(phone: string, call: object, words: object): Promise<string> {
  imports += 1
  const message: ReportMessage = posted(imports, {
    event: 'ca-ge-test',
    line: line.tokenOf(phone),
    acceptedAt: new Date().toISOString(),
    messageId: `import ${imports}`,
    told: { ...told(call), door: 'import', source: 'Office of Example', riding: 'Yukon', words },
  })
  await queued(stack).put(JSON.stringify(message))
  return message.id
}

// Numbers, ridings and times that only this line tells of, as they were told and in normal form.
const CALLS = [
  { callerId: '(867) 555-0141', receivedAt: '2011-04-29T10:03', callbackNumber: '867-555-0142' },
  { callerId: '867.555.0143', receivedAt: '2011-04-30T11:44' },
  { callerId: '1 867 555 0144', receivedAt: '2011-05-01T17:21' },
]
const NORMAL_FORMS = ['+18675550141', '+18675550142', '+18675550143', '+18675550144', 'ed:60001', '(867) 555-0141', '867.555.0143', '2011-04-29T10:03'] // prettier-ignore

/** What the words of its reports are compared by. */
async function wordFactsOf(phone: string): Promise<string[]> {
  const { dynamodb, outputs } = operated(stack)
  const Key = toItem({ pk: `REPORTER#${line.tokenOf(phone)}` })
  const { Item } = await dynamodb.send(new GetItemCommand({ TableName: outputs.ComplaintTable, Key }))
  dynamodb.destroy()
  const facts = Object.values(readReporter(fromItem(Item!)).reports)
  return facts.flatMap(({ text, place, claimed }) => [text, place, claimed].filter((each) => each !== undefined))
}

test('a line is told what is held on it, by a code that opens it once; when it erases, no byte of it is left, in any count either', async () => {
  const words = ['first', 'second', 'imported', 'waiting'].map(unmistakable)
  const [first, second, row] = CALLS as [object, object, object]
  const other = await sender.kept(aReport(unmistakable('other'), by('613-555-0104')))
  const key = { headers: { 'idempotency-key': 'a key that comes again' } }
  const firstBody = aReport({ ...first, ...words[0] }, { riding: 'Yukon', ...by(PHONE) })
  const kept = [
    await sender.kept(firstBody, key),
    await sender.kept(aReport({ ...second, ...words[1] }, { riding: 'Yukon', ...by(PHONE) })),
  ]
  const rowId = await imported(PHONE, row, words[2]!)
  await stack.idle()

  const forms = [...NORMAL_FORMS, ...(await wordFactsOf(PHONE))]
  for (const form of forms) expect([form, found([form])]).not.toEqual([form, []])

  const { code, answer } = await line.count(PHONE)
  expect(answer).toEqual({
    reports: 3,
    doors: [
      { door: 'web', reports: 2 },
      { door: 'import', source: 'Office of Example', reports: 1 },
    ],
  })
  const opened = await line.open(code)
  const { reports } = opened.json as HeldAnswer
  expect(opened.status).toBe(200)
  expect(reports.map(({ id }) => id)).toEqual([...kept.map(({ id }) => id), rowId])
  expect(reports.map(({ call }) => call)).toMatchObject(words.slice(0, 3))
  for (const report of reports) {
    const { scriptId, ...alone } = (await sender.show(report)).json
    expect(scriptId).toMatch(/^scr_/)
    expect(report).toEqual({ ...alone, receipt: report.receipt })
  }
  expect(await line.open(code)).toMatchObject({ status: 404 })
  const before = await line.count(PHONE)

  const waiting = await sender.kept(aReport({ ...second, ...words[3] }, { riding: 'Yukon', ...by(PHONE) }))
  expect(await line.erase(PHONE)).toMatchObject({ reports: expect.any(Number) })
  const late = await sender.kept(firstBody, key)
  await stack.idle()
  expect(late).toEqual(kept[0])
  for (const report of [...reports, waiting])
    expect((await sender.show(report)).json).toEqual({ id: report.id, status: 'withdrawn' })
  const nothing = await line.count('519-555-0199')
  expect((await line.count(PHONE)).answer).toEqual(nothing.answer)
  expect((await line.open(before.code)).text).toBe((await line.open(nothing.code)).text)
  expect(await sender.counts()).toEqual([1, 1, 1])
  await expectNoDifference(stack)

  const texts = words.flatMap((each) => Object.values(each))
  await sweepAfter(15)
  expect(found([...texts, ...forms])).toEqual([])
  expect(found(Object.values(unmistakable('other')))).not.toEqual([])
  expect((await sender.show(other)).json).toMatchObject({ status: 'counted' })
  expect(await sender.rows('ridings')).toMatchObject([{ riding: { id: 'ocd-division/country:ca/ed:35027' } }])
})

test('what a line reports after it erased is kept, counted and shown', async () => {
  const report = await sender.kept(aReport({}, by(PHONE)))
  await stack.idle()
  expect((await sender.show(report)).json).toMatchObject({ status: 'counted' })
  expect((await line.count(PHONE)).answer).toEqual({ reports: 1, doors: [{ door: 'web', reports: 1 }] })
  await sender.withdraw(report)
  await stack.idle()
  expect((await line.count(PHONE)).answer).toEqual({ reports: 0, doors: [] })
})

test('fifty-two reports of one line are all counted, shown and erased', async () => {
  const phone = '519-555-0152'
  const calls = Array.from({ length: 52 }, (_, n) => ({
    callerId: `450-555-01${String(n).padStart(2, '0')}`,
    receivedAt: `2011-04-${String(1 + (n % 30)).padStart(2, '0')}T${String(9 + (n % 12)).padStart(2, '0')}:10`,
    message: `qq report ${String(n).padStart(2, '0')} of one line zz`,
  }))
  const before = await sender.counts()
  const kept = await Promise.all(calls.map(async (call) => await sender.kept(aReport(call, by(phone)))))
  await stack.idle()
  const { code, answer } = await line.count(phone)
  expect(answer).toEqual({ reports: 52, doors: [{ door: 'web', reports: 52 }] })
  const { reports } = (await line.open(code)).json as HeldAnswer
  expect(reports.map(({ id }) => id).toSorted()).toEqual(kept.map(({ id }) => id).toSorted())
  expect(reports.filter(({ overLimit }) => overLimit)).toHaveLength(2)
  expect(await sender.counts()).toMatchObject([before[0]! + 52, before[1]! + 1, expect.any(Number)])
  await expectNoDifference(stack)

  expect(await line.erase(phone)).toEqual({ reports: 52 })
  await stack.idle()
  for (const report of kept) expect((await sender.show(report)).json).toEqual({ id: report.id, status: 'withdrawn' })
  expect((await line.count(phone)).answer).toEqual({ reports: 0, doors: [] })
  expect(await sender.counts()).toEqual(before)
  await expectNoDifference(stack)
  await sweepAfter(15)
  expect(found(calls.map(({ message }) => message))).toEqual([])
})
