import { type Features, similarity } from '../text-features.ts'
import type { LevelOf } from './match-weights.ts'

/** The words of one field, and the language that the report said it is in. */
export type Told = { words: Features | undefined; language: string | undefined; gist?: string | undefined }

/** Shorter texts have nothing in common by chance, and everything by chance. */
const BRIEF = 4
const MOSTLY = 0.5
const HALF = 0.3
const PARTLY = 0.15
const HARDLY = 0.05

/** How two messages agree. Retold in other words, briefly or in the other language, they say nothing against each other. */
export function compareMessages(a: Told, b: Told): LevelOf<'message'> | undefined {
  if (!a.words || !b.words) return undefined
  const alike = similarity(a.words, b.words)
  if (alike === 1) return 'identical'
  if (alike >= HALF) return alike >= MOSTLY ? 'mostly' : 'half'
  if (a.gist && a.gist === b.gist) return 'sameClaim'
  if (alike >= PARTLY) return 'partly'
  return alike >= HARDLY || isBrief(a, b) || areTranslations(a, b) ? undefined : 'different'
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
