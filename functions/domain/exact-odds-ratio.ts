/** Two groups, and how many of each are exposed and how many not. */
export type TwoByTwo = { exposed: number; unexposed: number; otherExposed: number; otherUnexposed: number }

/** `oddsRatio` null: the margins alone decide the table. `high` null: without bound. */
export type OddsRatio = { oddsRatio: number | null; low: number; high: number | null }

const TAIL = 0.025
/** Of the logarithm of an odds ratio: beyond these nothing is told apart. */
const MOST = 200
const STEPS = 80

/**
 * The conditional maximum likelihood estimate of the odds ratio, with its exact interval of 95 % (Fisher's noncentral hypergeometric
 * distribution), as R's fisher.test gives them, to four significant places.
 */
export function exactOddsRatio({ exposed, unexposed, otherExposed, otherUnexposed }: TwoByTwo): OddsRatio {
  const [group, allExposed] = [exposed + unexposed, exposed + otherExposed]
  const all = group + otherExposed + otherUnexposed
  const least = Math.max(0, allExposed - (all - group))
  const most = Math.min(group, allExposed)
  if (least === most) return { oddsRatio: null, low: 0, high: null }
  const weights = logWeights({ least, most, group, allExposed, all })
  const at = exposed - least
  const solve = (of: (logOdds: number) => number, target: number) => Math.exp(root(of, target))
  const low = exposed === least ? 0 : solve((odds) => tail(weights, odds, at, 'up'), TAIL)
  const high = exposed === most ? null : solve((odds) => -tail(weights, odds, at, 'down'), -TAIL)
  const estimate = exposed === least ? 0 : exposed === most ? null : solve((odds) => mean(weights, odds), at)
  return { oddsRatio: round(estimate), low: round(low)!, high: round(high) }
}

type Margins = { least: number; most: number; group: number; allExposed: number; all: number }

/** Of each table with these margins, from the fewest exposed on, the logarithm of its weight where the odds are even. */
function logWeights({ least, most, group, allExposed, all }: Margins): number[] {
  const weights = [0]
  for (let x = least; x < most; x += 1) {
    const ratio = ((group - x) * (allExposed - x)) / ((x + 1) * (all - group - allExposed + x + 1))
    weights.push(weights.at(-1)! + Math.log(ratio))
  }
  return weights
}

function tail(weights: number[], logOdds: number, at: number, side: 'up' | 'down'): number {
  const shares = sharesAt(weights, logOdds)
  return (side === 'up' ? shares.slice(at) : shares.slice(0, at + 1)).reduce((sum, share) => sum + share, 0)
}

function mean(weights: number[], logOdds: number): number {
  return sharesAt(weights, logOdds).reduce((sum, share, x) => sum + x * share, 0)
}

function sharesAt(weights: number[], logOdds: number): number[] {
  const logs = weights.map((weight, x) => weight + x * logOdds)
  const top = logs.reduce((a, b) => Math.max(a, b))
  const shares = logs.map((log) => Math.exp(log - top))
  const sum = shares.reduce((a, b) => a + b)
  return shares.map((share) => share / sum)
}

/** Where a function that only rises reaches the target. */
function root(of: (x: number) => number, target: number): number {
  let [low, high] = [-MOST, MOST]
  for (let i = 0; i < STEPS; i += 1) {
    const middle = (low + high) / 2
    if (of(middle) < target) low = middle
    else high = middle
  }
  return (low + high) / 2
}

function round<T extends number | null>(value: T): T {
  return (value === null ? null : Number(value.toPrecision(4))) as T
}
