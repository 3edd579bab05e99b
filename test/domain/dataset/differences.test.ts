import { expect, test } from 'vitest'
import { differences } from '../../../functions/domain/dataset/differences.ts'
import type { Edition } from '../../../functions/domain/dataset/edition.ts'
import { sayDifferences } from '../../../functions/domain/dataset/say-differences.ts'
import { type Row, SUPPRESSED, type Table } from '../../../functions/domain/dataset/table.ts'
import { EDITION } from '../../support/made-up-edition.ts'
import { madeUp, RIDINGS } from '../../support/made-up-table.ts'

function withRidings(changes: Partial<Table>): Edition {
  return { ...EDITION, tables: [{ ...RIDINGS, ...changes }, EDITION.tables[1]!] }
}

function said(after: Edition, most?: number): string[] {
  return sayDifferences(differences(EDITION, after), most).trimEnd().split('\n')
}

function changed(n: number, facts: Row): Row[] {
  return RIDINGS.rows.with(n, { ...RIDINGS.rows[n]!, ...facts })
}

test('an edition of the same counts differs in nothing, whatever its number, its time and the order of its rows', () => {
  const meta = { ...EDITION.meta, edition: '2026-11-27.1', asOf: '2026-11-27T06:00:00Z' }
  expect(differences(EDITION, { ...withRidings({ rows: RIDINGS.rows.toReversed() }), meta })).toEqual([])
  expect(said(EDITION)).toEqual(['Nothing changed.'])
})

test('each cell that changed is told with what it was, absent or not', () => {
  const rows = changed(0, { complaints: 50, anonymousShare: SUPPRESSED, firstCall: null })
  expect(said(withRidings({ rows }))).toEqual([
    'ridings, complaints: 1 more than before',
    '  ["ocd-division/country:ca/ed:35027"]: 45 → 50',
    'ridings, anonymousShare: 1 suppressed that were shown',
    '  ["ocd-division/country:ca/ed:35027"]: 0.25 → suppressed',
    'ridings, firstCall: 1 missing that were known',
    '  ["ocd-division/country:ca/ed:35027"]: "2011-05-01" → missing',
  ])
})

test('zero, missing and suppressed are three things here too', () => {
  const shown = (facts: Row, n = 2) => said(withRidings({ rows: changed(n, facts) }))[1]
  expect(shown({ complaints: SUPPRESSED })).toBe('  ["unresolved"]: 0 → suppressed')
  expect(shown({ anonymousShare: 0 })).toBe('  ["unresolved"]: missing → 0')
  expect(shown({ note: null })).toBe('  ["unresolved"]: "" → missing')
  expect(said(withRidings({ rows: changed(1, { complaints: 0 }) }))[0]).toBe('ridings, complaints: 1 shown that were suppressed') // prettier-ignore
})

test('rows and tables that came and went are told', () => {
  const rows = [...RIDINGS.rows.slice(1), { ...RIDINGS.rows[0]!, 'riding.id': 'ocd-division/country:ca/ed:24001' }]
  expect(said(withRidings({ rows }))).toEqual([
    'ridings: the row ["ocd-division/country:ca/ed:35027"] is gone',
    'ridings: a new row ["ocd-division/country:ca/ed:24001"]',
  ])
  const timeline = { ...RIDINGS, name: 'timeline' }
  expect(said({ ...EDITION, tables: [RIDINGS, timeline] })).toEqual([
    'summary: the table is gone, 0 rows',
    'timeline: a new table, 3 rows',
  ])
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

test('of many that changed in one way some are named, and all are counted', () => {
  const many = (complaints: number): Partial<Table> => ({
    rows: Array.from({ length: 343 }, (_, n) => ({ ...RIDINGS.rows[0]!, 'riding.id': `riding ${n}`, complaints: complaints + n })), // prettier-ignore
  })
  const text = sayDifferences(differences(withRidings(many(10)), withRidings(many(15))), 2)
  expect(text).toBe(
    'ridings, complaints: 343 more than before\n  ["riding 0"]: 10 → 15\n  ["riding 1"]: 11 → 16\n  … and 341 more\n',
  )
})
