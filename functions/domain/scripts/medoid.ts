import { type Features, similarity } from '../text-features.ts'

export type Worded = { id: string; features: Features }

/** More texts are not compared with each other: the clearest of a sample is clear enough. */
const MOST_COMPARED = 200

/**
 * The clearest wording: the text that is most like all the others, the longer of equals, then the smaller id. It is somebody's own
 * words, and shown to nobody without their consent; so this names it, and does not hold it.
 */
export function medoidOf(texts: readonly Worded[]): string | undefined {
  const sample = texts.toSorted((a, b) => (a.id < b.id ? -1 : 1)).slice(0, MOST_COMPARED)
  const ranked = sample
    .map(({ id, features }) => ({
      id,
      length: features.length,
      likeness: sample.reduce((sum, other) => sum + similarity(features, other.features), 0),
    }))
    .toSorted((a, b) => b.likeness - a.likeness || b.length - a.length || (a.id < b.id ? -1 : 1))
  return ranked[0]?.id
}
