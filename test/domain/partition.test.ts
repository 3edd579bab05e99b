import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partition, placeReports } from '../../functions/domain/partition.ts'
import { packFeatures, textFeatures } from '../../functions/domain/text-features.ts'
import { reportId } from '../support/told.ts'

const CALLER = 'CALLER#+14505550146'
const DAY = '2011-05-02'

type Told = Omit<Parameters<typeof partition>[0][number], 'id'>

const named = (reports: readonly Told[]) => reports.map((report, n) => ({ id: reportId(n), ...report }))

function groups(...reports: Told[]): string {
  const complaints = partition(named(reports))
  return reports.map((_, n) => complaints.get(reportId(n))!.slice(-1)).join(' ')
}

const called = (difference: Told = {}): Told => ({ caller: CALLER, day: DAY, ...difference })

const cases: [string, Told[], string][] = [
  ['one number on one day is one call', [called(), called()], '0 0'],
  ['one number and no day is one call, unless more is told', [{ caller: CALLER }, { caller: CALLER }], '0 0'],
  ['another day is another call', [called(), called({ day: '2011-05-03' })], '0 1'],
  ['another number is another call', [called(), called({ caller: 'CALLER#+16135550182' })], '0 1'],
  ['hours apart are two calls', [called({ time: '10:03' }), called({ time: '11:41' })], '0 1'],
  ['within the hour, but farther apart than people round, are two', [called({ time: '10:03' }), called({ time: '10:48' })], '0 1'], // prettier-ignore
  ['as far apart as people round is one', [called({ time: '10:00' }), called({ time: '10:30' })], '0 0'],
  ['a report without a time that fits two calls is told of neither', [called(), called({ time: '19:00' }), called({ time: '09:00' })], '0 1 2'], // prettier-ignore
  ['a chain of near times does not stretch a call', [called({ time: '10:00' }), called({ time: '10:45' }), called({ time: '11:30' })], '0 0 2'], // prettier-ignore
  ['a report without a time does not join two calls', [called({ time: '10:03' }), called(), called({ time: '10:48' })], '0 1 2'], // prettier-ignore
  ['the same day alone is no call', [{ day: DAY }, { day: DAY }], '0 1'],
  ['a withheld number is none', [{ caller: 'CALLER#withheld', day: DAY }, { caller: 'CALLER#withheld', day: DAY }], '0 1'], // prettier-ignore
] // prettier-ignore

test.each(cases)('%s', (_, reports, expected) => {
  expect(groups(...reports)).toBe(expected)
})

const words = fc.constantFrom(
  ...['Your polling place has moved to the arena', 'mon bureau de vote est déplacé', 'rude man', ''].map((text) =>
    packFeatures(textFeatures(text)),
  ),
)
const report = fc.record(
  {
    caller: fc.constantFrom(CALLER, 'CALLER#+14505550147', 'CALLER#+14505550164', 'CALLER#withheld', 'CALLER#invalid'),
    day: fc.constantFrom(DAY, '2011-05-03'),
    time: fc
      .integer({ min: 0, max: 1439 })
      .map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`),
    kind: fc.constantFrom('recorded', 'live', 'unsure'),
    text: words,
    language: fc.constantFrom('en', 'fr'),
    callback: fc.constantFrom('+18005550199', '+18885550188'),
  },
  { requiredKeys: [] },
)

test('the order of the reports does not matter, nor to what is said of them', () => {
  const shuffled = fc.array(report, { maxLength: 12 }).chain((reports) => {
    const all = named(reports)
    return fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }))
  })
  fc.assert(
    fc.property(shuffled, ([a, b]) => {
      const sorted = (reports: typeof a) => [...placeReports(reports)].toSorted(([x], [y]) => (x < y ? -1 : 1))
      expect(sorted(a)).toEqual(sorted(b))
    }),
    { numRuns: 300 },
  )
})

test('of equals the earlier are joined, in whatever order they come', () => {
  const all = named([{ caller: CALLER, kind: 'recorded' }, { caller: CALLER }, { caller: CALLER, kind: 'live' }])
  const joined = (reports: typeof all) => {
    const complaints = partition(reports)
    return all.map(({ id }) => complaints.get(id)!.slice(-1)).join(' ')
  }
  expect([joined(all), joined(all.toReversed())]).toEqual(['0 0 2', '0 0 2'])
})

test('a complaint is named after its smallest report', () => {
  fc.assert(
    fc.property(fc.array(report, { minLength: 1, maxLength: 12 }), (reports) => {
      for (const [id, complaint] of partition(named(reports))) expect(complaint.slice(4) <= id.slice(4)).toBe(true)
    }),
  )
})

test('what is merged says with what, how much it weighs, and how much each field of it', () => {
  const placed = placeReports(named([called({ time: '10:03' }), called({ time: '10:00' })]))
  expect(placed.get(reportId(0))).toEqual({ complaintId: reportId(0).replace('rpt', 'cmp') })
  expect(placed.get(reportId(1))).toEqual({
    complaintId: reportId(0).replace('rpt', 'cmp'),
    match: { with: reportId(0), weight: 10, parts: { callerId: 6.9, callTime: 5.8, sameCampaign: -2.7 } },
  })
})

test('what may be the same call is kept apart, and says of which', () => {
  const placed = placeReports(named([called({ time: '10:03' }), called({ time: '10:40' })]))
  expect(placed.get(reportId(1))).toEqual({
    complaintId: reportId(1).replace('rpt', 'cmp'),
    possibleDuplicateOf: reportId(0),
    possibleMatch: { with: reportId(0), weight: 3.7, parts: { callerId: 6.9, callTime: -0.8, sameCampaign: -2.4 } },
  })
})

test('a weight is the sum of its parts', () => {
  fc.assert(
    fc.property(report, report, (a, b) => {
      for (const { match, possibleMatch } of placeReports(named([a, b])).values()) {
        for (const { weight, parts } of [match, possibleMatch].filter((said) => said !== undefined)) {
          expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBeCloseTo(weight, 6)
        }
      }
    }),
  )
})

const packed = (text: string) => packFeatures(textFeatures(text))
const MESSAGE = packed('Your polling place has moved to the arena on River Road')

test('two that only a third made one are two again without it', () => {
  const [number, words] = [called({ time: '10:03' }), { text: MESSAGE }]
  expect(groups(number, words)).toBe('0 1')
  expect(groups(number, words, called({ time: '10:00', text: MESSAGE }))).toBe('0 0 0')
  expect(groups(number, words, called({ time: '15:00', text: MESSAGE }))).toBe('0 1 1')
})

test('what is compared is what is told now: the same set gives the same complaints, whatever it was before', () => {
  const reports = [called({ time: '10:03' }), called({ time: '10:00' }), called()]
  const amended = [reports[0]!, called({ time: '16:40' }), reports[2]!]
  expect(groups(...reports)).toBe('0 0 0')
  expect(groups(...amended)).toBe('0 1 2')
})

test('the same minute twelve hours later is another call', () => {
  expect(groups(called({ time: '08:10' }), called({ time: '20:10' }))).toBe('0 1')
})
