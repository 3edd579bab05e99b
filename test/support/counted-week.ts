import { addCounts, type Contribution, contribution, NONE } from '../../functions/domain/contribution.ts'
import { listableCells, placesAndTimes } from '../../functions/domain/cube/listable-cells.ts'
import { exactCells } from '../../functions/domain/cube/stats-cells.ts'
import { valuesOf } from '../../functions/domain/editions/codes.ts'
import { newReporter, type Reporter, reporterKey, withReport } from '../../functions/domain/reporter.ts'
import type { Grouped } from '../../functions/domain/scripts/script-cells.ts'
import { scriptContribution } from '../../functions/domain/scripts/templated-cells.ts'
import { electionWeek } from '../../rehearsal/election-week.ts'
import { factsTold } from './matched-week.ts'
import { reportId } from './told.ts'

/** The cells that a rehearsed week's counts give, as the stats table holds them; what claims the same is one script. */
export function countedWeek(reports: number) {
  const counts: Contribution = new Map()
  for (const reporter of reportersOf(reports)) {
    for (const [key, count] of [...contribution(reporter), ...scriptContribution(reporter, byClaim(reporter))])
      counts.set(key, addCounts(counts.get(key) ?? NONE, count))
  }
  return exactCells(counts, listableOf(counts))
}

function byClaim({ reports }: Reporter): Grouped {
  return Object.fromEntries(Object.entries(reports).map(([id, { gist }]) => [id, { ...(gist ? { script: `scr_${gist}` } : {}), reasons: [], isTemplated: false }])) // prettier-ignore
}

function reportersOf(reports: number): Reporter[] {
  const known = new Map<string, Reporter>()
  for (const [n, { isLive, line, told }] of [...electionWeek({ reports, seed: 'cube' })].entries()) {
    if (!isLive) continue
    const key = reporterKey({ id: reportId(n), token: line })
    const facts = factsTold(told)
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
  const asked = (['kind', 'age', 'group', 'poll', 'pollHow', 'pollBy', 'pollPreference'] as const).map((dimension) => [dimension, valuesOf(dimension)]) // prettier-ignore
  return listableCells({ ...places, ...Object.fromEntries(asked), door: ['web'] })
}
