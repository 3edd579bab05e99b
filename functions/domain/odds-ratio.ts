/** Of two groups, how many have something and how many have not. */
export type TwoByTwo = { exposed: [has: number, hasNot: number]; others: [has: number, hasNot: number] }

export type OddsRatio = {
  /** The conditional maximum likelihood estimate; null when a whole row or column is empty and nothing can be said. */
  estimate: number | null
  /** The exact interval, given the margins (Fisher, Cornfield); without end where a cell is zero. */
  from: number
  to: number
}

/**
 * The odds of having it among the exposed over those among the others, as `fisher.test` of R gives them: by the noncentral
 * hypergeometric distribution of the first cell, given all sums of rows and columns.
 */
export function oddsRatio({ exposed, others }: TwoByTwo, confidence = 0.95): OddsRatio {
  const [has] = exposed
  const { least, logWeights } = distribution(exposed, others)
  const most = least + logWeights.length - 1
  if (least === most) return { estimate: null, from: 0, to: Infinity }
  const tail = (1 - confidence) / 2
  const shareOf = (logOdds: number, wanted: (n: number) => boolean) => mean(logWeights, least, logOdds, (n) => (wanted(n) ? 1 : 0)) // prettier-ignore
  const expected = (logOdds: number) => mean(logWeights, least, logOdds, (n) => n)
  return {
    estimate: has === least ? 0 : has === most ? Infinity : Math.exp(rootOf((odds) => expected(odds) - has)),
    from: has === least ? 0 : Math.exp(rootOf((odds) => shareOf(odds, (n) => n >= has) - tail)),
    to: has === most ? Infinity : Math.exp(rootOf((odds) => tail - shareOf(odds, (n) => n <= has))),
  }
}

/** What the first cell can be, and how often it is so when the odds are even: logarithms, up to a constant. */
function distribution([a, b]: [number, number], [c, d]: [number, number]): { least: number; logWeights: number[] } {
  const least = Math.max(0, a - d)
  const most = Math.min(a + b, a + c)
  const logWeights = [0]
  // From one to the next cell the weight changes by a factor: no factorial is needed, and none overflows.
  for (let n = least; n < most; n += 1) {
    const factor = ((a + b - n) * (a + c - n)) / ((n + 1) * (d - a + n + 1))
    logWeights.push(logWeights.at(-1)! + Math.log(factor))
  }
  return { least, logWeights }
}

function mean(logWeights: number[], least: number, logOdds: number, of: (n: number) => number): number {
  const logs = logWeights.map((weight, i) => weight + i * logOdds)
  const highest = logs.reduce((a, b) => Math.max(a, b))
  let [sum, total] = [0, 0]
  for (const [i, log] of logs.entries()) {
    const share = Math.exp(log - highest)
    total += share
    sum += share * of(least + i)
  }
  return sum / total
}

/** Where a rising function is zero, to ten digits. */
function rootOf(rising: (logOdds: number) => number): number {
  let [low, high] = [-60, 60]
  for (let step = 0; step < 100; step += 1) {
    const middle = (low + high) / 2
    if (rising(middle) > 0) high = middle
    else low = middle
  }
  return (low + high) / 2
}
