import { FUNCTION_WORDS } from '../function-words.ts'
import { resolveRiding } from '../ridings/resolve-riding.ts'
import type { RepresentationOrder } from '../ridings/riding.ts'
import type { RidingNormal } from '../ridings/riding-normal.ts'
import type { FoldedText } from './folded-text.ts'
import type { NameSpan, Token } from './place-names.ts'
import { PROVINCE_AFTER } from './place-words.ts'
import type { Span } from './reading.ts'

export type ResolvedPlace = Span & { normal: RidingNormal }

/** What a stretch of the text resolves to; nothing once as many stretches were looked up as one text may cost. */
export type Resolve = (span: Span) => RidingNormal | undefined

const MOST_RESOLVED = 30

export function resolverOf(folded: FoldedText, order: RepresentationOrder): Resolve {
  const known = new Map<string, RidingNormal>()
  return (span) => {
    const text = folded.slice(span)
    if (!known.has(text) && known.size < MOST_RESOLVED) known.set(text, resolveRiding(text, { order }))
    return known.get(text)
  }
}

type Told = { tokens: readonly Token[]; plain: string; resolve: Resolve }

/** What a name resolves to, with what stands beside it and makes it one riding's: a province, a word with a slip. */
export function resolvePlace(name: NameSpan, told: Told): ResolvedPlace | undefined {
  const { plain, resolve } = told
  const placed = withProvince(name, plain)
  if (placed) {
    const normal = resolve(placed)
    // Without: another town of that name.
    return normal && isKnown(normal) ? { ...placed, normal } : undefined
  }
  const normal = resolve(name)
  if (!normal) return undefined
  const alone = { start: name.start, end: name.end, normal }
  if (normal.id) return alone
  return longer(name, told) ?? (isKnown(normal) || normal.province ? alone : undefined)
}

function isKnown({ id, candidates }: RidingNormal): boolean {
  return id !== undefined || candidates.length > 0
}

// As words of English, these say no province.
const NO_PROVINCE = /^\W*(?:on|man)\b/

function withProvince({ start, end }: Span, plain: string): Span | undefined {
  const province = PROVINCE_AFTER.exec(plain.slice(end, end + 40))?.[0]
  return province && !NO_PROVINCE.test(province) ? { start, end: end + province.length } : undefined
}

const MOST_WORDS_MORE = 3
// Between two places: "Laurier a Quebec".
const HOLDS = new Set(
  'a au aux in at to from en dans pres near or ou is est i je on my mon ma we they he she it and et but mais not pas'.split(
    ' ',
  ),
)

// At least one word that is neither an article nor a preposition, and none that stands between two places.
function isTold(added: readonly Token[]): boolean {
  return added.some(({ word }) => !FUNCTION_WORDS.has(word)) && !added.some(({ word }) => HOLDS.has(word))
}

/** The name with words after or before it that resolve to one riding: "etobicoke lakshore". */
function longer(name: NameSpan, { tokens, plain, resolve }: Told): ResolvedPlace | undefined {
  const first = tokens.findIndex(({ start }) => start === name.start)
  const last = tokens.findLastIndex(({ end }) => end === name.end)
  for (let more = MOST_WORDS_MORE; more > 0; more -= 1) {
    const windows: [number, number][] = [[first, last + more], [first - more, last]] // prettier-ignore
    for (const [from, to] of windows) {
      const added = from < first ? tokens.slice(Math.max(0, from), first) : tokens.slice(last + 1, to + 1)
      if (from < 0 || to >= tokens.length || !isTold(added)) continue
      if (!areTogether(tokens.slice(from, to + 1), plain)) continue
      const span = { start: tokens[from]!.start, end: tokens[to]!.end }
      const normal = resolve(span)
      if (normal?.id) return { ...span, normal }
    }
  }
  return undefined
}

/** Whether no sign parts these words, and the last is not one that holds sentences together. */
export function areTogether(tokens: readonly Token[], plain: string): boolean {
  const last = tokens.at(-1)
  if (!last || FUNCTION_WORDS.has(last.word)) return false
  return tokens.every((token, i) => {
    const before = tokens[i - 1]
    return !before || /^[ ,'/-]{1,3}$|^\. $/.test(plain.slice(before.end, token.start))
  })
}
