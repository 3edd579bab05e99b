import { wordsOf } from '../ridings/name-words.ts'
import { ridingById } from '../ridings/riding.ts'
import { type Part, partAt } from './message-parts.ts'
import { ownerBefore, isSpeech } from './place-level.ts'
import type { Token } from './place-names.ts'
import { BUILDING_AFTER } from './place-words.ts'
import type { Span } from './reading.ts'
import { areTogether, type Resolve } from './resolved-place.ts'

type Told = { tokens: readonly Token[]; plain: string; parts: readonly Part[]; resolve: Resolve }

const LONGEST_NAME = 6
const SIGN_BEFORE = /(?:^|[,.;:!?()\n/|¤])\s*$/
const SIGN_AFTER = /^\s*(?:$|[,.;:!?()\n/|¤-])/

/** A name with slips of the keyboard: behind words that say whose riding it is, or by itself between signs. */
export function misspeltPlace(told: Told): Span | undefined {
  for (const at of told.tokens.keys()) {
    const reach = reachAt(at, told)
    for (let length = reach ? LONGEST_NAME : 0; length > 0; length -= 1) {
      const span = windowAt(at, length, told)
      const isEnd = span && (reach === 'said' || SIGN_AFTER.test(told.plain.slice(span.end, span.end + 4)))
      const id = isEnd ? told.resolve(span)?.id : undefined
      if (id && (reach === 'said' || length > 1 || isOneWord(id))) return span
    }
  }
  return undefined
}

// By itself, "dollars" is no slip for a part of "Pierrefonds—Dollard".
function isOneWord(id: string): boolean {
  const { en, fr } = ridingById(id)!.name
  return [en, fr].some((name) => wordsOf(name).length === 1)
}

/** Whether a name of the reporter's riding may begin here. */
function reachAt(at: number, { tokens, plain, parts }: Told): 'said' | 'apart' | undefined {
  const token = tokens[at]!
  if (isSpeech(token.word)) return undefined
  const before = plain.slice(Math.max(0, token.start - 60), token.start)
  const owner = ownerBefore(before)
  const part = partAt(parts, token)
  if (owner === 'other' || part.isQuoted || part.isVerbatim) return undefined
  return owner ? 'said' : SIGN_BEFORE.test(before) ? 'apart' : undefined
}

function windowAt(at: number, length: number, { tokens, plain }: Told): Span | undefined {
  const window = tokens.slice(at, at + length)
  const last = window.at(-1)
  if (!last || window.length < length || !areTogether(window, plain)) return undefined
  if (BUILDING_AFTER.test(plain.slice(last.end, last.end + 30))) return undefined
  const isTelling = window.some(({ word }) => word.length > 4 && !isSpeech(word))
  return isTelling ? { start: window[0]!.start, end: last.end } : undefined
}
