import { rarityOf } from '../scripts/concept-rarity.ts'
import { type Features, similarity } from '../text-features.ts'
import type { LevelOf } from './match-weights.ts'
import type { Prepared } from './prepare-report.ts'
import { withoutFieldWords } from './field-words.ts'

/** The words of one field, and the language that the report said it is in. */
export type Told = { words: Features | undefined; language: string | undefined }

/** Shorter texts have nothing in common by chance, and everything by chance. */
const BRIEF = 4
const MOSTLY = 0.5
const HALF = 0.3
const PARTLY = 0.15
const HARDLY = 0.05
/** Bits of rarity of what two messages both speak of. */
const MUCH = 8
const SOME = 5
const LITTLE = 4

/**
 * How two messages agree: in their words, and in what they speak of, which is the same in other words and in the other language.
 * What has a field of its own, as when the call came, is compared there.
 */
export function compareMessages(a: Prepared, b: Prepared): LevelOf<'message'> | undefined {
  const [x, y] = [withoutFieldWords(a.words.message), withoutFieldWords(b.words.message)]
  if (!x?.length || !y?.length) return undefined
  const alike = similarity(x, y)
  if (alike === 1) return 'identical'
  if (alike >= MOSTLY) return 'mostly'
  const common = rarity(a.concepts.filter((concept) => b.concepts.includes(concept)))
  if (common >= MUCH) return 'sameStory'
  if (alike >= HALF) return 'half'
  if (common >= SOME) return 'likeStory'
  const areClaimsPlain = Boolean(a.facts.gist && b.facts.gist)
  if (areClaimsPlain && a.facts.gist === b.facts.gist) return 'sameClaim'
  if (alike >= PARTLY) return 'partly'
  if (common >= LITTLE) return areClaimsPlain ? undefined : 'rareThing'
  if (common > 0) return areClaimsPlain ? 'otherThing' : undefined
  const told = Math.min(rarity(a.concepts), rarity(b.concepts))
  if (told > 0 && areClaimsPlain) return 'otherClaim'
  if (told > 0) return compareOthers(alike, told)
  const said = { words: x, language: a.facts.language }
  const other = { words: y, language: b.facts.language }
  return alike >= HARDLY || isBrief(said, other) || areTranslations(said, other) ? undefined : 'different'
}

/** How two messages agree that speak of other things: the more they tell, and the fewer words they share, the less. */
function compareOthers(alike: number, told: number): LevelOf<'message'> | undefined {
  if (alike >= HARDLY) return told >= SOME ? 'otherThing' : undefined
  return told >= SOME ? 'otherStory' : 'otherThing'
}

function rarity(concepts: readonly string[]): number {
  return concepts.reduce((bits, concept) => bits + rarityOf(concept), 0)
}

/** How two names agree: of a place, of whoever the caller said to be. */
export function compareNames(a: Told, b: Told): LevelOf<'claimedToBe' | 'pollingPlace'> | undefined {
  if (!a.words || !b.words) return undefined
  const alike = similarity(a.words, b.words)
  if (alike > 0) return alike >= MOSTLY ? 'same' : 'partly'
  return areTranslations(a, b) ? undefined : 'different'
}

/** Whether a text holds most of what the other report has a field for. That it does not says nothing. */
export function isToldIn(text: Features | undefined, words: Features | undefined): boolean {
  if (!text || !words || words.length === 0) return false
  const told = new Set(text)
  return words.filter((word) => told.has(word)).length >= MOSTLY * words.length
}

function isBrief(a: Told, b: Told): boolean {
  return Math.min(a.words?.length ?? 0, b.words?.length ?? 0) < BRIEF
}

/** May be: of most reports nobody knows the language. */
function areTranslations(a: Told, b: Told): boolean {
  return !a.language || a.language.slice(0, 2) !== b.language?.slice(0, 2)
}
