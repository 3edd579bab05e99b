import { expect, test } from 'vitest'
import type { Coordinates } from '../../../functions/domain/cube/coordinates.ts'
import type { Counts } from '../../../functions/domain/cube/exact-cube.ts'
import type { Shown } from '../../../functions/domain/cube/protected-cube.ts'
import { checkEdition } from '../../../functions/domain/dataset/edition.ts'
import { codeBook } from '../../../functions/domain/dataset/code-book.ts'
import { type Row, SUPPRESSED } from '../../../functions/domain/dataset/table.ts'
import { editionOf } from '../../../functions/domain/editions/edition-of.ts'
import { hasMoved } from '../../../functions/domain/editions/edition-state.ts'
import { exactCubeOf } from '../../../functions/domain/editions/exact-cube-of.ts'
import type { Memory } from '../../../functions/domain/protection/memory.ts'
import { protect } from '../../../functions/domain/protection/protect.ts'
import { mostBehind, RULE } from '../../../functions/domain/protection/rule.ts'
import { cubeOf, peopleOf, randomOf } from '../../attacker/populations.ts'
import { rehearsedCounts } from '../../support/rehearsed-counts.ts'
import { worldOf } from '../../support/small-worlds.ts'
import { keyNamed } from '../../support/test-key.ts'

const keyed = keyNamed('editions')
const LOG = [{ edition: '2026-05-01.1', number: 1, asOf: '2026-05-01T12:00:00Z', reason: { en: 'First.', fr: 'Première.' } }] // prettier-ignore
const ABOUT = { event: 'ca-ge-test', edition: 1, asOf: '2026-05-01T12:00:00Z', changes: [] }
const NAMED = { name: '2026-05-01.1', log: LOG, isInvented: false }

function weekly() {
  const { exact } = exactCubeOf({ counts: rehearsedCounts(300, 'edition'), scripts: [] }, { ...ABOUT, isEnough: (_, reporters) => reporters >= 10 }) // prettier-ignore
  return protect(exact, { keyed })
}

function isOfCells({ name }: { name: string }): boolean {
  return !['odds-ratios', 'editions'].includes(name)
}

/** The row of one cell, in the table that lists it. */
function rowOf(at: Coordinates, all: Shown, own: Shown = all): { table: string; row: Row } {
  const { tables } = editionOf({ ...ABOUT, follows: null, rule: RULE, cells: [{ at, all, own }] }, NAMED)
  const [{ name, rows }] = tables.filter((table) => isOfCells(table) && table.rows.length > 0) as [
    (typeof tables)[number],
  ]
  return { table: name, row: rows[0]! }
}

test('an edition of a rehearsed week can be published: every cell of the cube is a row of its own', () => {
  const { cube } = weekly()
  const edition = editionOf(cube, NAMED)
  checkEdition(edition)
  const rows = edition.tables.filter(isOfCells).reduce((sum, table) => sum + table.rows.length, 0)
  expect(rows).toBe(cube.cells.length)
})

test('so is one of every dimension that the cube knows', () => {
  const world = { ...worldOf(8, 4, 900), hasPolls: true }
  const { cube } = protect(cubeOf([...peopleOf(world, randomOf(1))], world), { keyed })
  checkEdition(editionOf(cube, NAMED))
})

test('shown, suppressed, zero and missing are four', () => {
  const shown: Counts = { reports: 20, reporters: 15, complaints: 15 }
  expect(rowOf({}, shown, 'suppressed').row).toMatchObject({ complaints: 15, reporters: 15, reports: 20, 'withoutTemplates.reports': SUPPRESSED }) // prettier-ignore
  expect(rowOf({}, 'zero', 'missing').row).toMatchObject({ complaints: 0, reporters: 0, reports: 0, 'withoutTemplates.complaints': null }) // prettier-ignore
})

test.each<[Coordinates, string, Row]>([
  [{}, 'summary', { election: 'all', kind: 'all', door: 'all' }],
  [{ kind: 'live' }, 'summary', { election: 'all', kind: 'live', door: 'all' }],
  [{ riding: 'ocd-division/country:ca/ed:35027' }, 'ridings', { 'riding.id': 'ocd-division/country:ca/ed:35027', kind: 'all', 'riding.name.en': 'Guelph', 'riding.province': 'ON', 'riding.order': '2003' }],
  [{ riding: 'unresolved' }, 'ridings', { 'riding.id': 'unresolved', 'riding.name.en': null }],
  [{ prefix: '+1450555****' }, 'caller-ids', { prefix: '+1450555****', number: 'all' }],
  [{ caller: '+14505550146' }, 'caller-ids', { prefix: '+1450555****', number: '+14505550146' }],
  [{ day: 'undated' }, 'timeline', { day: 'undated', hour: 'all', province: 'all', 'riding.id': 'all' }],
  [{ hour: 'undated' }, 'timeline', { day: 'all', hour: 'undated' }],
  [{ hour: '2011-05-02T10' }, 'timeline', { day: '2011-05-02', hour: '10', province: 'all' }],
  [{ riding: 'ocd-division/country:ca/ed:35027', day: '2011-05-02' }, 'timeline', { day: '2011-05-02', hour: 'all', province: 'ON', 'riding.id': 'ocd-division/country:ca/ed:35027' }],
  [{ province: 'ON', received: '2026-05-01' }, 'timeline-received', { day: '2026-05-01', hour: 'all', province: 'ON', 'riding.id': 'all' }],
  [{ group: 'misdirected', poll: 'not-asked' }, 'earlier-polls', { group: 'misdirected', poll: 'not-asked', how: 'all', askedBy: 'all', preference: 'all' }],
  [{ group: 'others', pollBy: 'pollster' }, 'earlier-polls', { group: 'others', poll: 'yes', how: 'all', askedBy: 'pollster', preference: 'all' }],
  [{ script: 'scr_A', age: '18-24' }, 'scripts', { script: 'scr_A', province: 'all', age: '18-24', poll: 'all' }],
])('%j is a row of %s', (at, table, row) => {
  expect(rowOf(at, 'zero')).toMatchObject({ table, row })
}) // prettier-ignore

test('the rule is told with its parameters, in both languages', () => {
  const { protection } = editionOf(weekly().cube, NAMED).meta
  for (const text of Object.values(protection)) {
    const numbers = (text.match(/\d+/g) ?? []).map(Number)
    expect(numbers).toEqual(expect.arrayContaining([RULE.version, RULE.reach, RULE.base, RULE.reach + 2, RULE.shownFrom, mostBehind(RULE), mostBehind(RULE) + 1, 100 * RULE.zerosSuppressed, 100 * RULE.redrawn[0]!])) // prettier-ignore
  }
})

test('the code book explains every column in both languages, and never names an owner of a number', () => {
  const edition = editionOf(weekly().cube, NAMED)
  for (const language of ['en', 'fr'] as const) {
    const book = codeBook(edition, language)
    for (const { columns } of edition.tables) for (const { name } of columns) expect(book).toContain(`\`${name}\``)
  }
  expect(codeBook(edition, 'en')).toContain('nothing here says that its owner placed the call')
})

const remembered = (shown: Shown, fingerprint: string): Memory => {
  const one = { shown: { all: shown, own: shown }, counts: [3, 3, 3, 3, 3, 3], redrawnAt: 5 }
  return { event: 'e', edition: 1, cells: { 'kind=live': one }, least: {}, zeros: [], fingerprint }
}
const COUNTS = { reports: 10, reporters: 10, complaints: 10 }

test.each<[Shown, Shown, boolean]>([
  [COUNTS, COUNTS, false],
  [COUNTS, { ...COUNTS, reports: 15 }, true],
  [COUNTS, 'suppressed', true],
  ['suppressed', COUNTS, true],
  // One report does this, and would be seen by the edition that it brings.
  ['zero', 'suppressed', false],
])('from %j to %j: another edition, %j', (before, after, isOther) => {
  expect(hasMoved(remembered(before, 'a'), remembered(after, 'b'))).toBe(isOther)
  // What is drawn anew though nobody came brings no edition by itself.
  expect(hasMoved(remembered(before, 'a'), remembered(after, 'a'))).toBe(false)
})
