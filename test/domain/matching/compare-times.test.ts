import { expect, test } from 'vitest'
import { callTime } from '../../../functions/domain/call-time.ts'
import { compareTimes } from '../../../functions/domain/matching/compare-times.ts'
import { readWrittenTime } from '../../../functions/domain/written-time.ts'

const TORONTO = { zones: ['America/Toronto'], isRiding: true }
const NOWHERE = { zones: ['America/St_Johns', 'America/Vancouver'], isRiding: false }

function levelOf(a: string, b: string, place = TORONTO): string | undefined {
  const [x, y] = [a, b].map((text) => callTime(readWrittenTime(text), place))
  expect(compareTimes(y!, x!)).toBe(compareTimes(x!, y!))
  return compareTimes(x!, y!)
}

test.each([
  ['2011-05-02T10:03', '2011-05-02T10:03', 'sameTime'],
  ['2011-05-02T10:03', '2011-05-02T10:08', 'sameTime'],
  ['2011-05-02T10:03', '2011-05-02T10:11', 'someMinutesOff'],
  ['2011-05-02T10:03', '2011-05-02T10:15', 'aQuarterOff'],
  ['2011-05-02T10:00', '2011-05-02T10:30', 'asRounded'],
  ['2011-05-02T10:20', '2011-05-02T10', 'sameTime'],
  ['2011-05-02T11:20', '2011-05-02T10', 'asRounded'],
  ['2011-05-02T10:03', '2011-05-02T10:48', 'withinTheHour'],
  ['2011-05-02T10:03', '2011-05-02T11:41', 'hoursApart'],
  ['2011-05-02T10:03', '2011-05-02T22:05', 'amForPm'],
  ['2011-05-02T08:30', '2011-05-02T20:30', 'twelveHoursApart'],
  ['2011-05-02T08:30', '2011-05-02T20:45', 'hoursApart'],
  ['2011-05-01T23:58', '2011-05-02T00:02', 'sameTime'],
  ['2011-05-01T00:20', '2011-05-02T00:20', 'afterMidnight'],
  ['2011-05-01T10:03', '2011-05-02T10:03', 'aDayOff'],
  ['2011-05-01T10:00', '2011-05-02T10:15', 'aboutADayOff'],
  ['2011-05-01T10:00', '2011-05-04T10:00', 'otherDay'],
  ['2011-05-02', '2011-05-02', 'sameDay'],
  ['2011-05-02', '2011-05-02T10:03', 'sameDay'],
  ['2011-05-01', '2011-05-02T00:20', 'afterMidnight'],
  ['2011-05-02', '2011-05-01T23:50', 'neighbouringDay'],
  ['2011-05-01', '2011-05-02', 'neighbouringDay'],
  ['2011-05-01', '2011-05-03', 'otherDay'],
  ['2011-05', '2011-05-02T10:03', undefined],
  ['2011-05', '2011-04-28', 'otherDay'],
  ['2011-05', '2011-05', undefined],
])('%s and %s: %s', (a, b, level) => {
  expect(levelOf(a, b)).toBe(level)
})

test('an instant is the wall clock of the place, and the same offset is no other clock', () => {
  expect(levelOf('2011-05-02T14:03Z', '2011-05-02T10:03')).toBe('sameTime')
  expect(levelOf('2011-05-02T10:03-04:00', '2011-05-02T10:03')).toBe('sameTime')
  expect(levelOf('2011-05-02T10:03-07:00', '2011-05-02T10:03')).toBe('sameTime')
})

test('where nobody knows the place, the wall clocks are compared and no span of hours is', () => {
  expect(levelOf('2011-05-02T10:03', '2011-05-02T10:03-03:00', NOWHERE)).toBe('sameTime')
  expect(levelOf('2011-05-02T10:03', '2011-05-02T12:03-03:00', NOWHERE)).toBe('hoursApart')
})

test('what was stored before instants were is compared by its wall clock, and what tells no time by nothing', () => {
  expect(compareTimes({ day: '2011-05-02', time: '10:03' }, { day: '2011-05-02', time: '10:05' })).toBe('sameTime')
  expect(compareTimes({}, { day: '2011-05-02', time: '10:05' })).toBeUndefined()
})
