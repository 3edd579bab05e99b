import { FUNCTION_WORDS } from '../function-words.ts'
import { COMMON_WORDS } from '../ridings/common-words.ts'
import { wordsIn } from '../ridings/name-words.ts'
import { placeNames, sharedNames } from '../ridings/places.ts'
import type { RepresentationOrder } from '../ridings/riding.ts'
import { ridingIndex } from '../ridings/riding-index.ts'
import type { Span } from './reading.ts'

/** A name in a text: its words as names are compared, and whether it is the whole of one or a part between its dashes. */
export type NameSpan = Span & { words: string[]; isWhole: boolean }

type Names = { beginnings: Set<string>; whole: Set<string> }

const kept = new Map<RepresentationOrder, Names>()

/** All stretches of the ridings' names, and other places. Made when first asked. */
function namesOf(order: RepresentationOrder): Names {
  const known = kept.get(order)
  if (known) return known
  const names: Names = { beginnings: new Set(), whole: new Set() }
  for (const { words, parts } of ridingIndex(order).names) {
    for (let from = 0; from < words.length; from += 1)
      for (let to = from + 1; to <= words.length; to += 1) names.beginnings.add(words.slice(from, to).join(' '))
    for (const whole of [words, ...parts]) names.whole.add(whole.join(' '))
  }
  // "Toronto" of "Toronto Centre" and "Toronto—Danforth".
  for (const [word, alike] of Map.groupBy(ridingIndex(order).names, ({ words }) => words[0]!))
    if (new Set(alike.map(({ riding }) => riding)).size > 1) names.whole.add(word)
  for (const place of [...placeNames(), ...sharedNames()]) {
    const words = place.split(' ')
    names.whole.add(place)
    for (let to = 1; to <= words.length; to += 1) names.beginnings.add(words.slice(0, to).join(' '))
  }
  kept.set(order, names)
  return names
}

export type Token = Span & { word: string; /** Joins names, and belongs to none. */ isJoint: boolean }

const TOKEN = /[\p{L}\p{N}]+(?:'[\p{L}]{1,20})*/gu
const ELIDED = /^(?:d|l|j|n|s|m|qu)'(?=\p{L}{3})/u
// "St. John's": a dot that ends no sentence.
const SHORTENED = new Set(['saint', 'sainte', 'mont', 'mount', 'fort', 'st', 'ste'])
const BETWEEN = /^(?:[ \t]{0,2}(?:[-/&,]|--)?[ \t]{0,2})$/u

export function tokensOf(plain: string): Token[] {
  return [...plain.matchAll(TOKEN)].flatMap(({ 0: text, index }) => {
    const elided = ELIDED.exec(text)?.[0].length ?? 0
    const token = { start: index, end: index + text.length, ...wordOf(text) }
    if (elided === 0) return [token]
    // Both ways: "l'ile" is a word of names, "d'ahuntsic" holds one.
    return [token, { start: index + elided, end: token.end, ...wordOf(text.slice(elided)) }]
  })
}

const words = new Map<string, { word: string; isJoint: boolean }>()
const MOST_KEPT = 20_000

function wordOf(text: string): { word: string; isJoint: boolean } {
  const known = words.get(text)
  if (known) return known
  const [word] = wordsIn(text)
  const of = { word: word ?? text, isJoint: word === undefined }
  if (words.size < MOST_KEPT) words.set(text, of)
  return of
}

const LONGEST = 14

/** The longest names that stand in a text, one after another. */
export function nameSpans(tokens: readonly Token[], plain: string, order: RepresentationOrder): NameSpan[] {
  const names = namesOf(order)
  const spans: NameSpan[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const span = longestFrom(at, { tokens, plain, names })
    if (!span) continue
    spans.push(span)
    while (at + 1 < tokens.length && tokens[at + 1]!.start < span.end) at += 1
  }
  return spans
}

function areJoined({ word }: Token, between: string): boolean {
  return BETWEEN.test(between) || (SHORTENED.has(word) && /^\. ?$/.test(between))
}

type Scan = { tokens: readonly Token[]; plain: string; names: Names }

function longestFrom(at: number, { tokens, plain, names }: Scan): NameSpan | undefined {
  const first = tokens[at]!
  if (first.isJoint || !names.beginnings.has(first.word)) return undefined
  const said = [first.word]
  let [phrase, last] = [first.word, first]
  let best: NameSpan | undefined
  for (let next = at; said.length <= LONGEST;) {
    if (!last.isJoint) best = { start: first.start, end: last.end, words: [...said], isWhole: names.whole.has(phrase) }
    next += 1
    const token = tokens[next]
    if (!token || !areJoined(last, plain.slice(last.end, token.start))) break
    if (token.start < last.end) continue
    if (token.isJoint) {
      last = token
      continue
    }
    phrase = `${phrase} ${token.word}`
    if (!names.beginnings.has(phrase)) break
    said.push(token.word)
    last = token
  }
  // An article belongs to a name that has it, and to no part of one.
  return best && (best.isWhole || !(COMMON_WORDS.has(first.word) || FUNCTION_WORDS.has(first.word))) ? best : undefined
}
