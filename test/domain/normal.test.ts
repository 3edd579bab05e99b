import { expect, test } from 'vitest'
import { callerKey, normaliseCallerId } from '../../functions/domain/caller-id.ts'
import { orderOfDay, resolveRiding, ridingById, ridingKey } from '../../functions/domain/riding.ts'

test.each(['(450) 555-0146', '450.555.0146', '+1 450 555 0146', '14505550146', 'Elections Canada 450-555-0146'])(
  '%s is one caller ID',
  (text) => expect(callerKey(normaliseCallerId(text))).toBe('CALLER#+14505550146'),
)

test.each([
  ['Private', 'withheld'],
  ['numéro masqué', 'withheld'],
  ['PRIVÉ', 'withheld'],
  ['Unknown', 'unavailable'],
  ['inconnu', 'unavailable'],
  ['out of area', 'unavailable'],
  ['000-000-0000', 'invalid'],
  ['they never said', 'invalid'],
  ['', 'invalid'],
])('%s is %s', (text, kind) => expect(callerKey(normaliseCallerId(text))).toBe(`CALLER#${kind}`))

test("the reporter's own number is never a caller ID", () => {
  expect(normaliseCallerId('', ['same-line'])).toEqual({ kind: 'invalid', signs: ['same-line'] })
})

test.each([
  ['Guelph', '2003', 'ocd-division/country:ca/ed:35027'],
  ['35027', '2003', 'ocd-division/country:ca/ed:35027'],
  ['guelph', '2013', 'ocd-division/country:ca/ed:35032-2013'],
  ['Guelph', '2023', 'ocd-division/country:ca/ed:35033-2023'],
  ['Kitchener—Waterloo', '2003', 'ocd-division/country:ca/ed:35039'],
  ['Kitchener - Waterloo', '2003', 'ocd-division/country:ca/ed:35039'],
] as const)('%s under the order of %s is %s', (text, order, id) => expect(resolveRiding(text, order).id).toBe(id))

test('the English and the French name are one riding', () => {
  const { id } = resolveRiding('Vancouver South', '2003')
  expect(resolveRiding('Vancouver-Sud', '2003').id).toBe(id)
  expect(ridingById(id!)?.province).toBe('BC')
})

test('what is not exactly a riding is not guessed', () => {
  expect(ridingKey(resolveRiding('Guelph area', '2003'))).toBe('RIDING#unresolved')
})

test('the order is that of the vote of the call', () => {
  expect(['2011-05-02', '2015-08-01', '2015-08-02', '2025-03-23'].map(orderOfDay)).toEqual([
    '2003',
    '2003',
    '2013',
    '2023',
  ])
})
