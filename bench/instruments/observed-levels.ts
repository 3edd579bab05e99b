import { levelsOf } from '../../functions/domain/matching/compare-reports.ts'
import { LEVELS } from '../../functions/domain/matching/match-weights.ts'
import { prepare } from '../../functions/domain/matching/prepare-report.ts'
import { electionWeek } from '../../rehearsal/election-week.ts'
import { linesOf, pairsOf } from '../../test/support/matched-week.ts'

/** How often a level is seen in pairs of one call (m) and in other pairs of one line (u), where both tell the field. */
export type Observed = { field: string; level: string; told: [m: number, u: number]; seen: [m: number, u: number] }

const SEEDS = ['m and u 1', 'm and u 2', 'm and u 3', 'm and u 4']

/** The table of weights beside what hard weeks of the rehearsal have. */
export function observedLevels(): Observed[] {
  const seen = new Map<string, [number, number]>()
  const count = (key: string, isSame: boolean) => {
    const both = seen.get(key) ?? [0, 0]
    both[isSame ? 0 : 1] += 1
    seen.set(key, both)
  }
  for (const line of SEEDS.flatMap((seed) => linesOf(electionWeek({ seed, reports: 4000, isHard: true })))) {
    for (const [a, b] of pairsOf(line)) {
      for (const [field, level] of Object.entries(levelsOf(prepare(a.facts), prepare(b.facts)))) {
        if (level === undefined) continue
        for (const key of [field, `${field} ${level}`]) count(key, a.truth.callId === b.truth.callId)
      }
    }
  }
  const share = (key: string, of: string) =>
    [0, 1].map((side) => (seen.get(key)?.[side] ?? 0) / (seen.get(of)?.[side] ?? 1)) as [number, number]
  return Object.entries(LEVELS).flatMap(([field, levels]) =>
    Object.entries(levels).map(([level, told]) => ({
      field,
      level,
      told: told as [number, number],
      seen: share(`${field} ${level}`, field),
    })),
  )
}
