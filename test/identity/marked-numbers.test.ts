import { exactDoor } from '../support/exact-door.ts'
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { electionWeek } from '../../rehearsal/election-week.ts'
import { asForm } from '../../rehearsal/encode.ts'
import { rehearse } from '../../rehearsal/rehearsal.ts'
import { newDataDir } from '../support/stack.ts'
import { type PermittedStack, startPermittedStack } from '../support/permitted-stack.ts'
import { aReport, type Receipted, type Sender, send, senderTo } from '../support/sender.ts'
import { filesIn, scanFolder, scannerFor } from './byte-scanner.ts'
import { linePatterns } from './line-patterns.ts'
import { refusedWith, saidEverywhere, spellingsOf } from './numbers-everywhere.ts'

// Of this seed no line ends as a number that other reports of this file display.
const WEEK = { seed: 'marked 2', reports: 120, isMarked: true }
/** Lines of which nothing may be left anywhere. */
const OWN = {
  byJson: '+12045550101',
  byForm: '+12045550102',
  byPut: '+12045550103',
  moved: '+12045550104',
  unsaid: '+12045550105',
  refused: '+12045550106',
  keyed: '+12045550107',
}
const lines = new Set([...Object.values(OWN), ...[...electionWeek(WEEK)].flatMap((report) => report.lines)])
const scan = scannerFor([...lines].flatMap(linePatterns))

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

/** All that is held, as it lies there while the stack runs: nothing is swept or closed before. */
async function foundNow(): Promise<string[]> {
  await stack.idle()
  return scanFolder(dataDir, scan)
}

/** What is shown of a report: the number is replaced in every text, and gone from every field that holds a number. */
async function expectCleared(reports: Receipted[]): Promise<void> {
  await stack.idle()
  for (const report of reports) {
    const { call, riding, source, reporter, normal } = (await sender.show(report)).json as Record<string, Record<string, unknown>> // prettier-ignore
    const texts = [call!['callerName'], call!['claimedToBe'], call!['message'], call!['pollingPlace'], riding, source]
    for (const text of texts) expect(text).toContain("[reporter's number]")
    expect(call).not.toHaveProperty('callerId')
    expect(call).toMatchObject({ callerIdSigns: ['same-line'], callbackNumberSigns: ['same-line'] })
    expect(reporter).toMatchObject({ earlierPoll: { callerIdSigns: ['same-line'] } })
    expect(normal).toMatchObject({ callerId: { kind: 'invalid', signs: ['same-line'] } })
  }
}

test('a number typed into every field, in nine spellings, is in no field that is kept', async () => {
  const reports: Receipted[] = []
  for (const spelled of spellingsOf(OWN.byJson)) reports.push(await sender.kept(saidEverywhere(spelled, spelled)))
  await expectCleared(reports)
  expect(await foundNow()).toEqual([])
})

test('nor when it comes by a form', async () => {
  const reports: Receipted[] = []
  for (const [n, spelled] of spellingsOf(OWN.byForm).entries()) {
    const form = asForm(saidEverywhere(spelled, OWN.byForm), { language: 'fr', idempotencyKey: `the form number ${n}` })
    const { json } = await send(`${stack.url}/v1/reports`, form)
    reports.push({ id: String(json['id']), receipt: String(json['receipt']) })
  }
  await expectCleared(reports)
  expect(await foundNow()).toEqual([])
})

test('nor in a PUT that does not name the line, which only the receipt knows', async () => {
  const reports: Receipted[] = []
  for (const spelled of spellingsOf(OWN.byPut)) {
    const report = await sender.kept(aReport({}, { reporter: { phone: OWN.byPut } }))
    expect((await sender.amend(report, saidEverywhere(spelled))).status).toBe(202)
    reports.push(report)
  }
  await expectCleared(reports)
  expect(await foundNow()).toEqual([])
})

test('nor in one that names another line, of either of the two', async () => {
  const report = await sender.kept(aReport({}, { reporter: { phone: OWN.byPut } }))
  for (const said of [OWN.byPut, OWN.moved]) await sender.amend(report, saidEverywhere(said, OWN.moved))
  await expectCleared([report])
  expect(await foundNow()).toEqual([])
})

test('nor once the line is taken back', async () => {
  const report = await sender.kept(aReport({}, { reporter: { phone: OWN.unsaid } }))
  await sender.amend(report, saidEverywhere(OWN.unsaid, null))
  await expectCleared([report])
  expect(await foundNow()).toEqual([])
})

test('a number in a key, a header, a path or a query, or in what is refused, is kept nowhere', async () => {
  const headers = { 'idempotency-key': `call from ${OWN.keyed.slice(2)}`, 'user-agent': OWN.keyed, referer: `https://x.example/${OWN.keyed}` } // prettier-ignore
  const report = await sender.kept(aReport({ message: 'Keyed.' }), { headers })
  await sender.amend(report, aReport(), headers)
  await sender.withdraw(report, headers)
  const statuses = new Set<number>()
  for (const spelled of spellingsOf(OWN.refused))
    for (const { path = '/v1/reports', method = 'POST', ...rest } of refusedWith(spelled)) {
      const { status, text, headers } = await send(`${stack.url}${path}`, { method, ...rest })
      statuses.add(status)
      expect(scan(Buffer.from(`${text} ${JSON.stringify([...headers])}`))).toEqual([])
    }
  expect([...statuses].toSorted()).toEqual([204, 400, 404, 405, 413, 415, 422])
  expect(await foundNow()).toEqual([])
})

test('after a rehearsal in which all numbers are marked, none is in the data folder or in a log, running or stopped', async () => {
  const { sent } = await rehearse({ ...WEEK, apiUrl: stack.url, door: await exactDoor(stack), concurrency: 12 })
  expect([...sent.refused]).toEqual([])
  expect(lines.size).toBeGreaterThan(50)
  expect(await foundNow()).toEqual([])
  await stack.stop()
  expect(scanFolder(dataDir, scan)).toEqual([])
})

test('a number that was displayed is found there: the search reads what is held', () => {
  const shown = [...electionWeek(WEEK)].find(({ cells, isLive }) => isLive && cells.caller?.startsWith('+'))!.cells
    .caller!
  const found = scanFolder(dataDir, scannerFor(linePatterns(shown)))
  expect(found).toContain(`UTF-8 of ${shown} in dynamodb.db`)
  expect(filesIn(dataDir)).toEqual(expect.arrayContaining(['logs/receive-report.log', 'logs/merge-report.log']))
})
