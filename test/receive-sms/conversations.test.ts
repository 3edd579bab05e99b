import { afterAll, beforeAll, expect, test } from 'vitest'
import { inParallel } from '../../functions/adapters/in-parallel.ts'
import type { ReportMessage, Told } from '../../functions/domain/message.ts'
import { Random } from '../../rehearsal/random.ts'
import { shuffled } from '../../rehearsal/shuffled.ts'
import { foldChanges, type Phones, startPhones } from '../support/phones.ts'

let phones: Phones
beforeAll(async () => {
  phones = await startPhones()
})
afterAll(() => phones.stop())

/** A thousand take a minute: `CONVERSATIONS=1000 npx vitest run test/receive-sms/conversations.test.ts`. */
const CONVERSATIONS = Number(process.env['CONVERSATIONS'] ?? 300)
/** Texts that may overtake each other: fifty conversations at once. */
const OVERLAP = 400
const RIDINGS = ['Guelph', 'Halifax West']

type Conversation = { from: string; message: string; callerId: string; riding: string; day: number; minute: number }
const conversation = (n: number): Conversation => ({
  from: `+1${204 + (n % 7) * 100}5550${String(n).padStart(3, '0')}`,
  message: `A recorded voice said that my poll is now at hall number ${'abcdefghij'[n % 10]} of the mall`,
  callerId: `613 555 01${String(n % 100).padStart(2, '0')}`,
  riding: RIDINGS[n % 2]!,
  day: 1 + (n % 3),
  minute: 10 + (n % 50),
})

test(`${CONVERSATIONS} conversations at once, each text twice and in any order: each is one report with the right fields`, async () => {
  const random = new Random('conversations')
  const conversations = Array.from({ length: CONVERSATIONS }, (_, n) => conversation(n))
  const texts = conversations.flatMap(({ from, message, callerId, riding, day, minute }, n) =>
    [message, callerId, riding, `May ${day} at 10:${minute} am`].flatMap((body, i) => {
      const text = { from, body, messageId: `SM${n}-${i}` }
      return [text, text]
    }),
  )
  const changes: ReportMessage[] = []
  const queue = { send: async (change: ReportMessage) => void changes.push(change) }
  await inParallel([...shuffled(texts, OVERLAP, random)], async ({ from, body, messageId }) => {
    const replies = await phones.phone(from, { queue }).text(body, { messageId })
    expect(replies.length).toBeGreaterThan(0)
  })
  const reports = foldChanges(changes)
  expect(reports).toHaveLength(CONVERSATIONS)
  const told = reports.map(({ told: { call, riding, words } = { call: {}, words: {} } as Told }) =>
    [call.callerId, riding, call.receivedAt, words.message].join('|'),
  )
  const meant = conversations.map(({ callerId, riding, day, minute, message }) =>
    [callerId, riding, `2026-05-0${day}T10:${minute}`, message].join('|'),
  )
  expect(told.toSorted()).toEqual(meant.toSorted())
  expect(new Set(reports.map(({ line }) => line?.token)).size).toBe(CONVERSATIONS)
  expect(reports.filter((report) => report.told?.incomplete)).toEqual([])
}, 300_000)
