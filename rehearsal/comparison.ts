import type { Counts, Tables } from './expected.ts'

export type Line = { name: string; truth: Counts; count: Counts }

const NOTHING: Counts = { reports: 0, reporters: 0, complaints: 0 }

/** What the stack counted since `before`. */
export function since(before: Tables, after: Tables): Tables {
  return {
    total: minus(after.total, before.total),
    elections: minusAll(after.elections, before.elections),
    ridings: minusAll(after.ridings, before.ridings),
    callers: minusAll(after.callers, before.callers),
    sources: minusAll(after.sources, before.sources),
    ages: minusAll(after.ages, before.ages),
    polls: minusAll(after.polls, before.polls),
    compared: minusAll(after.compared, before.compared),
  }
}

/** Truth beside count for each cell, those with the most complaints first. */
export function compare(
  truth: Tables,
  count: Tables,
): { total: Line } & Record<Exclude<keyof Tables, 'total'>, Line[]> {
  return {
    total: { name: 'all', truth: truth.total, count: count.total },
    elections: lines(truth.elections, count.elections),
    ridings: lines(truth.ridings, count.ridings),
    callers: lines(truth.callers, count.callers),
    sources: lines(truth.sources, count.sources),
    ages: lines(truth.ages, count.ages),
    polls: lines(truth.polls, count.polls),
    compared: lines(truth.compared, count.compared),
  }
}

export function isEqual({ truth, count }: Line): boolean {
  return truth.reports === count.reports && truth.reporters === count.reporters && truth.complaints === count.complaints
}

function lines(truth: Map<string, Counts>, count: Map<string, Counts>): Line[] {
  return [...new Set([...truth.keys(), ...count.keys()])]
    .map((name) => ({ name, truth: truth.get(name) ?? NOTHING, count: count.get(name) ?? NOTHING }))
    .toSorted((a, b) => b.truth.complaints - a.truth.complaints || a.name.localeCompare(b.name))
}

function minusAll(after: Map<string, Counts>, before: Map<string, Counts>): Map<string, Counts> {
  const differences = [...after].map(([key, counts]) => [key, minus(counts, before.get(key) ?? NOTHING)] as const)
  return new Map(differences.filter(([, counts]) => Object.values(counts).some((n) => n !== 0)))
}

function minus(a: Counts, b: Counts): Counts {
  return {
    reports: a.reports - b.reports,
    reporters: a.reporters - b.reporters,
    complaints: a.complaints - b.complaints,
  }
}
