import type { Features } from '../text-features.ts'

/**
 * MinHash with locality-sensitive bands (Broder 1997; Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, ch. 3): two
 * texts that share s of their features share a band with probability 1 − (1 − sʳ)ᵇ.
 */
export const BANDS = 8
export const ROWS = 3

/** A multiplier and an addend for each row: any odd numbers do, as long as they stay the same. */
const PERMUTATIONS = Array.from({ length: BANDS * ROWS }, (_, row) => ({
  times: (Math.imul(row + 1, 0x9e3779b1) | 1) >>> 0,
  plus: Math.imul(row + 7, 0x85ebca6b) >>> 0,
}))

/** The names of the bands that a text lies in; none for one without features. */
export function bandsOf(features: Features): string[] {
  if (features.length === 0) return []
  const minima = PERMUTATIONS.map(({ times, plus }) => {
    let least = 0xffffffff
    for (const feature of features) least = Math.min(least, scrambled(feature, times, plus))
    return least
  })
  return Array.from({ length: BANDS }, (_, band) => nameOf(band, minima.slice(band * ROWS, (band + 1) * ROWS)))
}

/** 53 bits of a band's minima: texts that meet in a name by chance are compared, and found to be unlike. */
function nameOf(band: number, minima: number[]): string {
  let [low, high] = [band + 1, band + 1]
  for (const least of minima) {
    low = scrambled(low ^ least, 0x9e3779b1, 1)
    high = scrambled(high ^ least, 0x85ebca6b, 3)
  }
  return ((high & 0x1fffff) * 2 ** 32 + low).toString(36)
}

function scrambled(feature: number, times: number, plus: number): number {
  let h = (Math.imul(feature, times) + plus) | 0
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
  return (h ^ (h >>> 13)) >>> 0
}
