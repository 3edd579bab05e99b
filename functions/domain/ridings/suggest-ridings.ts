import { plainText } from '../plain-text.ts'
import { wordsOf } from './name-words.ts'
import { resolveRiding } from './resolve-riding.ts'
import { type RepresentationOrder, type Riding, ridingById, ridingsOf } from './riding.ts'
import { ridingIndex, type RidingName } from './riding-index.ts'

const MOST_SUGGESTIONS = 20

/**
 * The ridings that somebody who typed this may be about to name, at most twenty, the likeliest first: those whose name begins so,
 * then those of which a part does, then those whose words begin so in any order; failing these, what it may be a slip for.
 */
export function suggestRidings(typed: string, order: RepresentationOrder): Riding[] {
  const query = readTyped(typed)
  if (!query) return []
  if (/^\d+$/.test(query.plain)) return ridingsOf(order).filter(({ number }) => number.startsWith(query.plain)).slice(0, MOST_SUGGESTIONS) // prettier-ignore
  const ranks = new Map<Riding, number>()
  for (const name of ridingIndex(order).names) {
    const rank = rankOf(name, query)
    if (rank !== undefined) ranks.set(name.riding, Math.min(rank, ranks.get(name.riding) ?? Infinity))
  }
  if (ranks.size === 0) return resembling(typed, order)
  const byRank = [...ranks].toSorted(([a, x], [b, y]) => x - y || compareNames(a, b))
  return byRank.slice(0, MOST_SUGGESTIONS).map(([riding]) => riding)
}

/** The words typed so far, as names spell them; the last may be a beginning, so it also stands as it was typed. */
type Typed = { plain: string; readings: string[][] }

function readTyped(typed: string): Typed | undefined {
  const plain = plainText(typed).trim()
  const last = plain.split(/[^\p{L}\p{N}]+/u).findLast((word) => word !== '')
  if (last === undefined) return undefined
  const before = wordsOf(plain.slice(0, plain.lastIndexOf(last)))
  const words = wordsOf(plain)
  const readings = [words, [...before, last]].filter((reading) => reading.length > 0)
  return { plain, readings }
}

/** Names of other times and orders come after all that are official. */
function rankOf(name: RidingName, { readings }: Typed): number | undefined {
  const [rank] = readings.map((words) => beginning(name, words)).toSorted((a, b) => a - b)
  return rank === undefined || rank === NONE ? undefined : rank + (name.isAlias ? NONE : 0)
}

const NONE = 3

function beginning({ words: own, key, parts }: RidingName, words: string[]): number {
  const text = words.join(' ')
  if (own.join(' ').startsWith(text) || key.startsWith(words.join(''))) return 0
  if (parts.some((part) => part.join(' ').startsWith(text))) return 1
  return words.every((word) => own.some((each) => each.startsWith(word))) ? 2 : NONE
}

function compareNames({ name: { en: a } }: Riding, { name: { en: b } }: Riding): number {
  return a.length - b.length || (a < b ? -1 : 1)
}

function resembling(typed: string, order: RepresentationOrder): Riding[] {
  const { id, candidates } = resolveRiding(typed, { order })
  return (id ? [id] : candidates).map((each) => ridingById(each)!)
}
