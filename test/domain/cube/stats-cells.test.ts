import { expect, test } from 'vitest'
import { cellId } from '../../../functions/domain/cube/coordinates.ts'
import { latticeOf } from '../../../functions/domain/cube/lattice.ts'
import { ancestorsOf, parentsOf, prefixOf } from '../../../functions/domain/cube/parents.ts'
import { countedWeek } from '../../support/counted-week.ts'

const GUELPH = 'ocd-division/country:ca/ed:35027'

test('what is counted of an election week adds up in every table, in each of its parts', () => {
  const cells = countedWeek(400)
  const lattice = latticeOf(cells.map(({ at }) => at))
  const reports = new Map(cells.map(({ at, all }) => [cellId(at), all!]))
  for (const { parent, by, isWhole, parts } of lattice.groups) {
    const whole = reports.get(cellId(lattice.at[parent]!))!
    const of = parts.map((part) => reports.get(cellId(lattice.at[part]!))!)
    const sum = (count: 'reports' | 'complaints') => of.reduce((so, cell) => so + cell[count], 0)
    const name = `${cellId(lattice.at[parent]!)} by ${by}`
    for (const count of ['reports', 'complaints'] as const) {
      const rest = whole[count] - sum(count)
      expect([name, count, isWhole ? rest : Math.min(0, rest)]).toEqual([name, count, 0])
    }
    const most = Math.max(...of.map(({ reporters }) => reporters))
    expect([name, Math.max(most, whole.reporters)]).toEqual([name, whole.reporters])
  }
})

test('a riding is a part of its province and of what is federal, and is divided by kind and by day', () => {
  expect(parentsOf({ riding: GUELPH }).map(({ at }) => cellId(at))).toEqual(['province=ON', 'election=federal'])
  expect(parentsOf({ riding: GUELPH, kind: 'live' }).map(({ at }) => cellId(at))).toEqual(expect.arrayContaining([`riding=${GUELPH}`, 'kind=live&province=ON', 'kind=live'])) // prettier-ignore
  expect(Object.fromEntries(ancestorsOf({ riding: GUELPH }))).toEqual({ riding: GUELPH, province: 'ON', election: 'federal' }) // prettier-ignore
})

test('a week has scripts by age and by earlier poll, and earlier polls of those misdirected and of others', () => {
  const shapes = Map.groupBy(countedWeek(400), ({ at }) => Object.keys(at).join())
  for (const shape of [
    'script,age',
    'script,poll',
    'group,poll',
    'group,pollHow',
    'group,pollBy',
    'group,pollPreference',
    'group,pollBefore',
  ])
    expect([shape, shapes.get(shape)?.some(({ all }) => all!.complaints > 0)]).toEqual([shape, true])
})

test('what was answered in a group makes up everything, and how one was polled makes up who was', () => {
  expect(parentsOf({ group: 'misdirected', poll: 'no' })).toContainEqual({ at: {}, by: 'group', isWhole: true })
  expect(parentsOf({ group: 'others', pollBy: 'pollster' })).toContainEqual({ at: { group: 'others', poll: 'yes' }, by: 'pollBy', isWhole: true }) // prettier-ignore
})

test('a number without its last four digits does not say which it is', () => {
  expect(prefixOf('+14505550146')).toBe('+1450555****')
  expect(prefixOf('withheld')).toBe('withheld')
})
