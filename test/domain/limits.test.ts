import { expect, test } from 'vitest'
import { isWithin, type Limits, narrowTo, readLimits } from '../../functions/domain/limits.ts'
import { PROBLEM_TITLES } from '../../functions/domain/problem-texts.ts'
import { STATS_PATHS, STATS_QUERIES, type StatsTable } from '../../functions/domain/stats-query.ts'

const GUELPH = 'ocd-division/country:ca/ed:35027'
const VANCOUVER = 'ocd-division/country:ca/ed:59034'

test('groups spell provinces and ridings of any order; no group is no limit', () => {
  expect(readLimits([])).toBeUndefined()
  expect(readLimits(['province:ON', 'riding:35027', 'riding:35032-2013'])).toEqual({
    provinces: ['ON'],
    ridings: [GUELPH, 'ocd-division/country:ca/ed:35032-2013'],
  })
})

test.each([
  'province:XX',
  'province:on',
  'province:',
  'province',
  'riding:99999',
  'riding:35027-2023x',
  'admins',
  '',
  '"province:ON"',
])('a group that is no limit refuses everything: %j', (group) => {
  expect(() => readLimits(['province:ON', group])).toThrow('unknown-limit')
})

test('a riding lies within by itself or by its province; an unresolved one lies nowhere', () => {
  const limits: Limits = { provinces: ['BC'], ridings: [GUELPH] }
  expect(isWithin(limits, { id: GUELPH, province: 'ON' })).toBe(true)
  expect(isWithin(limits, { id: VANCOUVER, province: 'BC' })).toBe(true)
  expect(isWithin(limits, { id: 'ocd-division/country:ca/ed:35032-2013', province: 'ON' })).toBe(false)
  expect(isWithin(limits, { id: 'unresolved' })).toBe(false)
  expect(isWithin(undefined, { id: 'unresolved' })).toBe(true)
})

const ONTARIO: Limits = { provinces: ['ON'], ridings: [] }
const ONE_RIDING: Limits = { provinces: [], ridings: [GUELPH] }
const TWO: Limits = { provinces: ['ON', 'QC'], ridings: [] }

test.each<[Limits | undefined, StatsTable, object, object]>([
  [undefined, 'caller-ids', { kind: 'live' }, { kind: 'live' }],
  [ONTARIO, 'summary', {}, { province: 'ON' }],
  [ONTARIO, 'summary', { province: 'ON', kind: 'live' }, { province: 'ON', kind: 'live' }],
  [ONTARIO, 'timeline', { interval: 'hour' }, { interval: 'hour', province: 'ON' }],
  [ONTARIO, 'timeline', { riding: GUELPH }, { riding: GUELPH }],
  [ONTARIO, 'timeline', { mention: '2012-02-23' }, { mention: '2012-02-23', province: 'ON' }],
  [ONTARIO, 'ages', {}, { province: 'ON' }],
  [ONTARIO, 'ridings', {}, {}],
  [undefined, 'ages', { script: 'scr_1' }, { script: 'scr_1' }],
  [ONE_RIDING, 'ridings', { riding: GUELPH }, { riding: GUELPH }],
  [ONE_RIDING, 'timeline', {}, { riding: GUELPH }],
  [TWO, 'summary', { province: 'QC' }, { province: 'QC' }],
])('%j lets %s be asked for %j, as %j', (limits, table, asked, narrowed) => {
  expect(narrowTo(limits, table, asked as Record<string, string>)).toEqual(narrowed)
})

test.each<[Limits, StatsTable, object]>([
  [ONTARIO, 'caller-ids', {}],
  [ONTARIO, 'scripts', {}],
  [ONTARIO, 'sources', {}],
  [ONTARIO, 'caller-id', {}],
  [ONTARIO, 'list-source', {}],
  [ONTARIO, 'earlier-polls', {}],
  [ONTARIO, 'odds-ratios', {}],
  [ONTARIO, 'ages', { province: 'BC' }],
  [ONTARIO, 'ages', { script: 'scr_1' }],
  [ONTARIO, 'ages', { script: 'scr_1', province: 'ON' }],
  [ONE_RIDING, 'ages', {}],
  [ONTARIO, 'summary', { province: 'BC' }],
  [ONTARIO, 'summary', { province: 'ALL' }],
  [ONTARIO, 'ridings', { province: 'BC' }],
  [ONTARIO, 'ridings', { riding: VANCOUVER }],
  [ONTARIO, 'ridings', { riding: 'unresolved' }],
  [ONTARIO, 'timeline', { riding: VANCOUVER }],
  [ONTARIO, 'timeline', { province: 'ON', riding: VANCOUVER }],
  [ONTARIO, 'timeline', { riding: `${GUELPH}#` }],
  [ONE_RIDING, 'summary', {}],
  [ONE_RIDING, 'summary', { province: 'ON' }],
  [ONE_RIDING, 'timeline', { province: 'ON' }],
  [TWO, 'summary', {}],
  [TWO, 'timeline', {}],
  [ONTARIO, 'timeline', { script: 'scr_1' }],
  [ONTARIO, 'timeline', { callerId: '+14505550146' }],
  [ONE_RIDING, 'timeline', { riding: GUELPH, callerId: '' }],
])('%j does not reach %s with %j', (limits, table, asked) => {
  expect(() => narrowTo(limits, table, asked as Record<string, string>)).toThrow('outside-limits')
})

/** The tables of which this can be named, and which can be asked for within limits when it is. */
function openTables(limits: Limits, named: Record<string, string>): string[] {
  return (Object.keys(STATS_PATHS) as StatsTable[]).filter((table) => {
    if (Object.keys(named).some((name) => !(name in STATS_QUERIES[table].def.shape))) return false
    try {
      return narrowTo(limits, table, named) !== undefined
    } catch {
      return false
    }
  })
}

test('who is refused reads in either language which tables there are, and what to name: no more, and no less', () => {
  const tables = Object.keys(STATS_PATHS)
  const ofProvince = openTables(TWO, { province: 'ON' })
  const ofRiding = openTables(ONE_RIDING, { riding: GUELPH })
  for (const text of Object.values(PROBLEM_TITLES['outside-limits'])) {
    const [, anyhow = '', named = '', riding = ''] = /\. (.*); (.*) \(province=\); (.*) \(riding=\)\./.exec(text) ?? []
    const namedIn = (words: string) => tables.filter((table) => new RegExp(`(?<![\\w-])${table}(?![\\w-])`).test(words))
    expect(namedIn(anyhow)).toEqual(openTables(TWO, {}))
    expect(namedIn(`${anyhow} ${named}`)).toEqual(ofProvince)
    expect([...namedIn(anyhow), ...namedIn(riding)].toSorted()).toEqual(ofRiding.toSorted())
  }
})
