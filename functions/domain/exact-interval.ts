/** A share with the bounds within which it lies with 95 %, whatever it is: all three are null where there is nothing to share. */
export type Share = { share: number | null; low: number | null; high: number | null }

const TAIL = 0.025

/** The exact interval of a share (Clopper and Pearson, 1934), to four places. */
export function exactShare(count: number, of: number): Share {
  if (of <= 0) return { share: null, low: null, high: null }
  const low = count === 0 ? 0 : betaQuantile(TAIL, count, of - count + 1)
  const high = count === of ? 1 : betaQuantile(1 - TAIL, count + 1, of - count)
  return { share: round(count / of), low: round(low), high: round(high) }
}

function round(share: number): number {
  return Math.round(share * 10_000) / 10_000
}

function betaQuantile(probability: number, a: number, b: number): number {
  let [low, high] = [0, 1]
  for (let i = 0; i < 60; i += 1) {
    const middle = (low + high) / 2
    if (betaShare(middle, a, b) < probability) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** The regularised incomplete beta function: by continued fraction, from the side where it converges fast. */
function betaShare(x: number, a: number, b: number): number {
  if (x <= 0 || x >= 1) return x <= 0 ? 0 : 1
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x))
  return x < (a + 1) / (a + b + 2) ? (front * betaFraction(x, a, b)) / a : 1 - (front * betaFraction(1 - x, b, a)) / b
}

/** Lentz's way to a continued fraction; a thousand terms are enough for shares of some millions. */
function betaFraction(x: number, a: number, b: number): number {
  let d = inverse(1 - ((a + b) * x) / (a + 1))
  let [c, fraction] = [1, d]
  for (let m = 1; m < 10_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = inverse(1 + even * d)
    c = atLeastTiny(1 + even / c)
    fraction *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = inverse(1 + odd * d)
    c = atLeastTiny(1 + odd / c)
    fraction *= d * c
    if (Math.abs(d * c - 1) < 1e-14) break
  }
  return fraction
}

function inverse(value: number): number {
  return 1 / atLeastTiny(value)
}

function atLeastTiny(value: number): number {
  return Math.abs(value) < 1e-300 ? 1e-300 : value
}

// Stirling's series; below 15 by recurrence, where it is not exact enough.
function logGamma(x: number): number {
  if (x < 15) return logGamma(x + 1) - Math.log(x)
  const inverseSquare = 1 / (x * x)
  const series = (1 / 12 - inverseSquare * (1 / 360 - inverseSquare * (1 / 1260 - inverseSquare / 1680))) / x
  return (x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2 + series
}
