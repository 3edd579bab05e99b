import { expect, test } from 'vitest'
import { normaliseCallerId } from '../../functions/domain/caller-id.ts'
import { readLabelled } from './read-labelled.ts'

const PARTS = ['kind', 'e164', 'country', 'extension', 'second', 'signs'] as const
const rows = readLabelled<(typeof PARTS)[number] | 'text'>('caller-ids')

test('of the labelled caller IDs 99 in a hundred are put in their normal form, with every part and sign', () => {
  const wrong = rows.flatMap((row) => {
    const { signs, ...normal } = normaliseCallerId(row.text)
    const read: Record<string, string | undefined> = { ...normal, signs: signs.toSorted().join(' ') }
    const faults = PARTS.filter((part) => (read[part] ?? '') !== row[part])
    return faults.length > 0 ? [{ ...row, read, faults }] : []
  })
  expect(rows.length).toBeGreaterThanOrEqual(250)
  expect(new Set(rows.map(({ difficulty }) => difficulty)).size).toBeGreaterThanOrEqual(40)
  expect({ wrong, isKept: wrong.length <= rows.length / 100 }).toMatchObject({ isKept: true })
})
