import { type Column, type Row, SUPPRESSED } from '../dataset/table.ts'
import { HOURS } from '../stats-row.ts'
import { COUNTED, COUNTS, countsIn, textIn } from './answered.ts'

/** Three counts for each hour of the day, as the exact tables have them. */
export const HOURS_SHOWN: readonly Column[] = HOURS.flatMap((hour) =>
  COUNTED.map((column) => ({
    ...column,
    name: `hours.${hour}.${column.name}`,
    title: {
      en: `${column.title.en}, ${hour}:00 to ${hour}:59`,
      fr: `${column.title.fr}, ${hour} h 00 à ${hour} h 59`,
    },
    description: {
      en: `${column.description.en} Of calls in this hour of whatever day, by the call’s own wall clock as written; suppressed where few people or nobody told of one.`,
      fr: `${column.description.fr} Des appels de cette heure, quel que soit le jour, à l’heure locale de l’appel, telle qu’écrite; supprimé si peu de gens ou personne n’en ont rapporté.`,
    },
  })),
)

/** What is shown of each hour of the day; an hour that has no row is suppressed, be it of few people or of nobody. */
export function hoursShown(rows: readonly Row[], query: Parameters<typeof countsIn>[1]): Row {
  const shown = new Map(rows.map((row) => [textIn(row, 'hour'), countsIn(row, query)]))
  return Object.fromEntries(
    HOURS.flatMap((hour) => COUNTS.map((count) => [`hours.${hour}.${count}`, shown.get(hour)?.[count] ?? SUPPRESSED])),
  )
}
