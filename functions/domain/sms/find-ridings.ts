import { COMMON_WORDS, GENERIC_WORDS } from '../ridings/common-words.ts'
import { isCompass } from '../ridings/compass.ts'
import { resolveRiding } from '../ridings/resolve-riding.ts'
import type { RepresentationOrder } from '../ridings/riding.ts'
import type { RidingNormal } from '../ridings/riding-normal.ts'
import { FUNCTION_WORDS } from '../function-words.ts'
import type { FoldedText } from './folded-text.ts'
import { type Part, partAt } from './message-parts.ts'
import { type NameSpan, nameSpans, type Token, tokensOf } from './place-names.ts'
import {
  ADDRESS_BEFORE,
  BUILDING_AFTER,
  BUILDING_BEFORE,
  CALLS_AFTER,
  CALLS_BEFORE,
  EVERYDAY,
  IN_BEFORE,
  MINE_AFTER,
  MINE_BEFORE,
  NEGATED_BEFORE,
  NOT_MINE_BEFORE,
  PERSON_BEFORE,
} from './place-words.ts'
import { isReporters, postalCodes } from './postal-codes.ts'
import type { Span } from './reading.ts'

type Told = {
  folded: FoldedText
  /** The folded text with all that was found taken out. */
  plain: string
  parts: readonly Part[]
  order: RepresentationOrder
}

/** How sure it is that a place is the reporter's: said to be, by itself between signs or behind "in", or only a name. */
const SAID = 3
const APART = 2
const NAMED = 1

type Place = Span & { level: number; normal: RidingNormal }

const MOST_RESOLVED = 60

/** The reporter's riding, by a name, a number or a postal code; absent where two may be meant. */
export function findRiding(told: Told): Span | undefined {
  const { plain, parts } = told
  const number = ridingNumber(plain, told.order)
  if (number) return number
  const codes = postalCodes(plain).filter((code) => isReporters(code, plain, parts))
  const tokens = tokensOf(plain)
  const places = placesIn(tokens, told)
  const place = bestOf(places)
  const best = place ? withCode(place, codes, plain) : places.length === 0 ? misspelt(tokens, told) : undefined
  return best ?? codes[0]
}

const RIDING_NUMBER =
  /(?<![\p{L}\p{N}])(?:riding|ridings|district|circonscription|comte|constituency|ed)(?: (?:number|num|no|numero|is|est|code|est le))*[\s.:#]{0,3}(\d{5})(?!\d|-\d)/gu

function ridingNumber(plain: string, order: RepresentationOrder): Span | undefined {
  for (const match of plain.matchAll(RIDING_NUMBER)) {
    const end = match.index + match[0].length
    if (resolveRiding(match[1]!, { order }).id) return { start: end - 5, end }
  }
  return undefined
}

function placesIn(tokens: readonly Token[], told: Told): Place[] {
  const places: Place[] = []
  let resolved = 0
  for (const name of nameSpans(tokens, told.plain, told.order)) {
    const level = isTelling(name.words) ? levelOf(name, told) : 0
    if (level === 0 || resolved >= MOST_RESOLVED) continue
    resolved += 1
    const place = resolvedAt(name, tokens, told)
    if (place) places.push({ ...place, level })
  }
  return places
}

/** Whether a name can be told by these words. */
function isTelling(words: readonly string[]): boolean {
  return words.some(
    (word) =>
      word.length > 2 &&
      !isCompass(word) &&
      !COMMON_WORDS.has(word) &&
      !FUNCTION_WORDS.has(word) &&
      word !== 'saint' &&
      !(words.length === 1 && GENERIC_WORDS.has(word)),
  )
}

const PROVINCE_AFTER =
  /^,? ?\(?(?:ontario|ont|on|quebec|que|qc|pq|manitoba|man|mb|saskatchewan|sask|sk|alberta|alta|ab|british columbia|bc|b\.c\.|nova scotia|ns|n\.s\.|new brunswick|nb|n\.b\.|nouveau-brunswick|nouvelle-ecosse|newfoundland|nfld|nl|pei|p\.e\.i\.|yukon|nunavut|nwt)\)?(?![\p{L}\p{N}])/u

function levelOf(name: NameSpan, { plain, parts }: Told): number {
  const before = plain.slice(Math.max(0, name.start - 60), name.start)
  const after = plain.slice(name.end, name.end + 40).replace(PROVINCE_AFTER, '')
  if (BUILDING_AFTER.test(after) || BUILDING_BEFORE.test(before) || NEGATED_BEFORE.test(before)) return 0
  if (CALLS_AFTER.test(after) && CALLS_BEFORE.test(before)) return 0
  const part = partAt(parts, name)
  const isMine = MINE_AFTER.test(after) || MINE_BEFORE.test(before)
  if (part.isQuoted || (part.isMessage && part.isVerbatim && !isMine)) return 0
  if (isMine) return SAID
  if (NOT_MINE_BEFORE.test(before) || PERSON_BEFORE.test(before)) return 0
  const isApart =
    /(?:^|[,.;:!?()\n/|¤-])\s*(?:in |from |van |a |dans |de |here in |that's |thats |c'est )?$/.test(before) &&
    /^\s*(?:$|[,.;:!?()\n/|¤-])/.test(after)
  if (part.isMessage) return isApart && !ADDRESS_BEFORE.test(before) ? APART : 0
  if (isApart) return ADDRESS_BEFORE.test(before) ? 0 : APART
  const isEveryday = name.words.every((word) => EVERYDAY.has(word) || FUNCTION_WORDS.has(word))
  if (IN_BEFORE.test(before)) return APART
  return isEveryday || !name.isWhole ? 0 : NAMED
}

const LONGER = 3

/** What a name resolves to, with words beside it that make it one riding's: a slip, a province. */
function resolvedAt(
  name: NameSpan,
  tokens: readonly Token[],
  { folded, plain, order }: Told,
): Omit<Place, 'level'> | undefined {
  const resolve = (span: Span) => resolveRiding(folded.slice(span), { order })
  const normal = resolve(name)
  if (normal.id) return { start: name.start, end: name.end, normal }
  const first = tokens.findIndex(({ start }) => start === name.start)
  const last = tokens.findLastIndex(({ end }) => end === name.end)
  for (let more = LONGER; more > 0; more -= 1) {
    for (const [from, to] of [
      [first, last + more],
      [first - more, last],
    ] as const) {
      if (from < 0 || to >= tokens.length || !isOneName(tokens.slice(from, to + 1), plain)) continue
      const span = { start: tokens[from]!.start, end: tokens[to]!.end }
      const longer = resolve(span)
      if (longer.id) return { ...span, normal: longer }
    }
  }
  const isKnown = normal.candidates.length > 0 || normal.province !== undefined
  return isKnown ? { start: name.start, end: name.end, normal } : undefined
}

/** Words that nothing parts, and that are not of common speech. */
function isOneName(tokens: readonly Token[], plain: string): boolean {
  return tokens.every((token, i) => {
    const isSpeech = FUNCTION_WORDS.has(token.word) && i === tokens.length - 1
    const before = tokens[i - 1]
    return !isSpeech && (!before || /^[ ,'/-]{1,3}$|^\. $/.test(plain.slice(before.end, token.start)))
  })
}

/** The place that is said most surely; undefined where two are said alike. */
function bestOf(places: readonly Place[]): Place | undefined {
  const level = Math.max(...places.map((place) => place.level))
  const [first, ...others] = places.filter((place) => place.level === level)
  if (!first) return undefined
  const exact = [first, ...others].find(({ normal }) => normal.id)
  const isSame = (other: Place) =>
    meanings(other).some((id) => meanings(exact ?? first).includes(id)) || meanings(other).length === 0
  return others.every(isSame) ? (exact ?? first) : undefined
}

function meanings({ normal }: Place): string[] {
  return normal.id ? [normal.id] : normal.candidates
}

const MOST_TRIED = 24
const LONGEST_NAME = 6

/** A name with slips of the keyboard, behind words that say whose riding it is or by itself between signs. */
function misspelt(tokens: readonly Token[], { folded, plain, parts, order }: Told): Span | undefined {
  let tried = 0
  for (const [i, token] of tokens.entries()) {
    const before = plain.slice(Math.max(0, token.start - 60), token.start)
    const isSaid = MINE_BEFORE.test(before)
    const isApart = /(?:^|[,.;:!?()\n/|¤])\s*$/.test(before)
    if (!(isSaid || isApart) || tried >= MOST_TRIED || COMMON_WORDS.has(token.word) || FUNCTION_WORDS.has(token.word))
      continue
    const part = partAt(parts, token)
    if (part.isQuoted || part.isVerbatim || NEGATED_BEFORE.test(before) || NOT_MINE_BEFORE.test(before)) continue
    for (let length = LONGEST_NAME; length > 0; length -= 1) {
      const last = tokens[i + length - 1]
      const window = tokens.slice(i, i + length)
      if (!last || !isOneName(window, plain) || BUILDING_AFTER.test(plain.slice(last.end, last.end + 30))) continue
      if (isApart && !isSaid && !/^\s*(?:$|[,.;:!?()\n/|¤-])/.test(plain.slice(last.end, last.end + 4))) continue
      if (!window.some(({ word }) => word.length > 4 && !COMMON_WORDS.has(word) && !FUNCTION_WORDS.has(word))) continue
      tried += 1
      const span = { start: token.start, end: last.end }
      if (resolveRiding(folded.slice(span), { order }).id) return span
    }
  }
  return undefined
}

/** With the postal code right behind it. */
function withCode(place: Place, codes: readonly Span[], plain: string): Span {
  const code = codes.find(({ start }) => start >= place.end && /^[\s,(]{0,3}$/.test(plain.slice(place.end, start)))
  return { start: place.start, end: code && !place.normal.id ? code.end : place.end }
}
