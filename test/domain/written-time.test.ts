import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readWrittenTime, timeFault, writeTime } from '../../functions/domain/written-time.ts'

describe('a time is read as it was written, to the minute at most', () => {
  test.each([
    ['2011-05-02T10:03', { precision: 'minute', month: '2011-05', day: '2011-05-02', time: '10:03' }],
    ['2011-05-02 10:03:59.123', { precision: 'minute', month: '2011-05', day: '2011-05-02', time: '10:03' }],
    ['2011-05-02t10:03z', { precision: 'minute', month: '2011-05', day: '2011-05-02', time: '10:03', offset: 'Z' }],
    [
      '2011-05-02T10:03-0230',
      { precision: 'minute', month: '2011-05', day: '2011-05-02', time: '10:03', offset: '-02:30' },
    ],
    ['2011-05-02T10', { precision: 'hour', month: '2011-05', day: '2011-05-02', time: '10' }],
    ['2011-05-02T10Z', { precision: 'hour', month: '2011-05', day: '2011-05-02', time: '10', offset: 'Z' }],
    [' 2011-05-02 ', { precision: 'day', month: '2011-05', day: '2011-05-02' }],
    ['2011-05', { precision: 'month', month: '2011-05' }],
  ])('%j', (text, read) => expect(readWrittenTime(text)).toEqual(read))
})

test.each([
  '',
  'yesterday',
  '2011',
  '02/05/2011',
  '2011-5-2',
  '2011-05-02T',
  '2011-05-02T1',
  '2011-05-02T10:3',
  '2011-05-02T10:03:75',
  '20110502',
  '2011-05T10:03',
  '2011-05-02T10:03 EST',
])('%j is no time', (text) => expect(readWrittenTime(text)).toBeUndefined())

// 22:50 in Newfoundland, 21:20 in Ottawa, the second of May in UTC already.
const now = new Date('2011-05-02T01:20:00Z')

describe('what cannot be is told by name', () => {
  test.each([
    ['2011-02-31', 'no-such-date'],
    ['2010-02-29', 'no-such-date'],
    ['2010-13', 'no-such-date'],
    ['2010-00', 'no-such-date'],
    ['2010-04-00', 'no-such-date'],
    ['2010-04-30T24:00', 'no-such-date'],
    ['2010-04-30T24', 'no-such-date'],
    ['2011-05-02T00', 'in-the-future'],
    ['2010-04-30T10:60', 'no-such-date'],
    ['2010-04-30T10:00+15:00', 'no-such-date'],
    ['0001-01-01', 'too-early'],
    ['1999-12-31T23:59', 'too-early'],
    ['1999-12', 'too-early'],
    ['2011-05-01T23:01', 'in-the-future'],
    ['2011-05-02', 'in-the-future'],
    ['2011-06', 'in-the-future'],
    ['9999-12-31', 'in-the-future'],
    ['2011-05-02T01:31Z', 'in-the-future'],
    ['2011-05-01T21:31-04:00', 'in-the-future'],
  ])('%s: %s', (text, fault) => expect(timeFault(readWrittenTime(text)!, now)).toBe(fault))
})

test.each([
  '2000-01',
  '2000-01-01',
  '2008-02-29',
  '2011-05',
  '2011-05-01',
  '2011-05-01T23:00',
  '2011-05-02T01:30Z',
  '2011-05-02T10:30+09:00',
])('%s can be, ten minutes before 23:00 in Newfoundland', (text) =>
  expect(timeFault(readWrittenTime(text)!, now)).toBeUndefined(),
)

test('what is written is read again as the same', () => {
  const instant = fc.date({ min: new Date('2000-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  const ending = fc.constantFrom('', 'Z', '-04:00', '+0530')
  fc.assert(
    fc.property(instant, ending, fc.constantFrom(7, 10, 13, 16), (date, offset, length) => {
      const written = readWrittenTime(`${date.toISOString().slice(0, length)}${length > 10 ? offset : ''}`)!
      expect(readWrittenTime(writeTime(written))).toEqual(written)
    }),
  )
})
