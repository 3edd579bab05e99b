import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { resolveRiding } from '../../../functions/domain/ridings/resolve-riding.ts'
import { ridingKey } from '../../../functions/domain/ridings/riding-normal.ts'
import { REPRESENTATION_ORDERS, type Riding, ridingById, ridingsOf } from '../../../functions/domain/ridings/riding.ts'
import { ridingIndex, sortedKey } from '../../../functions/domain/ridings/riding-index.ts'

const ALL = REPRESENTATION_ORDERS.flatMap((order) => ridingsOf(order))
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '')
const SPELLINGS: Record<string, (name: string) => string> = {
  'as it is': (name) => name,
  'in capitals': (name) => name.toUpperCase(),
  'without accents and dashes': (name) => plain(name).replace(/[—-]/g, ' '),
  'with hyphens': (name) => name.replaceAll('—', '-'),
  'with decomposed accents and curly apostrophes': (name) => name.normalize('NFD').replaceAll("'", '’'),
  'with Saint written out': (name) => name.replaceAll('St.', 'Saint').replaceAll('Ste.', 'Sainte'),
  'run together': (name) => name.replace(/[—\s-]/g, ''),
  'with its parts joined by &': (name) => name.replaceAll('—', ' & '),
}

describe('each of the 989 ridings, in English and French', () => {
  test.each(Object.entries(SPELLINGS))('%s', (_, spell) => {
    expect(ALL).toHaveLength(989)
    expect(ALL.flatMap((riding) => unresolved(riding, spell))).toEqual([])
  })

  test('in "riding of" and "circonscription de", with its province', () => {
    const english = (name: string, { province }: Riding) => `the riding of ${name}, ${province}`
    const french = (name: string, { province }: Riding) => `circonscription de ${name} (${province})`
    expect([english, french].flatMap((spell) => ALL.flatMap((riding) => unresolved(riding, spell, true)))).toEqual([])
  })

  test('by number', () => {
    const resolved = ALL.map(({ number, order }) => resolveRiding(number, { order }).id)
    expect(resolved).toEqual(ALL.map(({ id }) => id))
  })

  test('by its id, whatever the order asked for', () => {
    expect(ALL.map(({ id }) => resolveRiding(id, { order: '2003' }).id)).toEqual(ALL.map(({ id }) => id))
  })
})

/** The names of a riding that are not resolved to it; two official names are shared, and need a province. */
function unresolved(riding: Riding, spell: (name: string, riding: Riding) => string, hasPlace = false): string[] {
  const isShared = !hasPlace && ['Saint-Jean', 'Québec'].includes(riding.name.en)
  const texts = [riding.name.en, riding.name.fr].map((name) => spell(name, riding))
  return texts.filter((text) => resolveRiding(text, { order: riding.order }).id !== (isShared ? undefined : riding.id))
}

test('no two ridings of an order have a name in common, with the words in any order', () => {
  const names = REPRESENTATION_ORDERS.flatMap((order) => [...ridingIndex(order).byWords.values()])
  const shared = names.filter((alike) => new Set(alike.map(({ riding }) => riding)).size > 1)
  expect(shared.map((alike) => sortedKey(alike[0]!.words))).toEqual([])
})

const ambiguous = ['Toronto', 'London', 'Saint-Jean', 'Peel', 'Guelph area', 'Guelph, BC', 'Guelph or Cambridge', 'not Guelph', '35999', 'Cranbrook', 'Lancaster', 'Summerland', 'Corner Brook', 'Montréal', 'downtown'] // prettier-ignore
describe('what is not sure is not guessed', () => {
  test.each(ambiguous)('%s', (text) => {
    for (const order of REPRESENTATION_ORDERS) {
      const normal = resolveRiding(text, { order })
      expect(normal).toMatchObject({ order, confidence: 0 })
      expect(ridingKey(normal)).toBe('RIDING#unresolved')
    }
  })

  test('the candidates are told, the likeliest first, and the province on which they agree', () => {
    expect(named(resolveRiding('London', { order: '2003' }).candidates)).toEqual([
      'London West',
      'London—Fanshawe',
      'London North Centre',
      'Elgin—Middlesex—London',
    ])
    expect(resolveRiding('London', { order: '2003' }).province).toBe('ON')
    expect(named(resolveRiding('Guelph area', { order: '2003' }).candidates)).toEqual(['Guelph'])
    expect(resolveRiding('Saint-Jean', { order: '2003' })).not.toHaveProperty('province')
    expect(named(resolveRiding('Saint-Jean', { order: '2003' }).candidates)[0]).toBe('Saint-Jean')
  })

  test.each([
    ['Vancouver West', '2003'],
    ['Calgary North', '2003'],
    ['Edmonton North', '2023'],
    ['Vancouver Island', '2003'],
    ['Île de Vancouver', '2003'],
  ] as const)('a direction is said whole, and where it stands in the name: %s', (text, order) =>
    expect(resolveRiding(text, { order }).id).toBeUndefined(),
  )

  test.each([
    'ville de québec', 'Québec (ville)', 'Perth, Ontario', 'Prescott', 'Thompson', 'Trail', 'Assiniboia', 'Saint-Georges', 'Barrington',
    'Sunbury', 'Hilton', 'Grant', 'Sea', 'Sky', 'Island', 'Creek', 'Township', 'Random', 'Pierre', '35027 or 35028',
  ])('a word that is also another place, or any place, says no riding: %s', (text) => {
    for (const order of REPRESENTATION_ORDERS) expect(resolveRiding(text, { order }).id).toBeUndefined()
  }) // prettier-ignore

  test.each([
    ['Edmonton NE', 'AB'], ['on Salt Spring', undefined], ['Glace Bay CB', undefined], ['Quebec Street Vancouver', undefined],
    ['Saint-Jean (N.-B.)', 'NB'], ['Saint-Jean (T.-N.-L.)', 'NL'], ['somewhere in Halifax, N.-É.', 'NS'], ['Ontario: downtown', 'ON'], ['Guelph, BC', undefined],
  ] as const)('a province is only taken from what says one: %s', (text, province) => {
    const normal = resolveRiding(text, { order: '2023' })
    expect([normal.id, normal.province]).toEqual([undefined, province])
  }) // prettier-ignore

  test('a province beside it decides, where it can', () => {
    expect(resolveRiding('Saint-Jean', { order: '2003', province: 'QC' }).id).toBe('ocd-division/country:ca/ed:24064')
    expect(resolveRiding('Saint-Jean (Québec)', { order: '2003' }).method).toBe('name')
    expect(resolveRiding('Windsor', { order: '2003', province: 'NL' }).id).toBe('ocd-division/country:ca/ed:10002')
  })
})

describe('how it was found is told', () => {
  test.each([
    ['35027', 'number'],
    ['Guelph', 'name'],
    ['Clarington—Scugog—Uxbridge', 'alias'],
    ['Kitchner—Watterloo', 'close'],
    ['High Park', 'close'],
    ['Y1A 2B3', 'postal'],
    ['I do not know', 'none'],
  ])('%s: %s', (text, method) =>
    expect(resolveRiding(text, { order: '2003' })).toMatchObject({ order: '2003', method }),
  )

  test('and what is less like the name is less sure', () => {
    const confidence = (text: string) => resolveRiding(text, { order: '2003' }).confidence
    const falling = ['Kitchener—Waterloo', 'Waterloo Kitchener', 'Kitchener—Watterloo', 'Kitchner—Watterloo', 'Toronto'].map(confidence) // prettier-ignore
    expect(falling).toEqual(falling.toSorted((a, b) => b! - a!))
    expect(falling[0]).toBe(1)
  })
})

test.each([
  ['N1G 4X2', 'ON'], ['N1G', 'ON'], ['H2X', 'QC'], ['A0P', 'NL'], ['T5J', 'AB'], ['K1A 0A6', undefined],
])('the postal code %s says the province %s, and no riding: there is no table of them', (text, province) => {
  const { id, method, candidates, note, ...rest } = resolveRiding(text, { order: '2013' })
  expect({ id, method, candidates, note, province: rest.province }).toEqual({ id: undefined, method: 'postal', candidates: [], note: 'no-postal-table', province }) // prettier-ignore
}) // prettier-ignore

test('the order is that of the vote of the call', () => {
  const orders = ['2011-05-02', '2015-08-01', '2015-08-02', '2025-03-22', '2025-03-23', '2015-08'].map((date) => resolveRiding('Guelph', { date }).order) // prettier-ignore
  expect(orders).toEqual(['2003', '2003', '2013', '2013', '2023', '2003'])
})

test('a slip of the keyboard leads to the right riding or to none, in 995 of a thousand', () => {
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  const slip = fc.record({
    riding: fc.constantFrom(...ALL.filter(({ name }) => name.en.length > 4)),
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    how: fc.constantFrom('lost', 'doubled', 'swapped', 'wrong', 'added'),
    letter: fc.constantFrom(...Array.from(letters)),
  })
  const slips = fc.sample(slip, { numRuns: 10_000, seed: 2011 })
  const outcomes = slips.map(({ riding, at, how, letter }) => {
    const name = riding.name.en
    const i = Math.floor(at * name.length)
    const [before, here, next, after] = [name.slice(0, i), name[i]!, name[i + 1] ?? '', name.slice(i + 2)]
    const texts: Record<string, string> = {
      lost: before + next + after,
      doubled: before + here + here + next + after,
      swapped: before + next + here + after,
      wrong: before + letter + next + after,
      added: before + letter + here + next + after,
    }
    const { id } = resolveRiding(texts[how]!, { order: riding.order })
    return { text: texts[how]!, right: riding.id, id }
  })
  const given = outcomes.filter(({ id }) => id !== undefined)
  const wrong = given.filter(({ id, right }) => id !== right)
  expect({ wrong, isRare: wrong.length <= given.length / 200 }).toMatchObject({ isRare: true })
  expect(given.length / outcomes.length).toBeGreaterThan(0.95)
})

test('any text has an answer', () => {
  const order = fc.constantFrom(...REPRESENTATION_ORDERS)
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), order, (text, asked) => {
      const { order: answered, id, candidates } = resolveRiding(text, { order: asked })
      return answered === asked && (id === undefined || candidates.length === 0)
    }),
    { numRuns: 5000 },
  )
})

test.each(['a'.repeat(10_000), 'Guelph '.repeat(1500), 'e\u0301'.repeat(5000), `G${'\u0301'.repeat(9999)}uelph`, '\u202eGuelph\u200b'.repeat(800), '🗳️'.repeat(2500), '—'.repeat(10_000), 'saint '.repeat(1700), `${'st. '.repeat(40)}jean`, '(((((a+)+)+)+'.repeat(700), 'circonscription '.repeat(600), '35027'.repeat(2000), 'N1G '.repeat(2500), 'north east '.repeat(900), '﷽'.repeat(3000), 'kitchenerr '.repeat(18)])(
  'ten thousand characters take at most five milliseconds: %#',
  (text) => {
    resolveRiding(text, { order: '2003' })
    const took = Array.from({ length: 5 }, () => {
      const start = performance.now()
      resolveRiding(text, { order: '2003' })
      return performance.now() - start
    })
    expect(Math.min(...took)).toBeLessThan(5)
  },
) // prettier-ignore

function named(ids: string[]): string[] {
  return ids.map((id) => ridingById(id)!.name.en)
}
