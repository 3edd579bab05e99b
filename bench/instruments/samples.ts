/**
 * Runs each of these once per round, in turn: what the machine does besides then slows all of them alike, and their ratios stay.
 * Every second round goes backwards, so that none always comes after the same other.
 */
export async function interleave<Name extends string, Sample>(
  rounds: number,
  runs: Record<Name, () => Sample | Promise<Sample>>,
): Promise<Record<Name, Sample[]>> {
  const names = Object.keys(runs) as Name[]
  const samples = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, Sample[]>
  for (let round = 0; round < rounds; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) samples[name].push(await runs[name]())
  }
  return samples
}

export function median(samples: number[]): number {
  return quantile(samples, 0.5)
}

/** The smallest sample that is not exceeded by this share of them. */
export function quantile(samples: number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}
