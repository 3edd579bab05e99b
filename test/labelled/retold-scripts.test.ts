import { describe, expect, test } from 'vitest'
import { gistOf } from '../../functions/domain/scripts/gist.ts'
import { readLabelled } from './read-labelled.ts'

type Retelling = { set: string; script: string; language: string; gist: string | undefined }

const rows: Retelling[] = readLabelled<'set' | 'script' | 'language' | 'text'>('retold-scripts').map(
  ({ set, script, language, text }) => ({ set, script, language, gist: gistOf(text) }),
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

function measure(set: string, languages: string): { precision: number; recall: number } {
  const asked = pairs.filter(
    ([a, b]) => a.set === set && (languages === 'any' || [a.language, b.language].toSorted().join(' ') === languages),
  )
  const linked = asked.filter(([a, b]) => a.gist !== undefined && a.gist === b.gist)
  const right = linked.filter(([a, b]) => a.script === b.script).length
  return { precision: right / linked.length, recall: right / asked.filter(([a, b]) => a.script === b.script).length }
}
