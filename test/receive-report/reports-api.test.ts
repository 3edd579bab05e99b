import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodyOf, type Door, openDoor } from '../support/door.ts'
import { jsonPost } from '../support/http-event.ts'

let door: Door
beforeAll(async () => {
  door = await openDoor()
})
afterAll(() => door.stop())

const whole = {
  call: {
    callerId: '(450) 555-0146',
    callerName: 'ELECTIONS CANADA',
    receivedAt: '2011-05-02T10:03',
    kind: 'recorded',
    election: 'federal',
    claimedToBe: 'Elections Canada',
    message: 'Your polling place has changed.',
    callbackNumber: '1-800-555-0199',
    pollingPlace: 'Old Quebec Street Mall',
    language: 'en',
  },
  riding: 'Guelph',
  representationOrder: '2003',
  source: 'A newspaper',
  reporter: {
    phone: '519-555-0123',
    ageBand: '45-54',
    earlierPoll: {
      received: 'yes',
      receivedOn: '2011-04-20',
      callerId: '450 555 0147',
      how: 'live',
      askedBy: 'national-party',
      preference: 'opponent',
    },
  },
}

async function post(body: unknown, headers: Record<string, string> = {}) {
  const answer = await door.ask(jsonPost(body, headers))
  expect(answer.statusCode).toBe(202)
  return bodyOf(answer) as { id: string; receipt: string; status: string; advice: string }
}

function change(method: string, { id, receipt }: { id: string; receipt: string }, body?: unknown) {
  const { headers, body: sent } = jsonPost(body)
  return {
    method,
    path: `/v1/reports/${id}`,
    headers: { ...headers, Authorization: `Bearer ${receipt}` },
    body: sent ?? '',
  }
}

test('a report is answered with where it is, a receipt and advice, and the queue has all of it', async () => {
  const answer = await door.ask(jsonPost(whole))
  expect(answer).toMatchObject({ statusCode: 202, headers: { 'content-type': 'application/json' } })
  const { id, receipt, status, advice } = bodyOf(answer)
  expect(id).toMatch(/^rpt_[0-9A-HJKMNP-TV-Z]{26}$/)
  expect(answer.headers['location']).toBe(`/v1/reports/${String(id)}`)
  expect({ status, receipt }).toEqual({ status: 'accepted', receipt: expect.stringMatching(/^r1\./) as string })
  expect(advice).toContain('elections.ca')

  const { message, callerName, claimedToBe, pollingPlace, ...call } = whole.call
  expect(await door.drain()).toEqual([
    {
      v: 1,
      type: 'report.posted',
      event: 'ca-ge-test',
      id,
      rank: 0,
      acceptedAt: expect.any(String) as string,
      messageId: expect.any(String) as string,
      line: expect.stringMatching(/^t1\.[\w-]{43}$/) as string,
      told: {
        door: 'web',
        call,
        words: { message, callerName, claimedToBe, pollingPlace },
        riding: 'Guelph',
        representationOrder: '2003',
        source: 'A newspaper',
        ageBand: '45-54',
        earlierPoll: whole.reporter.earlierPoll,
      },
    },
  ])
})

test('the advice is in the language asked for', async () => {
  const { advice } = await post({ call: { callerId: 'privé' } }, { 'Accept-Language': 'fr-CA,fr;q=0.9,en;q=0.5' })
  expect(advice).toContain('Élections Canada')
  await door.drain()
})

test('a report without a line is nobody’s, and says nothing of a reporter', async () => {
  await post({ call: { callerId: 'private' } })
  await post({ call: { callerId: 'private' }, reporter: { phone: null } })
  expect((await door.drain()).map(({ line }) => line)).toEqual([null, null])
})

test('the same line is the same reporter, by whatever spelling', async () => {
  for (const phone of ['519-555-0123', '+1 519 555 0123 ext. 9', '(519) 555 O123'])
    await post({ ...whole, reporter: { phone } })
  const lines = (await door.drain()).map(({ line }) => line)
  expect(new Set(lines).size).toBe(1)
})

describe('an amendment', () => {
  test('replaces what was told, and without a phone leaves the line as it was', async () => {
    const first = await post(whole)
    const answer = await door.ask(
      change('PUT', first, { call: { callerId: '450 555 0147', message: 'I am at 519 555 0123 or 555-0123' } }),
    )
    expect(answer.statusCode).toBe(202)
    expect(bodyOf(answer)).toMatchObject({ id: first.id, receipt: first.receipt, status: 'accepted' })
    const amended = (await door.drain()).find(({ type }) => type === 'report.amended')
    expect(amended).toMatchObject({ id: first.id, rank: 1, told: { call: { callerId: '450 555 0147' } } })
    expect(amended).not.toHaveProperty('line')
    expect(amended?.told?.words.message).toBe("I am at [reporter's number] or [reporter's number]")
  })

  test('with another phone moves the report, and clears its text of both', async () => {
    const first = await post(whole)
    const message = 'was 519 555 0123, now 613 555 0177'
    const answer = await door.ask(change('PUT', first, { call: { message }, reporter: { phone: '613 555 0177' } }))
    const [posted, amended] = (await door.drain()).toSorted((a, b) => a.rank - b.rank)
    expect(amended?.line).toMatch(/^t1\./)
    expect(amended?.line).not.toBe(posted?.line)
    expect(amended?.told?.words.message).toBe("was [reporter's number], now [reporter's number]")
    const { receipt } = bodyOf(answer) as { receipt: string }
    expect(receipt).not.toBe(first.receipt)
    expect((await door.ask(change('DELETE', { id: first.id, receipt }))).statusCode).toBe(202)
    await door.drain()
  })

  test('with a phone that is null removes the line', async () => {
    const first = await post(whole)
    await door.ask(change('PUT', first, { call: { message: 'of 519 555 0123' }, reporter: { phone: null } }))
    const amended = (await door.drain()).find(({ type }) => type === 'report.amended')
    expect(amended).toMatchObject({ line: null, told: { words: { message: "of [reporter's number]" } } })
  })
})

test('a withdrawal says how long copies remain, and carries nothing but the id', async () => {
  const first = await post(whole)
  await door.drain()
  const answer = await door.ask(change('DELETE', first))
  expect(answer.statusCode).toBe(202)
  expect(bodyOf(answer)).toEqual({
    id: first.id,
    status: 'accepted',
    notice: expect.stringContaining('35 days') as string,
    copiesRemain: { queueDays: 14, streamHours: 24, backupDays: 35 },
  })
  const [message] = await door.drain()
  expect(Object.keys(message!).toSorted()).toEqual(['acceptedAt', 'event', 'id', 'messageId', 'rank', 'type', 'v'])
  expect(message).toMatchObject({ type: 'report.withdrawn', rank: 2, id: first.id })
})

describe('a report is opened by its own receipt only', () => {
  test.each(['PUT', 'DELETE'])('%s', async (method) => {
    const [first, second] = [await post(whole), await post(whole)]
    await door.drain()
    const wrong = [
      { id: first.id, receipt: second.receipt },
      { id: first.id, receipt: first.receipt.slice(0, -1) },
      { id: first.id, receipt: `${first.receipt}A` },
      { id: first.id, receipt: '' },
      { id: first.id.toLowerCase(), receipt: first.receipt },
      { id: 'rpt_1', receipt: first.receipt },
      { id: '..', receipt: first.receipt },
      { id: `${first.id}\0`, receipt: first.receipt },
    ]
    const answers = await Promise.all(wrong.map((claim) => door.ask(change(method, claim, whole))))
    const { Authorization: _, ...headers } = change(method, first).headers
    answers.push(await door.ask({ ...change(method, first, whole), headers }))
    answers.push(
      await door.ask({ ...change(method, first, whole), headers: { ...headers, Authorization: first.receipt } }),
    )
    for (const answer of answers) {
      expect(answer.statusCode).toBe(404)
      expect(answer.body).toBe(answers[0]!.body)
    }
    expect(await door.drain()).toEqual([])
  })
})
