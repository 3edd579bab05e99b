import type { Facts } from '../../functions/domain/facts.ts'
import { factsOf, wordFactsOf } from '../../functions/domain/facts.ts'
import { normalise } from '../../functions/domain/normal-form.ts'
import { ownLine } from '../../functions/domain/own-line.ts'
import { partition } from '../../functions/domain/partition.ts'
import { readReport } from '../../functions/domain/read-report.ts'
import { tell } from '../../functions/domain/tell.ts'
import type { Rehearsed } from '../../rehearsal/rehearsed.ts'
import { reportId } from './told.ts'

/** A report as merge-report compares it, and the truth about it. */
export type Known = { id: string; facts: Facts; truth: Rehearsed }

/** Pairs of reports of one line: how many are one call, how many are taken for one, and how many of those rightly. */
export type Pairs = { same: number; merged: number; right: number }

const NOW = new Date('2026-05-01T12:00:00.000Z')

/** The live reports of each line that has several, through the door and its normal forms. */
export function linesOf(week: Iterable<Rehearsed>): Known[][] {
  const live = [...week].filter(({ isLive, line }) => isLive && line !== null)
  const known = live.map((truth, n) => ({ id: reportId(n), facts: factsTold(truth.told), truth }))
  return [...Map.groupBy(known, ({ truth }) => truth.line).values()].filter((reports) => reports.length > 1)
}

export function factsTold(body: unknown): Facts {
  const form = readReport(body, NOW)
  const { phone } = form.reporter
  const told = tell(form, phone ? [ownLine(phone)] : [], NOW.toISOString())
  const receivedAt = NOW.toISOString()
  return factsOf({ told, normal: normalise(told, receivedAt), words: wordFactsOf(told.words), receivedAt })
}

export function* pairsOf(reports: Known[]): Generator<[Known, Known]> {
  for (const [i, a] of reports.entries()) for (const b of reports.slice(i + 1)) yield [a, b]
}

/** What `partition` makes of them, pair by pair; `onWrong` is told of each that it has wrong. */
export function matchPairs(lines: Known[][], onWrong: (a: Known, b: Known) => void = () => {}): Pairs {
  const pairs: Pairs = { same: 0, merged: 0, right: 0 }
  for (const reports of lines) {
    const complaints = partition(reports.map(({ id, facts }) => ({ id, ...facts })))
    for (const [a, b] of pairsOf(reports)) {
      const isSame = a.truth.callId === b.truth.callId
      const isMerged = complaints.get(a.id) === complaints.get(b.id)
      pairs.same += Number(isSame)
      pairs.merged += Number(isMerged)
      pairs.right += Number(isSame && isMerged)
      if (isSame !== isMerged) onWrong(a, b)
    }
  }
  return pairs
}
