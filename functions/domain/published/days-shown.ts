import type { Column, Row } from '../dataset/table.ts'
import { countsIn, textIn } from './answered.ts'

const FROM_SHOWN = {
  en: 'Of the days whose counts are shown: there may be calls before and after, of which few told, or all more than 400 days later. null where no day is shown.',
  fr: 'Parmi les jours dont les nombres sont montrés : il peut y avoir des appels avant et après, que peu ont rapportés, ou tous plus de 400 jours plus tard. null si aucun jour n’est montré.',
}

export const DAYS_SHOWN: readonly Column[] = [
  { name: 'firstDayShown', type: 'date', title: { en: 'First day shown', fr: 'Premier jour montré' }, description: FROM_SHOWN }, // prettier-ignore
  { name: 'lastDayShown', type: 'date', title: { en: 'Last day shown', fr: 'Dernier jour montré' }, description: FROM_SHOWN }, // prettier-ignore
]

/** First and last of these days, those left out that are not shown. */
export function daysShown(days: readonly Row[], query: Parameters<typeof countsIn>[1]): Row {
  const shown = days.filter((row) => typeof countsIn(row, query).reports === 'number')
  const ordered = shown.map((row) => textIn(row, 'day')).toSorted()
  return { firstDayShown: ordered[0] ?? null, lastDayShown: ordered.at(-1) ?? null }
}
