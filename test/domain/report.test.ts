import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ReportMessage } from '../../functions/domain/message.ts'
import { applyChange, type Report } from '../../functions/domain/report.ts'
import { amended, OTHER_TOKEN, posted, told, TOKEN, withdrawn } from '../support/told.ts'

function outcome(...messages: ReportMessage[]): Report | undefined {
  return messages.reduce<Report | undefined>((report, message) => applyChange(report, message), undefined)
}

test('a change seen before changes nothing', () => {
  const report = outcome(posted(1))
  expect(applyChange(report, posted(1))).toBe(report)
})

test('a POST replayed after a PUT changes nothing', () => {
  const report = outcome(posted(1), amended(1))
  expect(applyChange(report, posted(1))).toBe(report)
})

test('a DELETE before its POST ends withdrawn', () => {
  expect(outcome(withdrawn(1), posted(1), amended(1))?.told).toBeUndefined()
})

test('a PUT that does not name the line keeps it, even when it arrives before the POST', () => {
  expect(outcome(amended(1), posted(1))?.line?.token).toBe(TOKEN)
})

test('a PUT that names nobody removes the line', () => {
  expect(outcome(posted(1), amended(1, { line: null }))?.line?.token).toBeNull()
})

test('an unlabelled later change does not undo an earlier change of line', () => {
  const second = amended(1, { line: OTHER_TOKEN })
  const third = amended(1, { acceptedAt: '2026-05-01T13:30:00.000Z', messageId: 'm1-3' })
  expect(outcome(third, second, posted(1))?.line?.token).toBe(OTHER_TOKEN)
})

test('the same POST sent again weeks later, with the guard gone, keeps the first day of reception', () => {
  const again = posted(1, { acceptedAt: '2026-06-20T12:00:00.000Z', messageId: 'm1-9' })
  expect(outcome(again, posted(1))?.receivedAt).toBe(posted(1).acceptedAt)
  expect(outcome(posted(1), again)?.receivedAt).toBe(posted(1).acceptedAt)
})

test('a POST that is sent again after a PUT, with the guard gone, does not undo it', () => {
  const again = posted(1, { acceptedAt: '2026-06-20T12:00:00.000Z', messageId: 'm1-9' })
  expect(outcome(posted(1), amended(1), again)?.order.rank).toBe(1)
  expect(outcome(again, amended(1))?.order.rank).toBe(1)
})

test('of two PUTs the one accepted later holds, whatever their message ids and whichever comes first', () => {
  const earlier = amended(1, { messageId: 'z' })
  const later = amended(1, { acceptedAt: '2026-05-01T13:00:00.001Z', messageId: 'a' })
  expect(outcome(posted(1), earlier, later)?.order.messageId).toBe('a')
  expect(outcome(posted(1), later, earlier)?.order.messageId).toBe('a')
})

test('any order and any repetition of the changes gives the same report', () => {
  const changes = [
    posted(1),
    amended(1, { told: told({ callerId: 'private' }) }),
    amended(1, { line: OTHER_TOKEN, acceptedAt: '2026-05-01T13:10:00.000Z', messageId: 'm1-4' }),
    amended(1, { line: null, acceptedAt: '2026-05-01T13:10:00.000Z', messageId: 'm1-5' }),
    posted(1, { acceptedAt: '2026-04-30T12:00:00.000Z', messageId: 'm1-6' }),
  ]
  const expected = outcome(...changes)
  const sequence = fc
    .array(fc.constantFrom(...changes), { maxLength: 6 })
    .chain((more) => fc.shuffledSubarray([...changes, ...more], { minLength: changes.length + more.length }))
  fc.assert(fc.property(sequence, (messages) => void expect(outcome(...messages)).toEqual(expected)))
  fc.assert(fc.property(sequence, (messages) => void expect(outcome(...messages, withdrawn(1))?.told).toBeUndefined()))
})
