import { expect, test } from 'vitest'
import { suggestRidings } from '../../functions/suggest-ridings/suggest-ridings.ts'

const now = () => new Date('2026-05-01T12:00:00Z')

test('a suggestion has what a form needs: the id to send, the names to show, number and province', () => {
  expect(suggestRidings({ q: 'guel', order: '2003' }, { now })).toEqual({
    order: '2003',
    rows: [
      {
        id: 'ocd-division/country:ca/ed:35027',
        number: '35027',
        name: { en: 'Guelph', fr: 'Guelph' },
        province: 'ON',
      },
    ],
  })
})

test('the order is the one asked for, or that of a day, or that of today', () => {
  const order = (parameters: Record<string, string>) => suggestRidings(parameters, { now }).order
  expect([order({ order: '2013' }), order({ date: '2011-05-02' }), order({})]).toEqual(['2013', '2003', '2023'])
})

test.each([
  [{ q: 'x'.repeat(201) }, '/q', 'too-long'],
  [{ order: '1996' }, '/order', 'not-an-option'],
  [{ date: 'yesterday' }, '/date', 'not-a-date'],
  [{ limit: '3' }, '', 'unknown-field'],
])('%j is refused', (parameters, pointer, code) => {
  expect(() => suggestRidings(parameters, { now })).toThrow(
    expect.objectContaining({ problem: 'invalid-query', errors: [expect.objectContaining({ pointer, code })] }),
  )
})
