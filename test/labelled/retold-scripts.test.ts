import { describe, expect, test } from 'vitest'
import { rarityOf } from '../../functions/domain/scripts/concept-rarity.ts'
import { readMessage } from '../../functions/domain/scripts/gist.ts'
import { readLabelled } from './read-labelled.ts'

type Retelling = {
  set: string
  script: string
  language: string
  gist: string | undefined
  concepts: ReadonlySet<string>
}

const rows: Retelling[] = readLabelled<'set' | 'script' | 'language' | 'text'>('retold-scripts').map(
  ({ set, script, language, text }) => ({ set, script, language, ...readMessage(text) }),
)
// Each set was written apart from the others, and has scripts that claim what one of another set claims: they are no two messages.
const pairs = rows.flatMap((one, i) =>
  rows
    .slice(i + 1)
    .filter(({ set }) => set === one.set)
    .map((other) => [one, other] as const),
)

describe('of the labelled retellings of calls', () => {
  test('there are many, of many scripts, in both languages', () => {
    expect(rows.length).toBeGreaterThanOrEqual(990)
    expect(new Set(rows.map(({ set, script }) => `${set} ${script}`)).size).toBeGreaterThanOrEqual(69)
    expect(rows.filter(({ language }) => language === 'fr').length).toBeGreaterThanOrEqual(370)
  })

  test.each([
    { set: 'first', languages: 'en fr', precision: 0.99, recall: 0.96 },
    { set: 'first', languages: 'en en', precision: 0.99, recall: 0.95 },
    { set: 'first', languages: 'fr fr', precision: 0.99, recall: 0.96 },
    { set: 'first', languages: 'any', precision: 0.99, recall: 0.96 },
    { set: 'second', languages: 'en fr', precision: 0.99, recall: 0.84 },
    { set: 'second', languages: 'any', precision: 0.99, recall: 0.85 },
    { set: 'third', languages: 'en fr', precision: 0.99, recall: 0.78 },
    { set: 'third', languages: 'any', precision: 0.99, recall: 0.77 },
    { set: 'fourth', languages: 'any', precision: 0.99, recall: 0.6 },
    // No word of it was used for the tables; of four of its six scripts they have the topic.
    { set: 'fifth', languages: 'any', precision: 0.99, recall: 0.35 },
  ])(
    'pairs of the $set set ($languages) that share a gist are of one script, and most pairs of one script share it',
    (bound) => {
      const { precision, recall } = measure(bound.set, bound.languages)
      console.log(`${bound.set}, ${bound.languages}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`)
      expect(precision).toBeGreaterThanOrEqual(bound.precision)
      expect(recall).toBeGreaterThanOrEqual(bound.recall)
    },
  )
})

test('a concept is as rare as few retellings speak of it, and no rarer than one in twenty', () => {
  const told = Map.groupBy(
    rows.flatMap(({ concepts }) => [...concepts]),
    (concept) => concept,
  )
  const off = [...told].filter(([concept, { length }]) => {
    const bits = Math.min(4.5, Math.log2(rows.length / length))
    return Math.abs(rarityOf(concept) - bits) > 0.6
  })
  expect(off.map(([concept]) => concept)).toEqual([])
})

test('of pairs that speak of much in common, nearly all are of one script; of those with nothing in common hardly any', () => {
  const common = pairs.map(([a, b]) => [a.script === b.script, rarity([...a.concepts].filter((one) => b.concepts.has(one)))] as const) // prettier-ignore
  const shareOf = (isSame: boolean, isSo: (bits: number) => boolean) => {
    const asked = common.filter(([same]) => same === isSame)
    return asked.filter(([, bits]) => isSo(bits)).length / asked.length
  }
  for (const [what, isSo] of [
    ['8 bits', (bits: number) => bits >= 8],
    ['5 to 8', (bits: number) => bits >= 5 && bits < 8],
    ['none', (bits: number) => bits === 0],
  ] as const)
    // prettier-ignore
    console.log(`in common, ${what}: m ${shareOf(true, isSo).toFixed(4)}, u ${shareOf(false, isSo).toFixed(4)}`)
  expect(Math.log2(shareOf(true, (bits) => bits >= 8) / shareOf(false, (bits) => bits >= 8))).toBeGreaterThan(5)
  expect(Math.log2(shareOf(true, (bits) => bits >= 5) / shareOf(false, (bits) => bits >= 5))).toBeGreaterThan(3.5)
  expect(Math.log2(shareOf(true, (bits) => bits === 0) / shareOf(false, (bits) => bits === 0))).toBeLessThan(-4)
})

function rarity(concepts: string[]): number {
  return concepts.reduce((bits, concept) => bits + rarityOf(concept), 0)
}

function measure(set: string, languages: string): { precision: number; recall: number } {
  const asked = pairs.filter(
    ([a, b]) => a.set === set && (languages === 'any' || [a.language, b.language].toSorted().join(' ') === languages),
  )
  const linked = asked.filter(([a, b]) => a.gist !== undefined && a.gist === b.gist)
  const right = linked.filter(([a, b]) => a.script === b.script).length
  return { precision: right / linked.length, recall: right / asked.filter(([a, b]) => a.script === b.script).length }
}
