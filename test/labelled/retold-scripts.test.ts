import { describe, expect, test } from 'vitest'
import { gistOf } from '../../functions/domain/scripts/gist.ts'
import { readLabelled } from './read-labelled.ts'

type Retelling = { script: string; language: string; gist: string | undefined }

const rows: Retelling[] = readLabelled<'script' | 'language' | 'text'>('retold-scripts').map(
  ({ script, language, text }) => ({ script, language, gist: gistOf(text) }),
)
const pairs = rows.flatMap((one, i) => rows.slice(i + 1).map((other) => [one, other] as const))

describe('of the labelled retellings of calls', () => {
  test('there are many, of many scripts, in both languages', () => {
    expect(rows.length).toBeGreaterThanOrEqual(400)
    expect(new Set(rows.map(({ script }) => script)).size).toBeGreaterThanOrEqual(19)
    expect(rows.filter(({ language }) => language === 'fr').length).toBeGreaterThanOrEqual(150)
  })

  test.each([
    { languages: 'en fr', precision: 0.98, recall: 0.92 },
    { languages: 'en en', precision: 0.98, recall: 0.9 },
    { languages: 'fr fr', precision: 0.98, recall: 0.94 },
    { languages: 'any', precision: 0.98, recall: 0.92 },
  ])('pairs ($languages) that share a gist are of one script, and most pairs of one script share it', (bound) => {
    const { precision, recall } = measure(bound.languages)
    console.log(`${bound.languages}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`)
    expect(precision).toBeGreaterThanOrEqual(bound.precision)
    expect(recall).toBeGreaterThanOrEqual(bound.recall)
  })
})

function measure(languages: string): { precision: number; recall: number } {
  const asked = pairs.filter(
    ([a, b]) => languages === 'any' || [a.language, b.language].toSorted().join(' ') === languages,
  )
  const linked = asked.filter(([a, b]) => a.gist !== undefined && a.gist === b.gist)
  const right = linked.filter(([a, b]) => a.script === b.script).length
  return { precision: right / linked.length, recall: right / asked.filter(([a, b]) => a.script === b.script).length }
}
