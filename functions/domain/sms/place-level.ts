import { FUNCTION_WORDS } from '../function-words.ts'
import { COMMON_WORDS, GENERIC_WORDS } from '../ridings/common-words.ts'
import { isCompass } from '../ridings/compass.ts'
import { type Part, partAt } from './message-parts.ts'
import type { NameSpan } from './place-names.ts'
import {
  ADDRESS_BEFORE,
  BUILDING_AFTER,
  BUILDING_BEFORE,
  CALLS_AFTER,
  CALLS_BEFORE,
  EVERYDAY,
  HOME_BEFORE,
  IN_BEFORE,
  isResidents,
  MINE_AFTER,
  MINE_BEFORE,
  MOVED_BEFORE,
  NAME_AFTER,
  NAMED_BEFORE,
  NEGATED_BEFORE,
  NOT_MINE_BEFORE,
  PERSON_BEFORE,
  NEVER_ALONE,
  NUMBER_AFTER,
  PROVINCE_AFTER,
  RELATED_BEFORE,
  THEIRS_BEFORE,
  VOTING_BEFORE,
} from './place-words.ts'

/**
 * How sure it is that a place is the reporter's: it is said to be, it stands by itself between signs or behind "in", or it is
 * only named. Zero where it is not.
 */
export const LEVEL = { said: 3, apart: 2, named: 1, none: 0 } as const
export type Level = (typeof LEVEL)[keyof typeof LEVEL]

const APART_BEFORE =
  /(?:^|[,.;:!?()\n/|¤-])\s*(?:in |from |van |a |dans |de |here in |that's |thats |c'est |moi c'est )?$/
const APART_AFTER =
  /^\s*(?:$|[,.;:!?()\n/|¤-]|(?:btw|fyi|thx|thanks|thank you|ty|tks|lol|pls|plz|please|merci|svp|stp|fwiw|eh|haha)\b)/

export function levelOf(name: NameSpan, plain: string, parts: readonly Part[]): Level {
  const before = plain.slice(Math.max(0, name.start - 60), name.start)
  const after = plain.slice(name.end, name.end + 40).replace(PROVINCE_AFTER, '')
  const part = partAt(parts, name)
  if (!isTelling(name.words) || part.isQuoted || part.isVerbatim) return LEVEL.none
  if (isResidents(before, after)) return LEVEL.said
  if (HOME_BEFORE.test(before) && !BUILDING_AFTER.test(after)) return LEVEL.said
  if (isOfOther(before, after)) return LEVEL.none
  if (MOVED_BEFORE.test(before) || NAME_AFTER.test(after)) return LEVEL.none
  if (NAMED_BEFORE.test(before) || (RELATED_BEFORE.test(before) && (isEveryday(name) || !APART_AFTER.test(after))))
    return LEVEL.none
  if (VOTING_BEFORE.test(before) && APART_AFTER.test(after)) return LEVEL.said
  if (MINE_AFTER.test(after) || MINE_BEFORE.test(before)) return LEVEL.said
  if (THEIRS_BEFORE.test(before)) return LEVEL.apart
  if (NOT_MINE_BEFORE.test(before) || PERSON_BEFORE.test(before)) return LEVEL.none
  if (APART_BEFORE.test(before) && APART_AFTER.test(after))
    return ADDRESS_BEFORE.test(before) ? LEVEL.none : LEVEL.apart
  if (part.isMessage) return LEVEL.none
  // "from the Oakville Beaver"
  if (/\bthe $/.test(before) && !APART_AFTER.test(after)) return LEVEL.none
  if (IN_BEFORE.test(before))
    return ADDRESS_BEFORE.test(before)
      ? LEVEL.none
      : /\b(?:near|around|pres)\b/.test(before.slice(-12))
        ? LEVEL.named
        : LEVEL.apart
  return isEveryday(name) || DETERMINED.test(before) ? LEVEL.none : LEVEL.named
}

/** A street, a building, a telephone number or a riding that is denied bears the name. */
function isOfOther(before: string, after: string): boolean {
  const isCalls = NUMBER_AFTER.test(after) || (CALLS_AFTER.test(after) && CALLS_BEFORE.test(before))
  // A part of a longer name: "St-Jean-sur-Richelieu".
  const isPart = /^-\p{L}/u.test(after) || /\p{L}-$/u.test(before)
  return isCalls || isPart || BUILDING_AFTER.test(after) || BUILDING_BEFORE.test(before) || NEGATED_BEFORE.test(before)
}

// "the Sudbury returning officer"
const DETERMINED = /\b(?:the|this|that|an?|their|his|her|le|la|un|une|ce)\s+$/

// "Beaches East York" is no chance.
const MANY_WORDS = 3

function isEveryday({ words, isWhole }: NameSpan): boolean {
  if (isWhole && words.length >= MANY_WORDS) return false
  return !isWhole || words.every((word) => EVERYDAY.has(word) || FUNCTION_WORDS.has(word))
}

/** Whether a name can be told by these words. */
function isTelling(words: readonly string[]): boolean {
  return words.some(
    (word) =>
      word.length > 2 &&
      word !== 'saint' &&
      !isCompass(word) &&
      !isSpeech(word) &&
      !(words.length === 1 && (GENERIC_WORDS.has(word) || NEVER_ALONE.has(word))),
  )
}

export function isSpeech(word: string): boolean {
  return COMMON_WORDS.has(word) || FUNCTION_WORDS.has(word)
}

/** By what is said just before a place whether it is the reporter's, is not, or may be. */
export function ownerBefore(before: string): 'reporter' | 'other' | undefined {
  if (NEGATED_BEFORE.test(before)) return 'other'
  if (MINE_BEFORE.test(before) || THEIRS_BEFORE.test(before)) return 'reporter'
  return NOT_MINE_BEFORE.test(before) || PERSON_BEFORE.test(before) ? 'other' : undefined
}
