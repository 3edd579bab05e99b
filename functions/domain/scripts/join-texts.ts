import { isAlike, type Representative, withText } from './representatives.ts'

/** A text to be compared with those of its bands. */
export type BandedText = Representative & { bands: readonly string[] }

/** Representatives by band; a band that nobody is in is absent. */
export type Bands = Map<string, readonly Representative[]>

/**
 * Puts texts into their bands: which bands have other representatives now, and which pairs of nodes are alike. A text is compared
 * with the representatives of its bands as they are before and after it comes.
 */
export function joinTexts(texts: readonly BandedText[], bands: Bands): { changed: Bands; alike: [string, string][] } {
  const changed: Bands = new Map()
  const alike: [string, string][] = []
  for (const text of texts) {
    const near = new Map<string, Representative>()
    for (const name of text.bands) {
      const before = bands.get(name) ?? []
      for (const other of before) near.set(other.id, other)
      const after = withText(before, text)
      if (after === before) continue
      bands.set(name, after)
      changed.set(name, after)
    }
    near.delete(text.id)
    for (const other of near.values()) if (isAlike(text.features, other.features)) alike.push([text.id, other.id])
  }
  return { changed, alike }
}
