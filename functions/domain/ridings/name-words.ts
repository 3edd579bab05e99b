import { plainText } from '../plain-text.ts'

/** Longer than any name with all that people write around it; what is longer names no riding. */
const MAX_LENGTH = 200

// One word for what is written in several ways. Directions are alike in both languages.
const ALIKE: Record<string, string> = {
  st: 'saint', ste: 'saint', sainte: 'saint', mt: 'mount', center: 'centre', ctr: 'centre', scarboro: 'scarborough',
  n: 'north', nord: 'north', s: 'south', sud: 'south', e: 'east', est: 'east', w: 'west', o: 'west', ouest: 'west',
  ne: 'northeast', nordest: 'northeast', nw: 'northwest', nordouest: 'northwest',
  se: 'southeast', sudest: 'southeast', sw: 'southwest', sudouest: 'southwest',
} // prettier-ignore
const JOINED = new Set(['and', 'et'])
// "B.C." is one word.
const INITIALS = /(?<![\p{L}\p{N}])(\p{L})\.(?=\p{L}(?![\p{L}\p{N}]))/gu
const HALF_WIND = /\b(north|south) (east|west)\b/g

/**
 * The words of a place's name as they are compared: small letters without accents, apostrophes or dots, saints and directions
 * spelled in one way, without "and". Empty for a text too long to be a name.
 */
export function wordsOf(text: string): string[] {
  return wordsIn(plainText(text))
}

/** The same of a text that is plain already. */
export function wordsIn(plain: string): string[] {
  if (plain.length > MAX_LENGTH) return []
  return plain
    .replaceAll("'", '')
    .replace(INITIALS, '$1')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word && !JOINED.has(word))
    .map((word) => (Object.hasOwn(ALIKE, word) ? ALIKE[word]! : word))
    .join(' ')
    .replace(HALF_WIND, '$1$2')
    .split(' ')
    .filter(Boolean)
}
