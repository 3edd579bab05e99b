import type { Edition } from '../../functions/domain/dataset/edition.ts'
import { madeUp, RIDINGS } from './made-up-table.ts'

export const EDITION: Edition = {
  tables: [
    RIDINGS,
    {
      name: 'summary',
      title: { en: 'Summary', fr: 'Sommaire' },
      description: { en: 'All there is | in a row.', fr: 'Tout, en une ligne.' },
      key: ['election'],
      columns: [madeUp('election', { isRequired: true }), madeUp('reports', { type: 'integer', isProtected: true })],
      rows: [],
    },
  ],
  meta: {
    event: 'ca-ge-46',
    edition: '2026-11-26.1',
    asOf: '2026-11-26T06:00:00Z',
    title: { en: 'Complaints about election calls', fr: 'Plaintes sur des appels électoraux' },
    description: { en: 'What people reported, protected.', fr: 'Ce que des gens ont signalé, protégé.' },
    publisher: { name: 'Example Desk', url: 'https://example.org/' },
    licence: { name: 'CC-BY-4.0', title: 'CC BY 4.0', path: 'https://creativecommons.org/licenses/by/4.0/' },
    protection: { en: 'Rounded to 5, from 10 on.', fr: 'Arrondi à 5, à partir de 10.' },
    definitions: '1',
    sources: [{ title: { en: 'Reports', fr: 'Signalements' } }],
    coverage: { from: '2011-03-26', to: '2011-05-02' },
    baseUrl: 'https://reports.example.org/v1/editions',
    isInvented: true,
  },
}
