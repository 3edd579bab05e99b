import { expect, test } from 'vitest'
import {
  addCounts,
  cellKey,
  type Contribution,
  contribution,
  NONE,
  readCellKey,
} from '../../../functions/domain/contribution.ts'
import { newReporter, reporterKey, withReport } from '../../../functions/domain/reporter.ts'
import { protect } from '../../../functions/domain/protection/protect.ts'
import { factsTold } from '../../support/matched-week.ts'
import { keyNamed } from '../../support/test-key.ts'
import { reportId } from '../../support/told.ts'
import { cellId, type Coordinates } from '../../../functions/domain/cube/coordinates.ts'
import type { ExactCell } from '../../../functions/domain/cube/exact-cube.ts'
import { latticeOf } from '../../../functions/domain/cube/lattice.ts'
import { exactCubeOf } from '../../../functions/domain/editions/exact-cube-of.ts'
import { wholeScripts } from '../../../functions/domain/editions/whole-scripts.ts'
import { rehearsedCounts } from '../../support/rehearsed-counts.ts'

const WEEK = rehearsedCounts(300, 'exact cube')
const ABOUT = { event: 'ca-ge-test', edition: 1, asOf: '2026-05-01T12:00:00Z', changes: [] }
const isEnough = (_: string, reporters: number) => reporters >= 10

function cubeOf(counts: Contribution, more: Partial<Parameters<typeof exactCubeOf>[1]> = {}) {
  return exactCubeOf({ counts, scripts: [] }, { ...ABOUT, isEnough, ...more })
}

function cellAt(cells: ExactCell[], at: Coordinates): ExactCell | undefined {
  return cells.find((cell) => cellId(cell.at) === cellId(at))
}

const called = (day: string, reporters: number): [string, typeof NONE][] => {
  const count = { ...NONE, reports: reporters, reporters, complaints: reporters }
  return [
    [cellKey({ collection: 'timeline#call#ALL', record: day, facet: '' }), count],
    [cellKey({ collection: 'timeline#call#ALL', record: day, facet: 'hour=10' }), count],
  ]
}

test('what is counted adds up in every table, the days that are not listed included', () => {
  const { cells } = cubeOf(WEEK).exact
  const counted = cells.filter(({ all }) => all !== null)
  const lattice = latticeOf(counted.map(({ at }) => at))
  const reportsOf = (cell: number) => counted[cell]!.all!.reports
  const wrong = lattice.groups.filter(({ parent, isWhole, parts }) => isWhole && parts.reduce((sum, part) => sum + reportsOf(part), 0) !== reportsOf(parent)) // prettier-ignore
  expect(wrong.map(({ parent, by }) => `${cellId(lattice.at[parent]!)} by ${by}`)).toEqual([])
  expect(cellAt(cells, {})!.all!.reports).toBe(WEEK.get('summary|ALL|')!.reports)
})

test('every riding and every day of the campaign is listed, whatever was told of it', () => {
  const { exact, listed } = cubeOf(WEEK)
  expect(exact.cells.filter(({ at }) => cellId(at).startsWith('riding=') && at.kind === undefined && !at.day && !at.received)).toHaveLength(309) // prettier-ignore
  const days = Date.parse(listed.call!.to) - Date.parse(listed.call!.from)
  expect(exact.cells.filter(({ at }) => at.riding && at.day)).toHaveLength(309 * (days / 86_400_000 + 2))
})

test('a call of a day that few tell of makes no row: it is counted with those without a day', () => {
  const before = cubeOf(WEEK).exact.cells
  const { cells } = cubeOf(new Map([...WEEK, ...called('2001-09-11', 3)])).exact
  expect(cells).toHaveLength(before.length)
  expect(cellAt(cells, { day: '2001-09-11' })).toBeUndefined()
  for (const at of [{ day: 'undated' }, { hour: 'undated' }])
    expect(cellAt(cells, at)!.all!.reports).toBe(cellAt(before, at)!.all!.reports + 3)
})

test('a riding of an order that few tell of is not listed: it is counted with the unresolved', () => {
  const count = { ...NONE, reports: 2, reporters: 2, complaints: 2 }
  const GUELPH_2013 = 'RIDING#ocd-division/country:ca/ed:35032-2013'
  const told = ['ridings|RIDING|', 'timeline#call#RIDING|2011-05-02|', 'timeline#received#RIDING|2026-05-01|'].map((key): [string, typeof NONE] => [key.replace('RIDING', GUELPH_2013), count]) // prettier-ignore
  const [before, after] = [WEEK, new Map([...WEEK, ...told])].map((counts) => cubeOf(counts).exact.cells)
  expect(after!.map(({ at }) => cellId(at))).toEqual(before!.map(({ at }) => cellId(at)))
  const at = { riding: 'unresolved' }
  expect(cellAt(after!, at)!.all!.reports).toBe(cellAt(before!, at)!.all!.reports + 2)
})

test('what one edition lists, the next lists too, whatever became of its reports', () => {
  const { listed } = cubeOf(WEEK)
  const next = cubeOf(new Map(), { before: listed, asOf: '2026-05-02T00:00:00Z' })
  expect(next.listed).toMatchObject({ call: listed.call, orders: listed.orders })
  expect(cellAt(next.exact.cells, { day: listed.call!.from })!.all).toEqual({ reports: 0, reporters: 0, complaints: 0 })
})

test('however many far days are told of, a hundred and twenty are listed at most', () => {
  const years = Array.from({ length: 26 }, (_, n) => called(`${2000 + n}-06-01`, 50)).flat()
  const { exact } = cubeOf(new Map([...WEEK, ...years]))
  expect(exact.cells.filter(({ at }) => at.day && !at.riding && !at.province).length).toBeLessThanOrEqual(121)
})

test('what no source tells is missing, not zero', () => {
  const untold = new Map([...WEEK].filter(([key]) => !readCellKey(key).facet.startsWith('age=')))
  const { cells } = cubeOf(untold).exact
  expect(cellAt(cells, { age: '18-24' })).toMatchObject({ all: null, own: null })
})

const script = (letter: string) => `scr_${letter.repeat(26)}`

test('scripts that turned out to be one are one, and who reported several of them is one reporter', () => {
  const record = (name: string, counters: Record<string, number>, heldBy?: string) => ({ record: name, counters, ...(heldBy ? { heldBy } : {}) }) // prettier-ignore
  const scripts = [
    record(script('A'), { reports: 10, reporters: 8, complaints: 9, 'riding=35027.reports': 10 }),
    record(script('B'), { reports: 4, reporters: 3, complaints: 3, 'riding=35027.reports': 1, 'riding=59036.reports': 3 }, script('A')), // prettier-ignore
    record(script('C'), { reports: 1, reporters: 1, complaints: 1 }, script('B')),
    record(script('D'), { reports: 7, reporters: 7, complaints: 7 }),
  ]
  const meeting = (under: string) => record(`${under} AAAAAAAA.BBBBBBBB.DDDDDDDD`, { reports: 2, reporters: 2 })
  const whole = wholeScripts(
    scripts,
    ['A', 'B', 'D'].map((letter) => meeting(script(letter))),
  )
  expect(whole.map(({ record: name, counters: { reports, reporters, complaints } }) => [name, reports, reporters, complaints])).toEqual([[script('A'), 15, 10, 13], [script('D'), 7, 7, 7]]) // prettier-ignore
  const { exact } = exactCubeOf({ counts: WEEK, scripts: whole }, { ...ABOUT, isEnough })
  expect(cellAt(exact.cells, { script: script('A') })).toMatchObject({ all: { reports: 15, reporters: 10, complaints: 13 }, reached: 2 }) // prettier-ignore
})

const OLD = ['2010-08-03T10:00', '2010-08-04T11:00'] as const
const IN_2013 = ['ocd-division/country:ca/ed:35032-2013', 'ocd-division/country:ca/ed:35033-2013'] as const
test.each([
  ['two days that are not listed', [{ receivedAt: OLD[0] }, { receivedAt: OLD[1] }]],
  ['a day that is not listed, and none', [{ receivedAt: OLD[0] }, {}]],
  ['two ridings of an order that is not listed', [{ riding: IN_2013[0] }, { riding: IN_2013[1] }]],
  ['a riding of an order that is not listed, and none', [{ riding: IN_2013[0] }, { riding: 'somewhere' }]],
] as const)('who tells of %s is one person in the cell where both are counted', (_, calls) => {
  const key = reporterKey({ id: reportId(900), token: 't1.one' })
  const told = calls.map((call, n) => factsTold({ call: { message: `call ${n}`, ...('receivedAt' in call ? { receivedAt: call.receivedAt } : {}) }, riding: 'riding' in call ? call.riding : 'Nunavut' } as never)) // prettier-ignore
  const one = told.reduce(
    (reporter, facts, n) => withReport(reporter, reportId(900 + n), facts),
    newReporter(key, 'test'),
  )
  const counts = new Map(rehearsedCounts(60, 'elsewhere'))
  for (const [cell, count] of contribution(one)) counts.set(cell, addCounts(counts.get(cell) ?? NONE, count))
  const { exact } = cubeOf(counts)
  expect(() => protect(exact, { keyed: keyNamed('one person') })).not.toThrow()
})

test('one far day of which enough is told leaves room for the days that are still to come', () => {
  const day = (date: string, reporters: number): [string, typeof NONE][] => called(date, reporters)
  const before = cubeOf(new Map([...day('2011-04-18', 30), ...day('2011-04-20', 30)])).listed
  const far = new Map([...day('2011-04-18', 30), ...day('2011-04-20', 30), ...day('2010-12-25', 20)])
  const { listed } = cubeOf(far, { edition: 2, before })
  expect(cubeOf(new Map([...far, ...day('2011-05-02', 200)]), { edition: 3, before: listed }).listed.call!.to).toBe('2011-05-02') // prettier-ignore
})

test('counts that were kept before ridings were divided by door, or hours of the day counted, cannot be published until they are repaired', () => {
  const before = new Map([...WEEK].filter(([key]) => !/^ridings.*door=/.test(key)))
  const half = new Map([...WEEK].map(([key, count]) => [key, /^ridings.*door=web/.test(key) ? addCounts(count, { ...NONE, reports: 1 }, -1) : count])) // prettier-ignore
  const withoutHours = new Map([...WEEK].filter(([key]) => !key.startsWith('hours|')))
  for (const counts of [before, half, withoutHours])
    expect(() => protect(cubeOf(counts).exact, { keyed: keyNamed('before') })).toThrow('nobody can be counted')
})

test('a day of a number is in an edition when it may be shown, and stays in those that follow', () => {
  const cell = (facet: string, reporters: number) => [`caller-ids|CALLER#+14505550146|${facet}`, { ...NONE, reports: reporters, reporters, complaints: reporters }] as const // prettier-ignore
  const daysIn = (reporters: number, remembered?: string) => {
    const counts = [cell('', 50), cell('day=2011-05-02', reporters), cell('day=2011-05', 9), cell('day=1999-01-01', 30)]
    const { cells } = cubeOf(new Map([...WEEK, ...counts]), { isRemembered: (id) => id === remembered }).exact
    return cells.filter(({ at }) => at.caller === '+14505550146' && at.day).map(({ at, all }) => [at.day, all!.reporters]) // prettier-ignore
  }
  expect(daysIn(5)).toEqual([['2011-05-02', 5]])
  expect(daysIn(4)).toEqual([])
  expect(daysIn(4, 'caller=+14505550146&day=2011-05-02')).toEqual([['2011-05-02', 4]])
})

test.each([
  ['hour', 'caller-ids|CALLER#+14505550146|hour=10', 'caller=+14505550146&hourOfDay=10'],
  ['script', `caller-scripts|+14505550146 ${script('A')}|`, `caller=+14505550146&script=${script('A')}`],
])('%s of a number: it is in an edition when it may be shown, and stays in those that follow', (_, key, id) => {
  const cells = (reporters: number, remembered?: string) => {
    const count = (n: number) => ({ ...NONE, reports: n, reporters: n, complaints: n })
    const counts = [
      ['caller-ids|CALLER#+14505550146|', count(50)],
      [key, count(reporters)],
    ] as const
    return cubeOf(new Map([...WEEK, ...counts]), { isRemembered: (each) => each === remembered }).exact.cells
  }
  const reportersOf = (all: ExactCell[]) => all.filter(({ at }) => cellId(at) === id).map((cell) => cell.all!.reporters)
  expect([cells(5), cells(4), cells(4, id)].map(reportersOf)).toEqual([[5], [], [4]])
})
