/** How many slips a name of so many letters may hold and still be recognised: none in a short word, three in a long name. */
export function slipsIn(length: number): number {
  return length < 5 ? 0 : length < 9 ? 1 : length < 17 ? 2 : 3
}

/** A set of letters as bits, other characters together in the last: two texts that differ in many bits are far apart. */
export function letterSet(text: string): number {
  let letters = 0
  for (let i = 0; i < text.length; i += 1) letters |= 1 << Math.min(31, Math.max(0, text.charCodeAt(i) - 97))
  return letters
}

/** Whether two texts with these sets of letters can be within `limit` slips: each slip changes two bits at most. */
export function mayBeNear(a: number, b: number, limit: number): boolean {
  let different = a ^ b
  for (let left = 2 * limit; different !== 0; left -= 1) {
    if (left === 0) return false
    different &= different - 1
  }
  return true
}

/**
 * Letters lost, added, replaced or exchanged with the next to make one text of the other (optimal string alignment distance);
 * `limit + 1` when there are more than `limit`. Time in proportion to `limit` × length.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before = new Uint8Array(b.length + 1)
  let last = Uint8Array.from({ length: b.length + 1 }, (_, j) => Math.min(j, limit + 1))
  let row = new Uint8Array(b.length + 1)
  for (let i = 1; i <= a.length; i += 1) {
    const [from, to] = [Math.max(1, i - limit), Math.min(b.length, i + limit)]
    row[from - 1] = from === 1 ? Math.min(i, limit + 1) : limit + 1
    let least = row[from - 1]!
    for (let j = from; j <= to; j += 1) {
      const isSame = a.charCodeAt(i - 1) === b.charCodeAt(j - 1)
      // In the row above, the last place of this one is beyond the band.
      const above = j === i + limit ? limit + 1 : last[j]!
      let cost = Math.min(last[j - 1]! + (isSame ? 0 : 1), above + 1, row[j - 1]! + 1)
      const isExchange =
        i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      if (isExchange) cost = Math.min(cost, before[j - 2]! + 1)
      row[j] = Math.min(cost, limit + 1)
      least = Math.min(least, cost)
    }
    if (least > limit) return limit + 1
    ;[before, last, row] = [last, row, before]
  }
  return Math.min(last[b.length]!, limit + 1)
}
