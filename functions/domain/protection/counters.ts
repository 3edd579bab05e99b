import type { Counts, ExactCell } from '../cube/exact-cube.ts'

/** The six numbers of a cell, side by side: three counts of all, and three without templates. */
export const SIX = 6
export const [REPORTS, REPORTERS, COMPLAINTS] = [0, 1, 2] as const
export const VARIANTS = ['all', 'own'] as const
export type Variant = (typeof VARIANTS)[number]

/** Where a variant's three counts begin. */
export const START: Record<Variant, number> = { all: 0, own: 3 }

export function isReporters(counter: number): boolean {
  return counter % 3 === REPORTERS
}

/** Of a source that does not tell templates apart, everything is of its own. */
export function sixOf({ all, own }: ExactCell): number[] {
  return [...three(all), ...three(own ?? all)]
}

function three(counts: Counts | null): number[] {
  return counts ? [counts.reports, counts.reporters, counts.complaints] : [0, 0, 0]
}
