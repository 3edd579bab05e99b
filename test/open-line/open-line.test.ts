import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { toItem } from '../../functions/adapters/dynamodb.ts'
import { deriveKeys } from '../../functions/adapters/keys.ts'
import { lineReports } from '../../functions/adapters/line-reports.ts'
import { oneTimeCodes } from '../../functions/adapters/one-time-codes.ts'
import { newMessageId } from '../../functions/adapters/report-ids.ts'
import { reportQueue } from '../../functions/adapters/report-queue.ts'
import { storedReports } from '../../functions/adapters/stored-reports.ts'
import { UnavailableError } from '../../functions/domain/rejected.ts'
import { mergeReport } from '../../functions/merge-report/merge-report.ts'
import { answerLine, openHeld, type Ports } from '../../functions/open-line/open-line.ts'
import { bodyOf } from '../support/door.ts'
import { EVENT, SECRET } from '../support/engines.ts'
import { jsonPost } from '../support/http-event.ts'
import { type LineDoor, openLineDoor } from '../support/line-door.ts'
import { posted, reportId, told } from '../support/told.ts'

let door: LineDoor
beforeAll(async () => {
  door = await openLineDoor()
})
afterAll(() => door.stop())

type Held = { reports: Record<string, unknown>[]; more?: { id: string; receipt: string }[] }

/** Reports of one phone, merged. */
async function reported(phone: string, messages: string[]): Promise<{ id: string; receipt: string }[]> {
  const kept = []
  for (const message of messages) kept.push(bodyOf(await door.ask(jsonPost({ call: { message, callerId: '450 555 0146' }, reporter: { phone } })))) // prettier-ignore
  await door.mergeAll()
  return kept as { id: string; receipt: string }[]
}

/** A code that was registered for the phone's line. */
async function coded(phone: string): Promise<string> {
  const code = door.newCode()
  await door.invoke({ action: 'count', token: door.tokenOf(phone), code })
  return code
}
const opened = async (code: string) => await door.held({ authorization: `Bearer ${code}` })
const codeItems = async () => (await door.tables.items('dialogues')).filter(({ pk }) => String(pk).startsWith('CODE#'))

test('a line is told how many of its reports are held, by door and by whose spreadsheet', async () => {
  const phone = '519-555-0101'
  await reported(phone, ['One.', 'Two.'])
  const imported = told({}, { door: 'import', source: 'Office of Example' })
  for (const [n, telling] of [imported, imported, told({}, { door: 'sms' })].entries())
    await mergeReport(posted(n + 1, { event: EVENT, line: door.tokenOf(phone), told: telling }), door.tables)
  expect(await door.invoke({ action: 'count', token: door.tokenOf(phone), code: door.newCode() })).toEqual({
    reports: 5,
    doors: [
      { door: 'import', source: 'Office of Example', reports: 2 },
      { door: 'web', reports: 2 },
      { door: 'sms', reports: 1 },
    ],
  })
})

test('the code opens all of them once, each as its own receipt shows it, in the order in which they were accepted', async () => {
  const phone = '519-555-0102'
  const kept = await reported(phone, ['First.', 'Second.', 'Third.'])
  await reported('519-555-0103', ['Of another line.'])
  const code = await coded(phone)
  const { statusCode, headers, body } = await opened(code)
  expect([statusCode, headers['cache-control']]).toEqual([200, 'no-store'])
  const { reports, ...rest } = JSON.parse(body!) as Held
  expect(rest).toEqual({})
  expect(reports.map(({ id }) => id)).toEqual(kept.map(({ id }) => id))
  for (const [n, { id, receipt }] of kept.entries()) {
    const { scriptId: _, ...alone } = bodyOf(await door.show(id, receipt))
    expect(reports[n]).toEqual({ ...alone, receipt: expect.any(String) })
  }
  const again = await opened(code)
  expect([again.statusCode, bodyOf(again)['type']]).toEqual([404, 'urn:callwitness:problem:unknown-report'])
})

test('a code is read as people type it', async () => {
  await reported('519-555-0104', ['x'])
  const code = await coded('519-555-0104')
  const typed = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')}`
  expect((await door.held({ authorization: `bearer ${typed}` })).statusCode).toBe(200)
})

test('of many who use one code at once exactly one is answered', async () => {
  await reported('519-555-0105', ['x'])
  const code = await coded('519-555-0105')
  const answers = await Promise.all(Array.from({ length: 30 }, async () => await opened(code)))
  expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
  expect(answers.filter(({ statusCode }) => statusCode === 404)).toHaveLength(29)
})

test('a code that is wrong, spent, expired, malformed, or none, is answered like an unknown report, byte for byte', async () => {
  const phone = '519-555-0106'
  const [only] = await reported(phone, ['x'])
  const { id } = only!
  const spent = await coded(phone)
  await opened(spent)
  const codes = oneTimeCodes(door.tables.client, 'dialogues')
  const expired = door.newCode()
  const yesterday = new Date(Date.now() - 24 * 3_600_000 - 1000)
  await codes.register(door.keys, { code: expired, token: door.tokenOf(phone), now: yesterday })
  const wrong = [spent, expired, door.newCode(), 'XXXX-XXXX-XXXX', 'XXXX', '%', 'é', door.tokenOf(phone), id].map(
    opened,
  )
  const unknown = await door.show(id, 'none')
  for (const answer of await Promise.all([...wrong, door.held(), door.held({ authorization: 'Basic 1111-1111-1111' })]))
    expect(answer).toEqual(unknown)
  const nearlyExpired = door.newCode()
  await codes.register(door.keys, { code: nearlyExpired, token: door.tokenOf(phone), now: new Date(Date.now() - 24 * 3_600_000 + 60_000) }) // prettier-ignore
  expect((await opened(nearlyExpired)).statusCode).toBe(200)
})

test('the table knows a code as a hash, and says when it goes', async () => {
  await reported('519-555-0107', ['x'])
  const before = (await codeItems()).map(({ pk }) => pk)
  const code = await coded('519-555-0107')
  const [item] = (await codeItems()).filter(({ pk }) => !before.includes(pk))
  expect(Object.keys(item!).toSorted()).toEqual(['expiresAt', 'pk', 'token'])
  expect(item!['pk']).toMatch(/^CODE#[\w-]{43}$/)
  expect(JSON.stringify(item)).not.toContain(code.slice(0, 4))
  expect(Number(item!['expiresAt']) - Date.now() / 1000).toBeGreaterThan(24 * 3600 - 60)
})

test('the receipts of a code open, amend and withdraw each report', async () => {
  const phone = '519-555-0108'
  await reported(phone, ['First.', 'Second.'])
  const { reports } = JSON.parse((await opened(await coded(phone))).body!) as Held
  const [first, second] = reports as { id: string; receipt: string }[]
  const change = async (method: string, { id, receipt }: { id: string; receipt: string }, body: object) =>
    await door.ask({ ...jsonPost(body, { authorization: `Bearer ${receipt}` }), method, path: `/v1/reports/${id}` })
  expect((await change('DELETE', first!, {})).statusCode).toBe(202)
  const text =
    'Call me at (519) 555 0108, five one nine 555 zero one zero eight, or 555-0108; they called from 450 555 0146.'
  expect((await change('PUT', second!, { call: { message: text, callbackNumber: '15195550108' } })).statusCode).toBe(
    202,
  )
  await door.mergeAll()
  // The line is known by its token alone: whole numbers are cleared, in any spelling, and seven digits alone are not.
  expect(bodyOf(await door.show(second!.id, second!.receipt))).toMatchObject({
    call: {
      message: "Call me at [reporter's number], [reporter's number], or 555-0108; they called from 450 555 0146.",
      callbackNumberSigns: ['same-line'],
    },
    reporter: { lineKnown: true },
  })
  const left = JSON.parse((await opened(await coded(phone))).body!) as Held
  expect(left.reports.map(({ id }) => id)).toEqual([second!.id])
})

test('ERASE answers how many there were, and withdraws them and those that still wait in the queue', async () => {
  const phone = '519-555-0109'
  const kept = await reported(phone, ['One.', 'Two.'])
  kept.push(bodyOf(await door.ask(jsonPost({ call: { message: 'Waiting.' }, reporter: { phone } }))) as { id: string; receipt: string }) // prettier-ignore
  const code = await coded(phone)
  expect(await door.invoke({ action: 'erase', token: door.tokenOf(phone) })).toEqual({ reports: 2 })
  await door.mergeAll()
  for (const { id, receipt } of kept) expect(bodyOf(await door.show(id, receipt))).toEqual({ id, status: 'withdrawn' })
  expect(await opened(code)).toEqual(await door.show(kept[0]!.id, 'none'))
})

test('a line with nothing and an erased line are answered alike, and asked as much of the tables', async () => {
  const [erased, nothing] = ['519-555-0110', '519-555-0111'].map(door.tokenOf) as [string, string]
  await reported('519-555-0110', ['x'])
  await door.invoke({ action: 'erase', token: erased })
  await door.mergeAll()
  const before = await codeItems()
  const commands: string[] = []
  for (const { middlewareStack } of [door.tables.client, door.queue.client] as Pick<
    DynamoDBClient,
    'middlewareStack'
  >[])
    // prettier-ignore
    middlewareStack.add(
      (next, { commandName }) => {
        commands.push(String(commandName))
        return next
      },
      { step: 'initialize', name: 'note commands' },
    )
  const asked = async (token: string) => {
    commands.length = 0
    const answers: string[] = []
    for (const request of [
      { action: 'count', token, code: door.newCode() },
      { action: 'erase', token },
    ] as const)
      answers.push(JSON.stringify(await answerLine(request, ports())))
    return { answers, commands: [...commands] }
  }
  const alike = await asked(nothing)
  expect(alike.answers).toEqual(['{"reports":0,"doors":[]}', '{"reports":0}'])
  expect(alike.commands).toEqual(['BatchGetItemCommand', 'BatchGetItemCommand', 'SendMessageCommand'])
  expect(await asked(erased)).toEqual(alike)
  for (const { middlewareStack } of [door.tables.client, door.queue.client]) middlewareStack.remove('note commands')
  expect(await codeItems()).toEqual(before)
})

test('each use is logged by token, and nothing else of it', async () => {
  const phone = '519-555-0112'
  await reported(phone, ['Unmistakable words.'])
  const token = door.tokenOf(phone)
  const from = door.logs().length
  const code = await coded(phone)
  await opened(code)
  await door.invoke({ action: 'erase', token })
  const lines = door
    .logs()
    .slice(from)
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(lines.filter(({ action }) => action)).toEqual([
    { action: 'count', token, reports: 1 },
    { action: 'show', token, reports: 1 },
    { action: 'erase', token, reports: 1 },
  ])
  expect(lines.filter(({ action }) => !action)).toEqual([
    { requestId: expect.any(String), route: 'POST /v1/reports/held', status: 200 },
  ])
  expect(JSON.stringify(lines)).not.toContain(code)
})

test('what the gateway hands over is never taken for a question of receive-sms, whatever its body says', async () => {
  const token = door.tokenOf('519-555-0101')
  await door.drainAll()
  const from = door.logs().length
  const { statusCode } = await door.held({ action: 'erase', token })
  expect(statusCode).toBe(404)
  expect(await door.drainAll()).toEqual([])
  await expect(door.invoke({ action: 'erase', token: '+15195550101' })).rejects.toThrow('Invalid')
  expect(door.logs().slice(from).join()).not.toContain('0101')
})

/** What the stage stands on, to be changed in part. */
function ports(changes: Partial<Ports> = {}): Ports {
  const { client } = door.tables
  return {
    event: EVENT,
    keys: deriveKeys(SECRET, EVENT),
    lines: lineReports(client, 'complaints'),
    reports: storedReports(client, { complaints: 'complaints', words: 'words' }),
    codes: oneTimeCodes(client, 'dialogues'),
    queue: reportQueue(door.queue.client, door.queue.url),
    now: () => new Date(),
    newMessageId,
    ...changes,
  }
}

test('a code whose reports cannot be read at this moment is not spent', async () => {
  await reported('519-555-0113', ['x'])
  const code = await coded('519-555-0113')
  const broken = ports({ lines: lineReports(door.tables.client, 'elsewhere') })
  await expect(openHeld(code, broken)).rejects.toThrow(UnavailableError)
  expect((await opened(code)).statusCode).toBe(200)
})

test('sixty reports are all shown, those beyond the limit too, and what is withdrawn meanwhile is not', async () => {
  const token = door.tokenOf('519-555-0114')
  for (let n = 0; n < 60; n += 1)
    await mergeReport(posted(1000 + n, { event: EVENT, line: token, told: told({ callerId: `450${230 + 11 * n}${1000 + 101 * n}` }) }), door.tables) // prettier-ignore
  const { reports } = JSON.parse((await opened(await coded('519-555-0114'))).body!) as Held
  expect(reports.map(({ id }) => id)).toEqual(Array.from({ length: 60 }, (_, n) => reportId(1000 + n)))
  expect(reports.filter(({ overLimit }) => overLimit)).toHaveLength(10)
})

test('an answer that would be larger than Lambda sends shows what fits, and gives the receipts of the rest', async () => {
  const phone = '519-555-0115'
  const [only] = await reported(phone, ['x'])
  const { id } = only!
  const token = door.tokenOf(phone)
  // Stored as if they had been merged: four hundred of the largest.
  const [stored] = (await door.tables.items('complaints')).filter(({ pk }) => pk === id)
  const message = 'é"'.repeat(2500)
  const ids = Array.from({ length: 400 }, (_, n) => `${id.slice(0, 20)}${String(n).padStart(10, '0')}`)
  const put = async (table: string, item: object) =>
    await door.tables.client.send(new PutItemCommand({ TableName: table, Item: toItem(item) }))
  for (const pk of ids) {
    await put('complaints', { ...stored, pk })
    await put('words', { pk, message })
  }
  await put('complaints', { pk: `BEYOND#${token}#${id[4]}`, v: 1, event: EVENT, ids: new Set(ids) })
  const { body } = await opened(await coded(phone))
  expect(JSON.stringify({ body }).length).toBeLessThan(6 * 1024 * 1024)
  const { reports, more = [] } = JSON.parse(body!) as Held
  expect(reports.length).toBeGreaterThan(200)
  const all = [...reports, ...more].map((one) => one.id)
  expect(new Set(all).size).toBe(401)
  expect(all).toEqual([id, ...ids].toSorted())
  const [first] = more
  expect(bodyOf(await door.show(first!.id, first!.receipt))).toMatchObject({ call: { message } })
})
