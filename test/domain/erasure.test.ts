import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withoutErased } from '../../functions/domain/erasure.ts'
import type { LineErased, ReportMessage } from '../../functions/domain/message.ts'
import { namedLines } from '../../functions/domain/named-lines.ts'
import { applyChange, type Report } from '../../functions/domain/report.ts'
import { amended, erased, OTHER_TOKEN, posted, told, TOKEN, withdrawn } from '../support/told.ts'

type Message = ReportMessage | LineErased
const at = (minute: number) => `2026-05-01T12:${String(minute).padStart(2, '0')}:00.000Z`

/** What becomes of one report: each message is held against what is known of lines by then, each erasure against the report. */
function outcome(messages: Message[]): Report | undefined {
  const erasures = new Map<string, string>()
  let report: Report | undefined
  for (const message of messages) {
    if (message.type === 'line.erased') {
      const known = erasures.get(message.line) ?? ''
      erasures.set(message.line, known > message.acceptedAt ? known : message.acceptedAt)
    } else report = applyChange(report, message)
    report = report && withoutErased(report, erasures)
  }
  return report
}

test('a report that named the line until it was erased is withdrawn, in whichever order the two come', () => {
  for (const minute of [0, 5]) {
    const messages = [posted(1, { acceptedAt: at(minute) }), erased({ acceptedAt: at(5) })]
    for (const each of [messages, messages.toReversed()]) expect(outcome(each)?.told).toBeUndefined()
  }
})

test('a report that named it later is kept; so is one of another line, and one of nobody', () => {
  const erasure = erased({ acceptedAt: at(5) })
  for (const other of [{ acceptedAt: at(6) }, { line: OTHER_TOKEN }, { line: null }]) {
    const messages = [posted(1, { acceptedAt: at(0), ...other }), erasure]
    for (const each of [messages, messages.toReversed()]) expect(outcome(each)?.told).toBeDefined()
  }
})

test('what counts is when a change named the line: an amendment that comes to it after the erasure is kept', () => {
  const messages = [posted(1, { line: null, acceptedAt: at(0) }), erased({ acceptedAt: at(5) }), amended(1, { line: TOKEN, acceptedAt: at(6) })] // prettier-ignore
  for (const each of [messages, messages.toReversed()]) expect(outcome(each)).toMatchObject({ line: { token: TOKEN } })
})

test('one that named the line, and names another now, is withdrawn as well: no later change can be told apart from one that came first', () => {
  const messages = [posted(1, { acceptedAt: at(0) }), amended(1, { line: OTHER_TOKEN, acceptedAt: at(6) }), erased({ acceptedAt: at(5) })] // prettier-ignore
  for (const each of [messages, messages.toReversed()]) expect(outcome(each)?.told).toBeUndefined()
})

test('a tombstone says nothing of the line', () => {
  expect(JSON.stringify(outcome([posted(1), erased()]))).not.toMatch(/t1\.|Guelph|450/)
})

const minute = fc.integer({ min: 0, max: 9 })
const line = fc.constantFrom(TOKEN, OTHER_TOKEN, 't1.third', null, undefined)
const message: fc.Arbitrary<Message> = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(minute, line).map(([m, line]) => posted(1, { line: line ?? null, acceptedAt: at(m), messageId: `p${m}${line}` })) }, // prettier-ignore
  { weight: 5, arbitrary: fc.tuple(minute, line, fc.nat(2)).map(([m, line, n]) => amended(1, { ...(line === undefined ? {} : { line }), acceptedAt: at(m), messageId: `a${m}${line}${n}`, told: told({ callerId: `private ${n}` }) })) }, // prettier-ignore
  { weight: 3, arbitrary: fc.tuple(minute, line).map(([m, line]) => erased({ line: line ?? TOKEN, acceptedAt: at(m) })) }, // prettier-ignore
  { weight: 1, arbitrary: fc.constant(withdrawn(1)) },
)

/** The rule, over all messages at once. */
function isWithdrawn(messages: Message[]): boolean {
  const erasures = messages.filter(({ type }) => type === 'line.erased') as LineErased[]
  return messages.some(
    (change) =>
      change.type === 'report.withdrawn' ||
      (change.type !== 'line.erased' &&
        erasures.some(({ line, acceptedAt }) => line === change.line && change.acceptedAt <= acceptedAt)),
  )
}

test('any messages in any order, some of them again, end as the rule says, and otherwise as if nothing had been erased', () => {
  const orders = fc.array(message, { minLength: 1, maxLength: 8 }).chain((messages) => {
    const again = fc.array(fc.constantFrom(...messages), { maxLength: 3 })
    const order = again.chain((more) => fc.shuffledSubarray([...messages, ...more], { minLength: messages.length + more.length })) // prettier-ignore
    return fc.tuple(fc.constant(messages), order)
  })
  fc.assert(
    fc.property(orders, ([messages, order]) => {
      const report = outcome(order)
      const changes = messages.filter(({ type }) => type !== 'line.erased')
      const expected = isWithdrawn(messages) ? 'withdrawn' : outcome(changes)
      expect(report && !report.told ? 'withdrawn' : report).toEqual(expected)
    }),
    { numRuns: 3000 },
  )
})

test('a report that names a new line with each change remembers those that it named first', () => {
  const changes = Array.from({ length: 40 }, (_, n) =>
    amended(1, { line: `t1.${n}`, acceptedAt: at(n), messageId: `${n}` }),
  )
  const sequence = fc.shuffledSubarray(changes, { minLength: changes.length })
  fc.assert(
    fc.property(sequence, (messages) => {
      const tokens = namedLines(outcome(messages)!).map(([token]) => token)
      expect(tokens).toEqual([...Array.from({ length: 8 }, (_, n) => `t1.${n}`), 't1.39'])
    }),
    { numRuns: 50 },
  )
})
