import { describe, expect, test } from 'vitest'
import { suggestRidings } from '../../../functions/domain/ridings/suggest-ridings.ts'

const names = (typed: string) => suggestRidings(typed, '2003').map(({ name }) => name.en)

describe('the riding that somebody begins to write is offered', () => {
  test.each([
    ['guel', 'Guelph'],
    ['Québ', 'Québec'],
    ['queb', 'Québec'],
    ['saint-lam', 'Saint-Lambert'],
    ['ste-marie', 'Laurier—Sainte-Marie'],
    ['high p', 'Parkdale—High Park'],
    ['Vancouver-Es', 'Vancouver East'],
    ['île de v', 'Vancouver Island North'],
    ['35027', 'Guelph'],
    ['Western Arc', 'Northwest Territories'],
    ['Kitchner Waterloo', 'Kitchener—Waterloo'],
    ['Y1A', 'Yukon'],
  ])('%s: %s', (typed, first) => expect(names(typed)[0]).toBe(first))
})

test('names that begin so come before those that hold it, and never more than twenty', () => {
  expect(names('st')[0]).toMatch(/^Saint/)
  const toronto = names('toronto')
  expect(toronto.slice(0, 2)).toEqual(['Toronto Centre', 'Toronto—Danforth'])
  expect(names('e').length).toBe(20)
})

test.each(['', ' ', '—', 'zzz', 'x'.repeat(200), '\u0301'])('%j offers nothing', (typed) =>
  expect(names(typed)).toEqual([]),
)
