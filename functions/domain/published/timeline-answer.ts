import { type Column, type Row } from '../dataset/table.ts'
import { ALL } from '../editions/codes.ts'
import { type Answered, COUNTED, countsIn, type EditionTables, SUPPRESSED_DAYS, textIn, together } from './answered.ts'
import type { PublicQuery } from './public-queries.ts'

const [BEFORE, AFTER, UNDATED] = ['before', 'after', 'undated']

const PERIOD: Column = {
  name: 'period',
  type: 'text',
  isRequired: true,
  title: { en: 'Day or hour', fr: 'Jour ou heure' },
  description: {
    en: '`YYYY-MM-DD` or `YYYY-MM-DDTHH`; `undated` where none is known, or none of those listed; `before` a mention, and `after`, from that day on.',
    fr: '`AAAA-MM-JJ` ou `AAAA-MM-JJTHH`; `undated` si rien n’est connu ou listé; `before` avant une mention, et `after` à partir de ce jour.',
  },
}

export const TIMELINE_COLUMNS: readonly Column[] = [PERIOD, ...COUNTED]

/** Rows by day or hour, `undated` last; with a mention, what was before it, and what from it on. */
export async function timelineAnswer(query: PublicQuery<'timeline'>, read: EditionTables): Promise<Answered> {
  const { mention } = query
  const days = await daysFor(query, read)
  if (!mention) {
    const rows = days.map((row) => ({ period: periodOf(row), ...countsIn(row, query) }))
    return { columns: TIMELINE_COLUMNS, rows }
  }
  const sides = Map.groupBy(days, (row) => {
    const period = periodOf(row)
    return period === UNDATED ? UNDATED : period < mention ? BEFORE : AFTER
  })
  const rows = [BEFORE, AFTER, UNDATED].map((period) => ({ period, ...together(sides.get(period) ?? [], query) }))
  return { columns: [...TIMELINE_COLUMNS, SUPPRESSED_DAYS], rows }
}

type Asked = Pick<PublicQuery<'timeline'>, 'by' | 'interval' | 'from' | 'to' | 'province'> & { riding?: string | undefined } // prettier-ignore

/** The rows of the days or hours of a place in a span; those without a date only where the span has no end. */
export async function daysFor({ by, interval, from = '', to, province, riding }: Asked, read: EditionTables) {
  const table = await read(by === 'call' ? 'timeline' : 'timeline-received')
  const isHere = (row: Row) =>
    riding ? row['riding.id'] === riding : row['riding.id'] === ALL.value && row['province'] === (province ?? ALL.value) // prettier-ignore
  const isOf = (row: Row) => (row['hour'] === ALL.value) === (interval === 'day')
  const isWithin = (period: string) =>
    period === UNDATED ? to === undefined : period.slice(0, 10) >= from && period.slice(0, 10) <= (to ?? '9999')
  return table.filter((row) => isHere(row) && isOf(row) && isWithin(periodOf(row)))
}

function periodOf(row: Row): string {
  const [day, hour] = [textIn(row, 'day'), textIn(row, 'hour')]
  if (hour === ALL.value) return day
  return day === ALL.value ? UNDATED : `${day}T${hour}`
}
