/** Bits: a concept that one retelling in 2^n speaks of, as the labelled retellings do (`test/labelled/retold-scripts.csv`). */
const COMMON = `
0: election vote
1.5: place
2.5: moved campaign weekday
3: phone remove records pay cand
3.5: threat cannot askvote survey
4: cancelled rejected smear registr flood seniors studenthome night
`
const OF_OTHERS = 4.5

const BITS = new Map(
  COMMON.trim()
    .split('\n')
    .flatMap((line) => {
      const [bits, names] = line.split(': ', 2) as [string, string]
      return names.split(' ').map((name) => [name, Number(bits)] as const)
    }),
)

/** How much it says of a message that it speaks of this; 0 where nearly every one does. */
export function rarityOf(concept: string): number {
  return BITS.get(concept) ?? OF_OTHERS
}
