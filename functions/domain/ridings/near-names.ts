import { editDistance, letterSet, mayBeNear, slipsIn } from '../edit-distance.ts'
import { COMMON_WORDS, GENERIC_WORDS } from './common-words.ts'
import { isCompass } from './compass.ts'
import { placeNames, sharedNames } from './places.ts'
import type { Riding } from './riding.ts'
import { isKnownWord, type RidingIndex, type RidingName } from './riding-index.ts'

/** A riding that a text may mean: how many slips of the keyboard away, and whether by its whole name or by a part of it. */
export type NearRiding = { riding: Riding; slips: number; isWhole: boolean }

/** Words that no name is told by. */
const ARTICLES = new Set('the of la le les l de du des d a'.split(' '))

/** The ridings whose whole name these words are, but for slips. */
export function nearWhole(words: readonly string[], index: RidingIndex): NearRiding[] {
  const key = words.join('')
  const letters = letterSet(key)
  const near: NearRiding[] = []
  for (const name of index.names) {
    const limit = slipsInName(Math.min(key.length, name.key.length), name.words.length)
    if (Math.abs(key.length - name.key.length) > limit || !mayBeNear(letters, name.letters, limit)) continue
    const slips = editDistance(key, name.key, limit)
    if (slips <= limit && words.every((word) => mayStandIn(word, { words, name, index })))
      near.push({ riding: name.riding, slips, isWhole: true })
  }
  return nearestOfEach(near)
}

// A name of one word may as well be another town.
function slipsInName(length: number, words: number): number {
  return words === 1 && length < 11 ? Math.min(1, slipsIn(length)) : slipsIn(length)
}

type Likeness = { words: readonly string[]; name: RidingName; index: RidingIndex }

// A word of its own is no slip for another one, unless another word is right; and a word too many is none either.
function mayStandIn(word: string, { words, name, index }: Likeness): boolean {
  if (name.words.includes(word) || ARTICLES.has(word)) return true
  if (isCompass(word)) return false
  const isSlip = (limit: number) => name.words.some((own) => editDistance(word, own, limit) <= limit)
  if (index.byWord.has(word)) return isSlip(1) && words.some((other) => isTelling(other) && name.words.includes(other))
  if (name.key.includes(word)) return true
  return !isKnownWord(word) && (isSlip(word.length < 6 ? 1 : 2) || name.words.some((own) => word.includes(own)))
}

/** Whether a name can be told by this word. */
function isTelling(word: string): boolean {
  return word.length > 2 && word !== 'saint' && !isCompass(word) && !ARTICLES.has(word) && !COMMON_WORDS.has(word)
}

/** The ridings that have each of these words in one of their names, but for slips in words that are none. */
export function nearPart(said: readonly string[], index: RidingIndex, isPlaced: boolean): NearRiding[] {
  const words = rejoined(said, index).filter((word) => !ARTICLES.has(word))
  if (!words.some(isTelling) || isGeneric(words) || isNamed(placeNames(), [said, words])) return []
  if (!isPlaced && isNamed(sharedNames(), [said, words])) return []
  let found: Map<RidingName, number> | undefined
  for (const word of words) {
    const holding = namesHolding(word, index, words.length > 1)
    const both = [...holding].filter(([name]) => !found || found.has(name))
    found = new Map(both.map(([name, slips]) => [name, slips + (found?.get(name) ?? 0)]))
    if (found.size === 0) return []
  }
  const near = [...(found ?? [])].filter(([name]) => isSameCompass(words, name) && isSameSide(words, name))
  const inOnePart = near.filter(([{ parts }]) => parts.some((part) => isWithin(words, part)))
  const best = new Set(inOnePart.map(([{ riding }]) => riding)).size === 1 ? inOnePart : near
  const at = ({ words: own }: RidingName) => own.findIndex((word) => words.includes(word))
  best.sort(([a], [b]) => at(a) - at(b) || a.key.length - b.key.length)
  return nearestOfEach(best.map(([{ riding }, slips]) => ({ riding, slips, isWhole: false })))
}

function isNamed(places: Set<string>, readings: (readonly string[])[]): boolean {
  return readings.some((words) => places.has(words.join(' ')))
}

/** A lone word of which half of the names have one: by itself nobody names a riding by it. */
function isGeneric(words: readonly string[]): boolean {
  return words.length === 1 && GENERIC_WORDS.has(words[0]!)
}

/** "Charles Le Moyne" for "Charles-LeMoyne": two words that are one in some name, and the second none by itself. */
function rejoined(words: readonly string[], { byWord }: RidingIndex): string[] {
  const at = words.findIndex((word, i) => i > 0 && byWord.has(words[i - 1]! + word) && !byWord.has(word))
  return at < 0 ? [...words] : [...words.slice(0, at - 1), words[at - 1]! + words[at]!, ...words.slice(at + 1)]
}

function isWithin(words: readonly string[], part: readonly string[]): boolean {
  return ` ${part.join(' ')} `.includes(` ${words.join(' ')} `)
}

/** One for each riding, by its nearest name; the nearest riding first. */
function nearestOfEach(near: NearRiding[]): NearRiding[] {
  const nearest = new Map<Riding, NearRiding>()
  for (const each of near.toSorted((a, b) => a.slips - b.slips))
    if (!nearest.has(each.riding)) nearest.set(each.riding, each)
  return [...nearest.values()]
}

/** The names with this word or, when it is none, with one that it may be a slip for; each with the slips. */
function namesHolding(word: string, { byWord }: RidingIndex, isAmongOthers: boolean): Map<RidingName, number> {
  const exact = byWord.get(word)
  if (exact || isKnownWord(word)) return new Map((exact ?? []).map((name) => [name, 0]))
  const limit = isAmongOthers ? slipsAmongOthers(word) : slipsAlone(word)
  const letters = letterSet(word)
  const near = new Map<RidingName, number>()
  if (limit === 0) return near
  for (const [own, names] of byWord) {
    if (
      Math.abs(own.length - word.length) > limit ||
      own.length < 5 ||
      (!isAmongOthers && own[0] !== word[0]) ||
      !mayBeNear(letters, letterSet(own), limit)
    )
      continue
    const slips = editDistance(word, own, limit)
    if (slips <= limit) for (const name of names) near.set(name, Math.min(slips, near.get(name) ?? slips))
  }
  return near
}

function slipsAmongOthers(word: string): number {
  return word.length < 4 ? 0 : Math.max(1, Math.min(2, slipsIn(word.length)))
}

/** Where no other word says the same, a slip may as well be another town: one is forgiven in a long word, two in a very long one. */
function slipsAlone(word: string): number {
  return word.length < 7 ? 0 : word.length < 11 ? 1 : 2
}

// "Calgary North" is no part of "Calgary Centre-North": beside a town, a direction is said whole.
function isSameCompass(words: string[], { parts }: RidingName): boolean {
  return parts.every((part) => {
    const compass = part.filter(isCompass)
    const said = compass.filter((word) => words.includes(word))
    return said.length === 0 || said.length === compass.length
  })
}

// "Vancouver West" is no part of "West Vancouver—Sunshine Coast": a direction stands where the name has it.
function isSameSide(words: readonly string[], { words: own }: RidingName): boolean {
  return words.every((word, i) => {
    const pairs = [words.slice(Math.max(0, i - 1), i + 1), words.slice(i, i + 2)]
    return !isCompass(word) || words.length === 1 || pairs.some((pair) => pair.length === 2 && isWithin(pair, own))
  })
}

/** Ridings that share words with the text, those first that share the most and the rarest. */
export function relatedRidings(words: readonly string[], index: RidingIndex): Riding[] {
  const weights = new Map<Riding, number>()
  for (const word of words.filter(isTelling)) {
    const ridings = new Map([...namesHolding(word, index, false)].map(([{ riding }, slips]) => [riding, slips]))
    for (const [riding, slips] of ridings) {
      weights.set(riding, (weights.get(riding) ?? 0) + 1 / ((1 + slips) * ridings.size))
    }
  }
  return [...weights]
    .toSorted(([a, x], [b, y]) => y - x || a.name.en.length - b.name.en.length)
    .map(([riding]) => riding)
}

/** Whether each telling word stands in some riding's name, or says nothing: "Guelph area". */
export function areExplained(words: readonly string[], index: RidingIndex): boolean {
  if (isGeneric(words) || isNamed(sharedNames(), [words])) return false
  return words.filter(isTelling).every((word) => namesHolding(word, index, false).size > 0)
}
