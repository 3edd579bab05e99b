import { expect, test } from 'vitest'
import { askedBy, describe, type Published } from '../../operate/publish.ts'

const WAITING: Published = {
  outcome: 'waiting',
  latest: '2026-11-25.1',
  released: null,
  written: null,
  draft: {
    edition: '2026-11-26.1',
    number: 2,
    asOf: '2026-11-26T06:00:00Z',
    releaseAt: '2026-11-27T02:00:00.000Z',
    reason: { en: 'Two days were counted twice.', fr: 'Deux jours étaient comptés deux fois.' },
  },
  differences: 'reports 150 → 2115\n',
}

test('a draft is shown with its reason, and with how old its counts are', () => {
  expect(describe(WAITING, new Date('2026-11-27T01:10:00Z'))).toBe(
    `latest: 2026-11-25.1
draft: 2026-11-26.1 (number 2, as of 2026-11-26T06:00:00Z), public at 2026-11-27T02:00:00.000Z or with --approve 2026-11-26.1
its counts are 19 hours old
its reason: Two days were counted twice.
en français : Deux jours étaient comptés deux fois.

reports 150 → 2115`,
  )
})

test.each([
  ['2026-11-26T06:59:59Z', 'less than an hour'],
  ['2026-11-26T07:20:00Z', 'an hour'],
  ['2026-11-26T07:40:00Z', '2 hours'],
  ['2026-11-26T05:00:00Z', 'less than an hour'],
])('at %s counts as of six are %s old', (now, age) => {
  expect(describe(WAITING, new Date(now))).toContain(`its counts are ${age} old\n`)
})

test('that no number moved is said only where it was looked at', () => {
  const none = { ...WAITING, draft: null, differences: '' }
  expect(describe({ ...none, outcome: 'current' }, new Date())).toBe('latest: 2026-11-25.1\nno draft: no number moved since') // prettier-ignore
  expect(describe({ ...none, outcome: 'none' }, new Date())).toBe('latest: 2026-11-25.1\nno draft waits')
})

test.each<[Record<string, unknown>, RegExp]>([
  [{ approve: 'nonsense' }, /^"nonsense" names no edition: it is a day and a number, as 2026-11-26\.1$/],
  [{ approve: '' }, /names no edition/],
  [{ discard: '2026-11-26' }, /names no edition/],
  [{ reason: 'Why.' }, /in both languages/],
  [{ reason: '', 'reason-fr': '' }, /in both languages/],
  [{ approve: '2026-11-26.1', now: true }, /one at a time/],
])('%j is refused in one sentence', (flags, why) => {
  expect(() => askedBy(flags)).toThrow(why)
})

test('what is asked for is asked for', () => {
  expect(askedBy({})).toEqual({})
  expect(askedBy({ discard: '2026-11-26.1' })).toEqual({ discard: '2026-11-26.1' })
  expect(askedBy({ reason: 'Why.', 'reason-fr': 'Pourquoi.' })).toEqual({ reason: { en: 'Why.', fr: 'Pourquoi.' } })
})
