import { letterSet } from '../edit-distance.ts'
import { plainText } from '../plain-text.ts'
import { wordsIn } from './name-words.ts'
import { COMMON_WORDS } from './common-words.ts'
import { placeNames } from './places.ts'
import { RIDING_ALIASES } from './riding-aliases.ts'
import { REPRESENTATION_ORDERS, type RepresentationOrder, type Riding, ridingByNumber, ridingsOf } from './riding.ts'

/** One name of one riding, ready to be compared. */
export type RidingName = {
  riding: Riding
  words: string[]
  /** Its words, run together. */
  key: string
  /** The same without a change in spelling. */
  written: string
  letters: number
  isAlias: boolean
  /** The words of each part between long dashes. */
  parts: string[][]
}

export type RidingIndex = {
  names: RidingName[]
  /** By the words run together, as they are compared and as they are written: "novawest" and "novaouest". */
  byKey: Map<string, RidingName[]>
  /** By the words in the order of the alphabet. */
  byWords: Map<string, RidingName[]>
  /** The official names in which a word stands. */
  byWord: Map<string, RidingName[]>
}

const indexes = new Map<RepresentationOrder, RidingIndex>()

/** All names of the ridings of one order, older and newer ones included. Made when first asked, in some milliseconds. */
export function ridingIndex(order: RepresentationOrder): RidingIndex {
  const known = indexes.get(order)
  if (known) return known
  const index = indexOf(order)
  indexes.set(order, index)
  return index
}

/** Names do not depend on the order of their words. */
export function sortedKey(words: readonly string[]): string {
  return words.toSorted().join(' ')
}

let knownWords: Set<string> | undefined

/** Whether a word is one, and no slip for another: of a riding's name in any order, of another place, or of common speech. */
export function isKnownWord(word: string): boolean {
  knownWords ??= new Set([
    ...REPRESENTATION_ORDERS.flatMap((order) => ridingIndex(order).names.flatMap(({ words }) => words)),
    ...[...placeNames()].flatMap((name) => name.split(' ')),
    ...COMMON_WORDS,
  ])
  return knownWords.has(word)
}

function indexOf(order: RepresentationOrder): RidingIndex {
  const official = ridingsOf(order).flatMap((riding) =>
    [...new Set([riding.name.en, riding.name.fr])].map((text) => nameOf(riding, text)),
  )
  const taken = new Set(official.map(({ key }) => key))
  const aliases = RIDING_ALIASES[order]
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [number = '', ...texts] = line.split('|')
      return texts.map((text) => ({ ...nameOf(ridingByNumber(number, order)!, text), isAlias: true }))
    })
    .filter(({ key }) => !taken.has(key))
  const names = [...official, ...aliases]
  return {
    names,
    byKey: grouped(names, ({ key, written }) => [key, written]),
    byWords: Map.groupBy(names, ({ words }) => sortedKey(words)),
    byWord: grouped(official, ({ words }) => words),
  }
}

const NO_LETTER = /[^\p{L}\p{N}]/gu

function nameOf(riding: Riding, text: string): RidingName {
  const plain = plainText(text)
  const parts = plain.split('—').map((part) => wordsIn(part))
  const words = parts.flat()
  const key = words.join('')
  const written = plain.replace(NO_LETTER, '')
  return { riding, words, key, written, letters: letterSet(key), isAlias: false, parts }
}

function grouped(names: RidingName[], keysOf: (name: RidingName) => string[]): Map<string, RidingName[]> {
  const groups = new Map<string, RidingName[]>()
  for (const name of names) {
    for (const key of new Set(keysOf(name))) {
      const group = groups.get(key)
      if (group) group.push(name)
      else groups.set(key, [name])
    }
  }
  return groups
}
