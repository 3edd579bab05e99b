import * as z from 'zod/mini'
import { canonicalJson } from './canonical.ts'
import { compareReports, type Evidence } from './matching/compare-reports.ts'
import { linkage } from './matching/linkage.ts'
import { POSSIBLE_FROM } from './matching/match-weights.ts'
import { type Comparable, prepare } from './matching/prepare-report.ts'

/** Why two reports are taken, or may be taken, for one call: bits in all, and each field's part of them. */
export const Match = z.object({ with: z.string(), weight: z.number(), parts: z.record(z.string(), z.number()) })
export type Match = z.infer<typeof Match>

/** Where a report is placed among its reporter's others, and why. */
export const Placement = z.object({
  complaintId: z.string(),
  /** Of a report that is merged into another's complaint: the one of that complaint which it is most like. */
  match: z.optional(Match),
  /** A report of another complaint which may tell of the same call: counted apart all the same. */
  possibleDuplicateOf: z.optional(z.string()),
  possibleMatch: z.optional(Match),
})
export type Placement = z.infer<typeof Placement>

type Compared = { id: string } & Comparable

export function isSamePlacement(a: Placement, b: Placement): boolean {
  return canonicalJson(Placement.parse(a)) === canonicalJson(Placement.parse(b))
}

/** The complaint of each of one reporter's current reports, by its id. A pure function of the set: their order means nothing. */
export function partition(reports: readonly Compared[]): Map<string, string> {
  return new Map([...placeReports(reports)].map(([id, { complaintId }]) => [id, complaintId]))
}

/** `partition`, explained. */
export function placeReports(reports: readonly Compared[]): Map<string, Placement> {
  const ordered = reports.toSorted((a, b) => (calledFirst(a) < calledFirst(b) ? -1 : 1))
  const evidence = compareAll(ordered)
  const groups = linkage(ordered.length, (i, j) => evidence[i]![j]!)
  const complaintOf = new Map<number, string>()
  for (const group of groups) {
    const complaintId = complaintIdOf(group.map((i) => ordered[i]!.id))
    for (const i of group) complaintOf.set(i, complaintId)
  }
  return new Map(ordered.map(({ id }, i) => [id, placementOf(i, { ordered, evidence, complaintOf })]))
}

/** The report after which its complaint is named; the others are merged into it. */
export function isNamesake(reportId: string, complaintId: string): boolean {
  return reportId.slice(4) === complaintId.slice(4)
}

/** Where two pairs weigh the same, the earlier calls are joined first. */
function calledFirst({ id, day = '9999', time = '99' }: Compared): string {
  return `${day} ${time} ${id}`
}

function complaintIdOf(ids: string[]): string {
  return `cmp_${ids.reduce((a, b) => (a < b ? a : b)).slice(4)}`
}

function compareAll(reports: Compared[]): Evidence[][] {
  const prepared = reports.map(prepare)
  const evidence: Evidence[][] = prepared.map(() => [])
  for (const [i, a] of prepared.entries()) {
    for (let j = 0; j <= i; j += 1) evidence[i]![j] = evidence[j]![i] = compareReports(a, prepared[j]!)
  }
  return evidence
}

type Placing = { ordered: Compared[]; evidence: Evidence[][]; complaintOf: Map<number, string> }

function placementOf(i: number, { ordered, evidence, complaintOf }: Placing): Placement {
  const [{ id }, complaintId] = [ordered[i]!, complaintOf.get(i)!]
  const best = (isWanted: (j: number) => boolean): Match | undefined => {
    const others = [...complaintOf.keys()].filter((j) => j !== i && isWanted(j))
    const matches = others.map((j) => ({ with: ordered[j]!.id, ...evidence[i]![j]! }))
    return matches.toSorted((a, b) => b.weight - a.weight || (a.with < b.with ? -1 : 1))[0] as Match | undefined
  }
  const match = isNamesake(id, complaintId) ? undefined : best((j) => complaintOf.get(j) === complaintId)
  // Of two the one with the smaller id is the original, as it is where they are merged.
  const possible = best(
    (j) => complaintOf.get(j) !== complaintId && ordered[j]!.id < id && evidence[i]![j]!.weight >= POSSIBLE_FROM,
  )
  return {
    complaintId,
    ...(match ? { match } : {}),
    ...(possible ? { possibleDuplicateOf: possible.with, possibleMatch: possible } : {}),
  }
}
