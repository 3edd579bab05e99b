import type { Column, Row } from '../dataset/table.ts'
import { countsIn, textIn } from './answered.ts'

export const SCRIPTS_SHOWN: Column = {
  name: 'scripts',
  type: 'text',
  title: { en: 'Scripts', fr: 'Scénarios' },
  description: {
    en: 'Ids of the scripts whose counts with this number are shown, with blanks between; null where none is. There may be others, of which few told. `scripts?callerId=` has the counts.',
    fr: 'Identifiants des scénarios dont les nombres avec ce numéro sont montrés, séparés par des espaces; null s’il n’y en a pas. Il peut y en avoir d’autres, que peu ont rapportés. `scripts?callerId=` en donne les nombres.',
  },
}

/** Those of these scripts whose counts are shown. */
export function scriptsShown(rows: readonly Row[], query: Parameters<typeof countsIn>[1]): Row {
  const shown = rows.filter((row) => typeof countsIn(row, query).reports === 'number')
  return {
    scripts:
      shown
        .map((row) => textIn(row, 'script'))
        .toSorted()
        .join(' ') || null,
  }
}
