import type { RepresentationOrder } from '../ridings/riding.ts'
import type { FoldedText } from './folded-text.ts'
import type { Part } from './message-parts.ts'
import { misspeltPlace } from './misspelt-place.ts'
import { LEVEL, type Level, levelOf } from './place-level.ts'
import { nameSpans, tokensOf } from './place-names.ts'
import { isReporters, postalCodes } from './postal-codes.ts'
import type { Span } from './reading.ts'
import { type Resolve, type ResolvedPlace, resolvePlace, resolverOf } from './resolved-place.ts'

type Told = {
  folded: FoldedText
  /** The folded text with all that was found taken out. */
  plain: string
  parts: readonly Part[]
  order: RepresentationOrder
}

type Place = ResolvedPlace & { level: Level }

/** Where the text says the reporter's riding, by number, name or postal code; undefined where two may be meant. */
export function findRiding({ folded, plain, parts, order }: Told): Span | undefined {
  const resolve = resolverOf(folded, order)
  const number = ridingNumber(plain, resolve)
  if (number) return number
  const [code] = postalCodes(plain).filter((each) => isReporters(each, plain, parts))
  const told = { tokens: tokensOf(plain), plain, parts, resolve }
  const places = nameSpans(told.tokens, plain, order).flatMap((name): Place[] => {
    const level = levelOf(name, plain, parts)
    const place = level === LEVEL.none ? undefined : resolvePlace(name, told)
    return place ? [{ ...place, level }] : []
  })
  const place = surest(places)
  if (place) return withCode(place, code, plain)
  return (places.length === 0 ? misspeltPlace(told) : undefined) ?? code
}

const RIDING_NUMBER =
  /(?<![\p{L}\p{N}])(?:riding|ridings|district|circonscription|comte|constituency|ed)(?: (?:number|num|no|numero|is|est|code|est le)){0,3}[\s.:#]{0,3}(\d{5})(?!\d|-\d)/gu

function ridingNumber(plain: string, resolve: Resolve): Span | undefined {
  const spans = [...plain.matchAll(RIDING_NUMBER)].map(({ 0: all, 1: number, index }) => {
    const end = index + all.length
    return { start: end - number!.length, end }
  })
  return spans.find((span) => resolve(span)?.id)
}

/** The place that is said most surely; undefined where two are said alike. */
function surest(places: readonly Place[]): Place | undefined {
  const level = Math.max(...places.map((place) => place.level))
  const likely = places.filter((place) => place.level === level)
  const best = likely.find(({ normal }) => normal.id) ?? likely[0]
  return best && likely.every((place) => mayBeSame(place, best)) ? best : undefined
}

function mayBeSame({ normal: a }: Place, { normal: b }: Place): boolean {
  const [meant, other] = [a, b].map(({ id, candidates }) => (id ? [id] : candidates))
  return meant!.length === 0 || meant!.some((id) => other!.includes(id))
}

/** A town of several ridings with the postal code right behind it. */
function withCode({ start, end, normal }: Place, code: Span | undefined, plain: string): Span {
  const isBehind = code !== undefined && code.start >= end && /^[\s,(]{0,3}$/.test(plain.slice(end, code.start))
  return { start, end: isBehind && !normal.id ? code.end : end }
}
