import { plainText } from '../plain-text.ts'
import { CLAIMS } from './claims.ts'
import { CONCEPTS } from './concepts.ts'
import { type Claim, readClaims } from './read-claims.ts'
import { Concepts, wordsOf } from './terms.ts'
import { TOPICS } from './topics.ts'

const MAX_READ = 5000
/** A text that never says that it is about an election must say more. */
const ABOUT_ELECTIONS = 2
const ENOUGH = 5
/** Less than any claim. */
const OF_A_TOPIC = 3
/** Claims that begin so are told apart by their last word alone: where two are equally plain, either is a guess. */
const KIN = /^\w+-\w+/

/** Read with the first text: that takes some milliseconds, which whoever only imports this does not pay. */
let tables: { concepts: Concepts; claims: Claim[] } | undefined

/**
 * What a message claimed, retold in English or French, as a slug that is the same in both languages and for every retelling.
 * Nothing where no claim is plain, or two are equally so.
 */
export function gistOf(text: string): string | undefined {
  return readMessage(text).gist
}

/** The gist of a message, and all concepts that it speaks of, by their names in `CONCEPTS` and `TOPICS`. */
export function readMessage(text: string): { gist: string | undefined; concepts: ReadonlySet<string> } {
  tables ??= readTables()
  const concepts = tables.concepts.in(wordsOf(plainText(text, MAX_READ)))
  return { gist: plainestOf(tables.claims, concepts), concepts }
}

function plainestOf(claims: Claim[], told: Set<string>): string | undefined {
  const context = told.has('election') ? ABOUT_ELECTIONS : 0
  const [first, second] = bestFirst(claims, told)
  if (!first || first.score + context < ENOUGH) return undefined
  return second?.score === first.score && areKin(first.slug, second.slug) ? undefined : first.slug
}

function readTables(): { concepts: Concepts; claims: Claim[] } {
  const topics = TOPICS.trim()
    .split('\n')
    .map((line) => line.split(':', 1)[0]!)
  const claims = [CLAIMS.trim(), ...topics.map((topic) => `${topic}: ${topic}=${OF_A_TOPIC}`)].join('\n')
  return { concepts: new Concepts(CONCEPTS.trim() + TOPICS), claims: readClaims(claims) }
}

function areKin(one: string, other: string): boolean {
  const kind = KIN.exec(one)?.[0]
  return kind !== undefined && kind === KIN.exec(other)?.[0]
}

/** What speaks for each claim by the best of its lines. */
function bestFirst(claims: Claim[], told: Set<string>): { slug: string; score: number }[] {
  const scores = new Map<string, number>()
  for (const { slug, score } of claims) scores.set(slug, Math.max(scores.get(slug) ?? 0, score(told)))
  return [...scores].map(([slug, score]) => ({ slug, score })).toSorted((a, b) => b.score - a.score)
}
