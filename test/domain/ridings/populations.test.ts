import { expect, test } from 'vitest'
import { per100000, populationOf } from '../../../functions/domain/ridings/populations.ts'
import { ridingsOf } from '../../../functions/domain/ridings/riding.ts'

test('every riding of 2013 has its inhabitants, 33,476,688 in all, as the census of 2011 counted; of other orders nobody says', () => {
  const known = ridingsOf('2013').map(({ id }) => populationOf(id))
  expect(known.filter((population) => population !== null && population > 25_000)).toHaveLength(338)
  expect(known.reduce<number>((sum, population) => sum + population!, 0)).toBe(33_476_688)
  expect([...ridingsOf('2003'), ...ridingsOf('2023')].filter(({ id }) => populationOf(id) !== null)).toEqual([])
  expect(populationOf('unresolved')).toBeNull()
})

test('a rate is of 100,000 inhabitants, to one place, and nothing where these are not known', () => {
  expect([per100000(50, 100_000), per100000(5, 81_540), per100000(7, null)]).toEqual([50, 6.1, null])
})
