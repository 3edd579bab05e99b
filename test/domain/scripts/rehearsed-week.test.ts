import { describe, expect, test } from 'vitest'
import { scriptId } from '../../support/script-ids.ts'
import { newReporter, type Reporter, reporterKey, withReport } from '../../../functions/domain/reporter.ts'
import { groupAll } from '../../../functions/domain/scripts/group-all.ts'
import { groupedOf } from '../../../functions/domain/scripts/grouped.ts'
import { shareOf, type Shares } from '../../../bench/instruments/pair-shares.ts'
import { electionWeek } from '../../../rehearsal/election-week.ts'
import { factsTold } from '../../support/matched-week.ts'
import { reportId } from '../../support/told.ts'

const REPORTS = 4_000
const GROUPING = { quoted: new Set<string>(), idOf: scriptId }

type Told = { script: string; found: string; hasMessage: boolean }

/** The reports of a week in the scripts that all of them together make, beside what was truly said. */
function groupedWeek(seed: string): Told[] {
  const told = [...electionWeek({ seed, reports: REPORTS, isHard: true })]
    .filter(({ isLive }) => isLive)
    .map((truth, n) => ({ ...truth, id: reportId(n), holder: reporterKey({ id: reportId(n), token: truth.line }) }))
  const reporters = new Map<string, Reporter>()
  for (const { id, holder, told: body } of told)
    reporters.set(holder, withReport(reporters.get(holder) ?? newReporter(holder, 'test'), id, factsTold(body)))
  const roots = groupAll([...reporters.values()], GROUPING)
  const known = { grouping: GROUPING, roots, spans: new Map() }
  const grouped = new Map([...reporters.values()].flatMap((one) => Object.entries(groupedOf(one, known))))
  return told.map(({ id, script, told: { call } }) => ({
    script,
    found: grouped.get(id)?.script ?? id,
    hasMessage: call.message !== undefined,
  }))
}

function sharesOf(told: readonly Told[]): Shares {
  return shareOf(
    told,
    ({ script }) => script,
    () => true,
  )
}

describe('of a week of a whole country, in which numbers, places and lines are shared by several messages,', () => {
  test.each(['one', 'two'])(
    'nearly all pairs in one script were told the same, and most that were are (%s)',
    (seed) => {
      const told = groupedWeek(seed)
      const [all, withMessage] = [sharesOf(told), sharesOf(told.filter(({ hasMessage }) => hasMessage))]
      for (const [what, { precision, recall }] of Object.entries({ all, withMessage }))
        console.log(`${seed}, ${what}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`)
      expect(Math.min(all.precision, withMessage.precision)).toBeGreaterThanOrEqual(0.98)
      expect(all.recall).toBeGreaterThanOrEqual(0.6)
      expect(withMessage.recall).toBeGreaterThanOrEqual(0.65)
    },
  )
})
