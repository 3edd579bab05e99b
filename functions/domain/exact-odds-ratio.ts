/** Two groups, and how many of each are exposed and how many not. */
export type TwoByTwo = { exposed: number; unexposed: number; otherExposed: number; otherUnexposed: number }

/** `oddsRatio` null: the margins alone decide the table. `high` null: without bound. */
export type OddsRatio = { oddsRatio: number | null; low: number; high: number | null }

const TAIL = 0.025
/** Of the logarithm of an odds ratio: beyond these nothing is told apart. */
const MOST = 200
const STEPS = 80
/** Beside the highest share. */
const NOTHING = 1e-20

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
  const low = exposed === least ? 0 : solve((odds) => sharesAt(weights, odds, at).up, TAIL)
  const high = exposed === most ? null : solve((odds) => -sharesAt(weights, odds, at).down, -TAIL)
  const estimate =
    exposed === least ? 0 : exposed === most ? null : solve((odds) => sharesAt(weights, odds, at).mean, at)
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

/** The shares of the tables with at least so many exposed, and with at most so many; and how many are exposed on average. */
type Shares = { up: number; down: number; mean: number }

/**
 * Weights rise to one highest and fall from there: what is far from it adds nothing. So a hundred thousand people take little longer
 * than a hundred.
 */
function sharesAt(weights: number[], logOdds: number, at: number): Shares {
  const logOf = (x: number) => weights[x]! + x * logOdds
  const top = highest(weights, logOdds)
  let [all, up, down, sum] = [0, 0, 0, 0]
  const add = (x: number): boolean => {
    const share = Math.exp(logOf(x) - logOf(top))
    all += share
    up += x >= at ? share : 0
    down += x <= at ? share : 0
    sum += x * share
    return share > NOTHING
  }
  for (let x = top; x < weights.length && add(x); x += 1);
  for (let x = top - 1; x >= 0 && add(x); x -= 1);
  return { up: up / all, down: down / all, mean: sum / all }
}

function highest(weights: number[], logOdds: number): number {
  let [low, high] = [0, weights.length - 1]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (weights[middle + 1]! - weights[middle]! + logOdds > 0) low = middle + 1
    else high = middle
  }
  return low
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
