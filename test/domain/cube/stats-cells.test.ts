import { expect, test } from 'vitest'
import { addCounts, type Contribution, contribution, NONE } from '../../../functions/domain/contribution.ts'
import { cellId } from '../../../functions/domain/cube/coordinates.ts'
import { latticeOf } from '../../../functions/domain/cube/lattice.ts'
import { listableCells, placesAndTimes } from '../../../functions/domain/cube/listable-cells.ts'
import { ancestorsOf, parentsOf, prefixOf } from '../../../functions/domain/cube/parents.ts'
import { exactCells } from '../../../functions/domain/cube/stats-cells.ts'
import type { Facts } from '../../../functions/domain/facts.ts'
import { newReporter, type Reporter, reporterKey, withReport } from '../../../functions/domain/reporter.ts'
import { electionWeek } from '../../../rehearsal/election-week.ts'
import { factsTold } from '../../support/matched-week.ts'
import { reportId } from '../../support/told.ts'

const GUELPH = 'ocd-division/country:ca/ed:35027'

test('what is counted of an election week adds up in every table, in each of its parts', () => {
  const { cells, lattice } = weekOf(400)
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

test('a number without its last four digits does not say which it is', () => {
  expect(prefixOf('+14505550146')).toBe('+1450555****')
  expect(prefixOf('withheld')).toBe('withheld')
})

/** A rehearsed week as the stats table holds it, and the lattice of its cube. */
function weekOf(reports: number) {
  const counts: Contribution = new Map()
  for (const reporter of reportersOf(reports)) {
    for (const [key, count] of contribution(reporter)) counts.set(key, addCounts(counts.get(key) ?? NONE, count))
  }
  const cells = exactCells(counts, listableOf(counts))
  return { cells, lattice: latticeOf(cells.map(({ at }) => at)) }
}

function reportersOf(reports: number): Reporter[] {
  const known = new Map<string, Reporter>()
  for (const [n, { isLive, line, told }] of [...electionWeek({ reports, seed: 'cube' })].entries()) {
    if (!isLive) continue
    const key = reporterKey({ id: reportId(n), token: line })
    const facts: Facts = factsTold(told)
    known.set(key, withReport(known.get(key) ?? newReporter(key, 'test'), reportId(n), facts))
  }
  return [...known.values()]
}

function listableOf(counts: Contribution) {
  const records = (collection: string) => [...new Set([...counts.keys()].filter((key) => key.startsWith(collection)).map((key) => key.split('|')[1]!))] // prettier-ignore
  const days = records('timeline#call#ALL').filter((day) => /^\d/.test(day))
  const ridings = records('ridings').map((record) => record.slice('RIDING#'.length)).filter((id) => id !== 'unresolved') // prettier-ignore
  const provinces = records('summary|PROVINCE#').map((record) => record.slice('PROVINCE#'.length))
  const places = placesAndTimes({ ridings, provinces, days, received: records('timeline#received#ALL') })
  return listableCells({ ...places, kind: ['recorded', 'live', 'text', 'unsure'], door: ['web'] })
}
