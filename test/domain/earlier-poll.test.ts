import { expect, test } from 'vitest'
import { earlierPollOf } from '../../functions/domain/earlier-poll.ts'

test.each([
  ['2011-05-02', '0-3'],
  ['2011-04-29', '0-3'],
  ['2011-04-28T18:00', '4-7'],
  ['2011-04-18', '8-14'],
  ['2011-04-17', '15-30'],
  ['2011-04-01', '31-plus'],
  ['2011-05-03', 'after-the-call'],
  ['2011-04', undefined],
  [undefined, undefined],
])('a poll of %s is %s days before a call of 2 May 2011', (receivedOn, daysBefore) => {
  expect(earlierPollOf({ received: 'yes', receivedOn }, '2011-05-02')).toEqual({ received: 'yes', ...(daysBefore ? { daysBefore } : {}) }) // prettier-ignore
})

test('a call without a day is no number of days after anything', () => {
  expect(earlierPollOf({ receivedOn: '2011-04-01' }, undefined)).toEqual({})
})

test('not asked and not answered are two things, and what is no choice is not answered', () => {
  expect(earlierPollOf(undefined, '2011-05-02')).toBeUndefined()
  expect(earlierPollOf({}, '2011-05-02')).toEqual({})
  expect(earlierPollOf({ received: 'oui', how: 'fax', callerId: '450 555 0146' }, undefined)).toEqual({})
})
