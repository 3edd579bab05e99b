import { FUNCTION_WORDS } from './function-words.ts'
import { plainText } from './plain-text.ts'

/** What a text is compared by: a hash of 32 bits of each of its telling words, sorted, none twice. */
export type Features = readonly number[]

/** Of a longer text the smallest hashes, which are a fair sample of it. */
const MAX_FEATURES = 128
const PACKED_DIGITS = 7
const MAX_READ = 5000
const OWN_NUMBER = /\[reporter's number\]/g
const PHONE = /\+?\(?\d(?:[\s().-]{0,2}\d){6,14}/g
// Writing that puts no space between words is read by pairs of letters.
const WORDS =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]+|[[\p{L}\p{N}]--[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]]+/gv
const UNSPACED = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u

/** The features of a text in any language; none of an empty one. */
export function textFeatures(text: string): Features {
  const hashes = new Set(tellingWords(text).map(hash))
  return [...hashes].toSorted((a, b) => a - b).slice(0, MAX_FEATURES)
}

/** The share of their features that two texts have in common (Jaccard), 0 to 1; 0 where one has none. */
export function similarity(a: Features, b: Features): number {
  const reach = Math.min(reachOf(a), reachOf(b))
  let [i, j, common] = [0, 0, 0]
  while (a[i]! <= reach && b[j]! <= reach) {
    const order = a[i]! - b[j]!
    if (order === 0) common += 1
    if (order <= 0) i += 1
    if (order >= 0) j += 1
  }
  while (a[i]! <= reach) i += 1
  while (b[j]! <= reach) j += 1
  return common === 0 ? 0 : common / (i + j - common)
}

/** Up to which hash a text is known: beyond its last where only the smallest are kept. */
function reachOf(features: Features): number {
  return features.length === MAX_FEATURES ? features.at(-1)! : Infinity
}

/** Features as they are stored: seven digits of base 36 each. */
export function packFeatures(features: Features): string {
  return features.map((feature) => feature.toString(36).padStart(PACKED_DIGITS, '0')).join('')
}

/** How many are packed there. */
export function countFeatures(packed: string): number {
  return packed.length / PACKED_DIGITS
}

export function unpackFeatures(packed: string): Features {
  return (packed.match(/.{7}/g) ?? []).map((feature) => Number.parseInt(feature, 36))
}

/** The words that say something, spelled so that accents, endings and the writing of numbers make no difference. */
function tellingWords(text: string): string[] {
  const numbers: string[] = []
  const plain = plainText(text.replace(OWN_NUMBER, ' '), MAX_READ).replace(PHONE, (number) => {
    numbers.push(number.replace(/\D/g, '').slice(-10))
    return ' '
  })
  return [...numbers, ...(plain.match(WORDS) ?? []).flatMap(asWords)]
}

function asWords(piece: string): string[] {
  if (UNSPACED.test(piece)) return pairs(piece)
  return FUNCTION_WORDS.has(piece) ? [] : [piece]
}

function pairs(piece: string): string[] {
  const letters = Array.from(piece)
  return letters.length < 2 ? letters : letters.slice(1).map((letter, i) => letters[i]! + letter)
}

/** FNV-1a with a last mixing, so that nearby words are far apart. */
function hash(word: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < word.length; i += 1) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
