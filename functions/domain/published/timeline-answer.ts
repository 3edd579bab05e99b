import type { Column, Row } from '../dataset/table.ts'
import { ALL } from '../editions/codes.ts'
import { lengthOf } from '../editions/listed-days.ts'
import {
  type Answered,
  COUNTED,
  countsIn,
  type EditionTables,
  DAYS_NOT_SHOWN,
  NOT_SHOWN,
  textIn,
  together,
} from './answered.ts'
import { callerRows, rowsOfNumber } from './caller-rows.ts'
import type { PublicQuery } from './public-queries.ts'
import { scriptRows } from './script-rows.ts'

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
  const spans: Record<string, Span> = {
    [BEFORE]: { from: query.from, to: query.to && earlier(dayBefore(mention), query.to) },
    [AFTER]: { from: query.from && later(mention, query.from), to: query.to },
  }
  const rows = [BEFORE, AFTER, UNDATED].map((period) => {
    const those = sides.get(period) ?? []
    return { period, ...together(those, query, unlistedIn(spans[period] ?? {}, those)) }
  })
  return { columns: [...TIMELINE_COLUMNS, DAYS_NOT_SHOWN], rows }
}

type Span = { from?: string | undefined; to?: string | undefined }

/** How many days of a span with both ends are not among the rows of days. */
export function unlistedIn({ from, to }: Span, rows: readonly Row[]): number {
  return from && to ? Math.max(0, lengthOf({ from, to }) - rows.length) : 0
}

const earlier = (a: string, b: string) => (a < b ? a : b)
const later = (a: string, b: string) => (a > b ? a : b)
const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)

type Asked = Pick<PublicQuery<'timeline'>, 'by' | 'interval' | 'from' | 'to' | 'province'> & Partial<Pick<PublicQuery<'timeline'>, 'riding' | 'script' | 'callerId'>> // prettier-ignore

/** The rows of the days or hours of a place in a span; those without a date only where the span has no end. Of a script or a number, of each day that the edition lists. */
export async function daysFor(asked: Asked, read: EditionTables): Promise<Row[]> {
  const { by, interval, from = '', to, province, riding, script, callerId } = asked
  const table = await read(by === 'call' ? 'timeline' : 'timeline-received')
  const isHere = (row: Row) =>
    riding ? row['riding.id'] === riding : row['riding.id'] === ALL.value && row['province'] === (province ?? ALL.value)
  const isOf = (row: Row) => (row['hour'] === ALL.value) === (interval === 'day') && !isOfAnyDay(row)
  const isWithin = (period: string) =>
    period === UNDATED ? to === undefined : period.slice(0, 10) >= from && period.slice(0, 10) <= (to ?? '9999')
  const days = table.filter((row) => isHere(row) && isOf(row) && isWithin(periodOf(row)))
  if (script) return shownOn(days, scriptRows(await read('scripts'), 'day').filter((row) => row['script'] === script))
  return callerId ? shownOn(days, rowsOfNumber(callerId, callerRows(await read('caller-ids'), 'day'))) : days
} // prettier-ignore

/** An hour of the day, over all days. */
function isOfAnyDay(row: Row): boolean {
  return row['day'] === ALL.value && ![ALL.value, UNDATED].includes(textIn(row, 'hour'))
}

/** Days that these have no row of are not shown, because few people or nobody told of them. */
function shownOn(days: readonly Row[], cells: readonly Row[]): Row[] {
  const shown = new Map(cells.map((row) => [row['day'], row]))
  const listed = days.filter((row) => !isUndated(row))
  return listed.map(({ day = null }) => ({ ...NOT_SHOWN, ...shown.get(day), day, hour: ALL.value }))
}

export function isUndated(row: Row): boolean {
  return periodOf(row) === UNDATED
}

function periodOf(row: Row): string {
  const [day, hour] = [textIn(row, 'day'), textIn(row, 'hour')]
  if (hour === ALL.value) return day
  return day === ALL.value ? UNDATED : `${day}T${hour}`
}
