import { type Contribution, readCellKey } from '../contribution.ts'
import { orderOfDay, type RepresentationOrder, ridingById } from '../ridings/riding.ts'
import type { Listed } from './fold-unlisted.ts'
import { listedSpan, receivedSpan } from './listed-days.ts'

export type Listing = {
  /** Whether so many reporters are enough to list a day of calls, or a representation order. */
  isEnough: (what: string, reporters: number) => boolean
  before?: Listed | undefined
}

/** What the edition of a day lists, by what is counted. */
export function listedIn(counts: Contribution, { isEnough, before, day }: Listing & { day: string }): Listed {
  const received = [...reportersByDay(counts, 'received').keys()]
  return {
    call: listedSpan(reportersByDay(counts, 'call'), { isEnough, before: before?.call }),
    received: receivedSpan(received, { asOf: day, before: before?.received }),
    orders: ordersIn(counts, { isEnough, before, day }),
  }
}

function reportersByDay(counts: Contribution, clock: 'call' | 'received'): Map<string, number> {
  const days = new Map<string, number>()
  for (const [key, { reporters }] of counts) {
    const { collection, record, facet } = readCellKey(key)
    if (collection === `timeline#${clock}#ALL` && facet === '' && /^\d/.test(record)) days.set(record, reporters)
  }
  return days
}

/** The orders in which enough is told; without any, the one that is in force. */
function ordersIn(counts: Contribution, { isEnough, before, day }: Listing & { day: string }): RepresentationOrder[] {
  const reporters = new Map<RepresentationOrder, number>()
  for (const [key, count] of counts) {
    const { collection, record, facet } = readCellKey(key)
    const order = collection === 'ridings' && facet === '' ? ridingById(record.slice('RIDING#'.length))?.order : undefined // prettier-ignore
    if (order) reporters.set(order, (reporters.get(order) ?? 0) + count.reporters)
  }
  const enough = [...reporters].flatMap(([order, n]) => (isEnough(order, n) ? [order] : []))
  const known = new Set([...(before?.orders ?? []), ...enough])
  return known.size > 0 ? [...known].toSorted() : [orderOfDay(day)]
}
