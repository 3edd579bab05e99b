import type { Bilingual, Column, Row, Table } from '../../functions/domain/dataset/table.ts'

/** A column with words for what it needs to have words for. */
export function madeUp(name: string, facts: Partial<Column> = {}): Column {
  return { name, type: 'text', title: said(name), description: said(`What ${name} says`), ...facts }
}
madeUp.table = { name: 'made-up', title: said('Made up'), description: said('A table'), key: ['id'] } as const

/** Complaints by riding: one row for each kind of absence. */
export const RIDINGS: Table = {
  ...madeUp.table,
  name: 'ridings',
  title: { en: 'Complaints by riding', fr: 'Plaintes par circonscription' },
  description: { en: 'One row per riding.', fr: 'Une ligne par circonscription.' },
  key: ['riding.id'],
  columns: [
    madeUp('riding.id', { isRequired: true, title: { en: 'Riding', fr: 'Circonscription' } }),
    madeUp('riding.province', {
      title: { en: 'Province', fr: 'Province' },
      source: { title: { en: 'Elections Canada', fr: 'Élections Canada' }, path: 'https://www.elections.ca/' },
      values: [
        { value: 'ON', title: { en: 'Ontario', fr: 'Ontario' } },
        { value: 'BC', title: { en: 'British Columbia', fr: 'Colombie-Britannique' } },
      ],
    }),
    madeUp('complaints', {
      type: 'integer',
      isProtected: true,
      isRequired: true,
      title: { en: 'Complaints', fr: 'Plaintes' },
      description: { en: 'Distinct calls, rounded.', fr: 'Appels distincts, arrondis.' },
      unit: { en: 'complaints', fr: 'plaintes' },
    }),
    madeUp('anonymousShare', { type: 'number', isProtected: true, title: { en: 'Without a line', fr: 'Sans ligne' } }),
    madeUp('firstCall', { type: 'date', title: { en: 'First call', fr: 'Premier appel' } }),
    madeUp('isResolved', { type: 'boolean', title: { en: 'Resolved', fr: 'Reconnue' } }),
    madeUp('countedAt', { type: 'datetime', title: { en: 'Counted at', fr: 'Compté à' } }),
    madeUp('note', { title: { en: 'Note', fr: 'Note' } }),
  ],
  rows: [
    riding('ocd-division/country:ca/ed:35027', { 'riding.province': 'ON', complaints: 45, anonymousShare: 0.25, firstCall: '2011-05-01', isResolved: true, note: 'x' }), // prettier-ignore
    riding('ocd-division/country:ca/ed:59036', { 'riding.province': 'BC', complaints: { suppressed: true }, anonymousShare: { suppressed: true }, note: '=1+1' }), // prettier-ignore
    riding('unresolved', { complaints: 0, isResolved: false, note: '' }),
  ],
}

function riding(id: string, facts: Row): Row {
  const nothing = { 'riding.province': null, anonymousShare: null, firstCall: null, isResolved: true, note: null }
  return { 'riding.id': id, ...nothing, countedAt: '2026-11-26T06:00:00Z', ...facts }
}

function said(text: string): Bilingual {
  return { en: text, fr: `${text} (fr)` }
}
