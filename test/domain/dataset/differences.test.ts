import { expect, test } from 'vitest'
import { differences } from '../../../functions/domain/dataset/differences.ts'
import type { Edition } from '../../../functions/domain/dataset/edition.ts'
import { sayDifferences, sayFirst } from '../../../functions/domain/dataset/say-differences.ts'
import { type Row, SUPPRESSED, type Table } from '../../../functions/domain/dataset/table.ts'
import { EDITION } from '../../support/made-up-edition.ts'
import { madeUp, RIDINGS } from '../../support/made-up-table.ts'

function withRidings(changes: Partial<Table>): Edition {
  return { ...EDITION, tables: [{ ...RIDINGS, ...changes }, EDITION.tables[1]!] }
}

function said(after: Edition, most?: number): string[] {
  return sayDifferences(EDITION, after, most).trimEnd().split('\n')
}

function changed(n: number, facts: Row): Row[] {
  return RIDINGS.rows.with(n, { ...RIDINGS.rows[n]!, ...facts })
}

test('an edition of the same counts differs in nothing, whatever its number, its time and the order of its rows', () => {
  const meta = { ...EDITION.meta, edition: '2026-11-27.1', asOf: '2026-11-27T06:00:00Z' }
  expect(differences(EDITION, { ...withRidings({ rows: RIDINGS.rows.toReversed() }), meta })).toEqual([])
  expect(said(EDITION)).toEqual(['Nothing changed.'])
})

test('a row is told once, with every cell of it that moved and what that was, absent or not', () => {
  const rows = changed(0, { complaints: 50, anonymousShare: SUPPRESSED, firstCall: null })
  expect(said(withRidings({ rows }))).toEqual([
    'ridings, cells: 1 moved, 1 suppressed, 1 missing now',
    '  riding.id=ocd-division/country:ca/ed:35027: complaints 45 → 50, anonymousShare 0.25 → suppressed, firstCall "2011-05-01" → missing', // prettier-ignore
  ])
})

test('zero, missing and suppressed are three things here too', () => {
  const shown = (facts: Row, n = 2) => said(withRidings({ rows: changed(n, facts) }))
  expect(shown({ complaints: SUPPRESSED })[1]).toBe('  riding.id=unresolved: complaints 0 → suppressed')
  expect(shown({ anonymousShare: 0 })[1]).toBe('  riding.id=unresolved: anonymousShare missing → 0')
  expect(shown({ note: null })[1]).toBe('  riding.id=unresolved: note "" → missing')
  expect(shown({ complaints: 0 }, 1)[0]).toBe('ridings, cells: 1 appeared')
  expect(shown({ complaints: 40 }, 0)[0]).toBe('ridings, cells: 1 moved (1 down)')
})

test('rows and tables that came and went are told', () => {
  const rows = [...RIDINGS.rows.slice(1), { ...RIDINGS.rows[0]!, 'riding.id': 'ocd-division/country:ca/ed:24001' }]
  expect(said(withRidings({ rows }))).toEqual([
    'ridings, rows: 1 new, 1 gone',
    '  gone: riding.id=ocd-division/country:ca/ed:35027: complaints 45, anonymousShare 0.25',
    '  new: riding.id=ocd-division/country:ca/ed:24001: complaints 45, anonymousShare 0.25',
  ])
  const timeline = { ...RIDINGS, name: 'timeline' }
  expect(said({ ...EDITION, tables: [RIDINGS, timeline] })).toEqual([
    'summary: the table is gone, 0 rows',
    'timeline: a new table, 3 rows',
  ])
})

test('where a table is divided by one column more, what there was is what the row of all is now', () => {
  const divided = RIDINGS.rows.flatMap((row) => ['all', 'sms'].map((door) => ({ ...row, door })))
  const after = withRidings({
    key: ['riding.id', 'door'],
    columns: [...RIDINGS.columns, madeUp('door')],
    rows: divided,
  })
  const rows = differences(EDITION, after).filter((difference) => 'row' in difference)
  expect(rows.map(({ kind, row }) => [kind, row['door']])).toEqual(RIDINGS.rows.map(() => ['row-added', 'sms']))
})

test('what a column means is told before any number', () => {
  const columns = [
    ...RIDINGS.columns.slice(0, 2),
    { ...RIDINGS.columns[2]!, description: { en: 'Distinct calls.', fr: 'Appels distincts.' } },
    ...RIDINGS.columns.slice(4),
    madeUp('since', { type: 'date' }),
  ]
  const rows = changed(0, { complaints: 50, since: null })
  expect(said(withRidings({ columns, rows })).slice(0, 3)).toEqual([
    'ridings, anonymousShare: the column is gone',
    'ridings, since: a new column',
    'ridings, complaints: description was {"en":"Distinct calls, rounded.","fr":"Appels distincts, arrondis."}, is {"en":"Distinct calls.","fr":"Appels distincts."}', // prettier-ignore
  ])
})

test('another rule of protection is told first of all', () => {
  const after = { ...EDITION, meta: { ...EDITION.meta, protection: { en: 'None.', fr: 'Aucune.' } } }
  expect(said(after)).toEqual(['protection: {"en":"Rounded to 5, from 10 on.","fr":"Arrondi à 5, à partir de 10."} → {"en":"None.","fr":"Aucune."}']) // prettier-ignore
})

test('of many rows that changed some are named, those first that lost a count, and all are counted', () => {
  const many = (by: number): Partial<Table> => ({
    rows: Array.from({ length: 343 }, (_, n) => ({ ...RIDINGS.rows[0]!, 'riding.id': `riding ${n}`, complaints: n === 99 ? 500 - by : 500 + by * n })), // prettier-ignore
  })
  const text = sayDifferences(withRidings(many(1)), withRidings(many(2)), 2)
  expect(text).toBe(
    'ridings, cells: 342 moved (1 down)\n  riding.id=riding 99: complaints 499 → 498\n  riding.id=riding 342: complaints 842 → 1184\n  … and 340 more rows\n',
  )
})

const COUNTS = ['complaints', 'reporters', 'reports']
const COLUMNS = [...COUNTS, ...COUNTS.map((count) => `withoutTemplates.${count}`)].map((name) => madeUp(name, { type: 'integer', isProtected: true })) // prettier-ignore

/** As editions have it: what is counted of all, and by kind; and of a riding, which is named in one table and not in the other. */
function counted([total, text]: [number, number], own = total): Edition {
  const row = (count: number, without = count) => Object.fromEntries(COLUMNS.map(({ name }) => [name, name.includes('.') ? without : count])) // prettier-ignore
  const summary = { ...madeUp.table, name: 'summary', key: ['election', 'kind'], columns: [madeUp('election'), madeUp('kind'), ...COLUMNS] } // prettier-ignore
  const id = 'ocd-division/country:ca/ed:35027'
  const ridings = { ...madeUp.table, name: 'ridings', key: ['riding.id'], columns: [madeUp('riding.id'), madeUp('riding.name.en')] } // prettier-ignore
  const timeline = { ...madeUp.table, name: 'timeline', key: ['day', 'riding.id'], columns: [madeUp('day'), madeUp('riding.id'), ...COLUMNS] } // prettier-ignore
  return {
    ...EDITION,
    tables: [
      { ...summary, rows: [{ election: 'all', kind: 'all', ...row(total, own) }, { election: 'all', kind: 'text', ...row(text) }] }, // prettier-ignore
      { ...ridings, rows: [{ 'riding.id': id, 'riding.name.en': 'Guelph' }] },
      { ...timeline, rows: [{ day: '2011-05-02', 'riding.id': id, ...row(text) }] },
    ],
  }
}

test('the total comes first, rows are named by their columns, ridings by their names, and what is the same without templates is not told twice', () => {
  const text = sayDifferences(counted([150, 20]), counted([2115, 25], 2100))
  expect(text.split('\n')).toEqual([
    'reports 150 → 2115, reporters 150 → 2115, complaints 150 → 2115',
    'summary, cells: 12 moved',
    '  election=all kind=all: complaints 150 → 2115, reporters 150 → 2115, reports 150 → 2115, ' +
      'withoutTemplates.complaints 150 → 2100, withoutTemplates.reporters 150 → 2100, withoutTemplates.reports 150 → 2100',
    '  election=all kind=text: complaints 20 → 25, reporters 20 → 25, reports 20 → 25, likewise withoutTemplates',
    'timeline, cells: 6 moved',
    '  day=2011-05-02 riding.id=ocd-division/country:ca/ed:35027 (Guelph): complaints 20 → 25, reporters 20 → 25, reports 20 → 25, likewise withoutTemplates', // prettier-ignore
    '',
  ])
})

test('the total is told also where it did not move, and of the first edition', () => {
  expect(sayDifferences(counted([150, 20]), counted([150, 25]))).toMatch(/^reports 150 → 150, /)
  expect(sayFirst(counted([150, 20]))).toBe(
    'The first edition.\nreports 150, reporters 150, complaints 150\nsummary: 2 rows\nridings: 1 rows\ntimeline: 1 rows\n', // prettier-ignore
  )
})

test('the same without templates is said only where all of it is', () => {
  const [before, after] = [counted([150, 20]), counted([150, 25])]
  const [summary, ...others] = after.tables as [Table, ...Table[]]
  const rows = [summary.rows[0]!, { ...summary.rows[1]!, 'withoutTemplates.reports': 20 }]
  const text = sayDifferences(before, { ...after, tables: [{ ...summary, rows }, ...others] })
  expect(text.split('\n')[2]).toBe('  election=all kind=text: complaints 20 → 25, reporters 20 → 25, reports 20 → 25, withoutTemplates.complaints 20 → 25, withoutTemplates.reporters 20 → 25') // prettier-ignore
})
