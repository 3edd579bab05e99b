import { expect, test } from 'vitest'
import { callTime } from '../../../functions/domain/call-time.ts'
import { weighTimes } from '../../../functions/domain/matching/compare-times.ts'
import { DAYS, timeWeight } from '../../../functions/domain/matching/match-weights.ts'
import { readWrittenTime } from '../../../functions/domain/written-time.ts'

const TORONTO = { zones: ['America/Toronto'], isRiding: true }
const NOWHERE = { zones: ['America/St_Johns', 'America/Vancouver'], isRiding: false }

function weight(a: string, b: string, place = TORONTO): ReturnType<typeof weighTimes> {
  const [x, y] = [a, b].map((text) => callTime(readWrittenTime(text), place))
  expect(weighTimes(y!, x!)).toEqual(weighTimes(x!, y!))
  return weighTimes(x!, y!)
}

/** Against a call of another campaign. */
const bits = (a: string, b: string, place = TORONTO) => weight(a, b, place)!.otherCampaign

const DAY = '2011-05-02T'

test.each([
  ['odd minutes that agree say more than a time that was rounded', '10:03', '10:03', '10:00', '10:00'],
  ['which says more than an hour', '10:00', '10:00', '10', '10'],
  ['a time within the hour says more than one beside it', '10:20', '10', '11:20', '10'],
  ['and that more than one an hour from it', '11:20', '10', '12:20', '10'],
  ['as far apart as people round speaks for one call more than the same distance of odd minutes', '10:00', '10:30', '10:03', '10:33'], // prettier-ignore
  ['one hour and the next are less alike than one hour', '10', '10', '10', '11'],
  ['a quarter off is less than nothing off', '10:15', '10:15', '10:00', '10:15'],
])('%s', (_, ...times) => {
  const [a, b, c, d] = times.map((time) => DAY + time) as [string, string, string, string]
  expect(bits(a, b)).toBeGreaterThan(bits(c, d))
})

test.each([
  ['10:03', '10:08'],
  ['10:03', '10:15'],
  ['10:00', '10:30'],
  ['10:20', '10'],
  ['11:20', '10'],
])('%s and %s may well be one call', (a, b) => {
  expect(bits(DAY + a, DAY + b)).toBeGreaterThan(2)
})

test.each([
  ['10:03', '10:48'],
  ['10:03', '11:41'],
  ['10:00', '13:00'],
  ['08:30', '20:30'],
  ['08:30', '20:45'],
])('%s and %s are rather two', (a, b) => {
  expect(bits(DAY + a, DAY + b)).toBeLessThan(-1.5)
})

test('a line is dialled again within the hour, and the next day at the same hour: such distances say less against one campaign', () => {
  for (const [a, b] of [
    ['2011-05-02T10:03', '2011-05-02T10:25'],
    ['2011-05-01T10:00', '2011-05-02T10:15'],
    ['2011-05-01', '2011-05-02'],
  ] as const) {
    // prettier-ignore
    const { otherCampaign, calledAgain } = weight(a, b)!
    expect(calledAgain).toBeLessThan(otherCampaign)
  }
})

test('at night and by day: half a day off, and nobody is called at both', () => {
  expect(bits('2011-05-02T10:03', '2011-05-02T22:05')).toBeGreaterThan(3)
  expect(bits('2011-05-02T08:03', '2011-05-02T20:05')).toBeLessThan(-3)
})

test('a date that is wrong: to the minute the same, or the night of the day before', () => {
  expect(bits('2011-05-01T10:03', '2011-05-02T10:03')).toBeGreaterThan(1)
  expect(bits('2011-05-01T10:00', '2011-05-02T10:15')).toBeLessThan(0)
  expect(bits('2011-05-01T00:20', '2011-05-02T00:20')).toBeGreaterThan(3)
  expect(bits('2011-05-01T23:58', '2011-05-02T00:02')).toBeGreaterThan(5)
  expect(bits('2011-05-01T10:00', '2011-05-04T10:00')).toBeLessThan(-5)
})

test.each([
  ['2011-05-02', '2011-05-02', 'sameDay'],
  ['2011-05-02', '2011-05-02T10:03', 'sameDay'],
  ['2011-05-01', '2011-05-02T00:20', 'afterMidnight'],
  ['2011-05-02', '2011-05-01T23:50', 'neighbouringDay'],
  ['2011-05-01', '2011-05-02', 'neighbouringDay'],
  ['2011-05-01', '2011-05-03', 'otherDay'],
  ['2011-05', '2011-04-28', 'otherDay'],
] as const)('%s and %s: %s', (a, b, day) => {
  expect(weight(a, b)).toEqual(timeWeight(DAYS[day]))
})

test('a month says nothing of a day in it', () => {
  expect(weight('2011-05', '2011-05-02T10:03')).toBeUndefined()
  expect(weight('2011-05', '2011-05')).toBeUndefined()
})

test('an instant is the wall clock of the place, and the same offset is no other clock', () => {
  const same = weight('2011-05-02T10:03', '2011-05-02T10:03')
  expect(weight('2011-05-02T14:03Z', '2011-05-02T10:03')).toEqual(same)
  expect(weight('2011-05-02T10:03-04:00', '2011-05-02T10:03')).toEqual(same)
  expect(weight('2011-05-02T10:03-07:00', '2011-05-02T10:03')).toEqual(same)
})

test('where nobody knows the place, the wall clocks are compared and no span of hours is', () => {
  expect(bits('2011-05-02T10:03', '2011-05-02T10:03-03:00', NOWHERE)).toBeGreaterThan(5)
  expect(bits('2011-05-02T10:03', '2011-05-02T12:03-03:00', NOWHERE)).toBeLessThan(-5)
})

test('what was stored before instants were is compared by its wall clock, and what tells no time by nothing', () => {
  const stored = weighTimes({ day: '2011-05-02', time: '10:03' }, { day: '2011-05-02', time: '10:05' })
  expect(stored).toEqual(weight('2011-05-02T10:03', '2011-05-02T10:05'))
  expect(weighTimes({}, { day: '2011-05-02', time: '10:05' })).toBeUndefined()
})
