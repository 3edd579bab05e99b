import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partition } from '../../functions/domain/partition.ts'
import { reportId } from '../support/told.ts'

const CALLER = 'CALLER#+14505550146'
const DAY = '2011-05-02'

function groups(...reports: { caller?: string; day?: string; time?: string }[]): string[] {
  const complaints = partition(reports.map((report, n) => ({ id: reportId(n), ...report })))
  return reports.map((_, n) => complaints.get(reportId(n))!.slice(-1))
}

const cases = [
  [
    'one number on one day is one call',
    [
      { caller: CALLER, day: DAY },
      { caller: CALLER, day: DAY },
    ],
    '0 0',
  ],
  [
    'another day is another call',
    [
      { caller: CALLER, day: DAY },
      { caller: CALLER, day: '2011-05-03' },
    ],
    '0 1',
  ],
  [
    'another number is another call',
    [
      { caller: CALLER, day: DAY },
      { caller: 'CALLER#+14505550147', day: DAY },
    ],
    '0 1',
  ],
  [
    'an hour apart is one call',
    [
      { caller: CALLER, day: DAY, time: '10:00' },
      { caller: CALLER, day: DAY, time: '11:00' },
    ],
    '0 0',
  ],
  [
    'more than an hour apart are two',
    [
      { caller: CALLER, day: DAY, time: '10:00' },
      { caller: CALLER, day: DAY, time: '11:01' },
    ],
    '0 1',
  ],
  ['a report without a time joins the first', [{ caller: CALLER, day: DAY }, { caller: CALLER, day: DAY, time: '19:00' }, { caller: CALLER, day: DAY, time: '09:00' }], '0 1 0'], // prettier-ignore
  ['a chain of near times does not stretch a call', [{ caller: CALLER, day: DAY, time: '10:00' }, { caller: CALLER, day: DAY, time: '10:50' }, { caller: CALLER, day: DAY, time: '11:40' }], '0 0 2'], // prettier-ignore
  ['a missing date never matches', [{ caller: CALLER }, { caller: CALLER }], '0 1'],
  ['a missing caller ID never matches', [{ day: DAY }, { day: DAY }], '0 1'],
  [
    'a withheld number is none',
    [
      { caller: 'CALLER#withheld', day: DAY },
      { caller: 'CALLER#withheld', day: DAY },
    ],
    '0 1',
  ],
] as const

test.each(cases)('%s', (_, reports, expected) => {
  expect(groups(...reports).join(' ')).toBe(expected)
})

const report = fc.record(
  {
    caller: fc.constantFrom(CALLER, 'CALLER#+14505550147', 'CALLER#withheld'),
    day: fc.constantFrom(DAY, '2011-05-03'),
    time: fc
      .integer({ min: 0, max: 1439 })
      .map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`),
  },
  { requiredKeys: [] },
)

test('the order of the reports does not matter', () => {
  const shuffled = fc.array(report, { maxLength: 12 }).chain((reports) => {
    const named = reports.map((told, n) => ({ id: reportId(n), ...told }))
    return fc.tuple(
      fc.constant(named),
      fc.shuffledSubarray(named, { minLength: named.length, maxLength: named.length }),
    )
  })
  fc.assert(
    fc.property(shuffled, ([a, b]) => {
      expect(new Map([...partition(a)].toSorted())).toEqual(new Map([...partition(b)].toSorted()))
    }),
  )
})

test('a complaint is named after its smallest report', () => {
  fc.assert(
    fc.property(fc.array(report, { minLength: 1, maxLength: 12 }), (reports) => {
      for (const [id, complaint] of partition(reports.map((told, n) => ({ id: reportId(n), ...told })))) {
        expect(complaint.slice(4) <= id.slice(4)).toBe(true)
      }
    }),
  )
})
