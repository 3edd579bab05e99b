import { addCounts, cellKey, type Cell, type Contribution, NONE, readCellKey, UNDATED } from '../contribution.ts'
import { type RepresentationOrder, ridingById } from '../ridings/riding.ts'
import { TEMPLATED } from '../scripts/templated-cells.ts'
import { isIn, type Span } from './listed-days.ts'

/** What places and times an edition lists: the next one lists them too, whatever became of their reports. */
export type Listed = { call?: Span | undefined; received: Span; orders: RepresentationOrder[] }

/**
 * The same counts with those of what is not listed elsewhere: of other days among the undated, or, by reception, on the last day that
 * is; of ridings of other orders among the unresolved.
 */
export function foldUnlisted(counts: Contribution, listed: Listed): Contribution {
  const folded: Contribution = new Map()
  for (const [key, count] of counts) {
    const to = cellKey(foldDay(foldRiding(readCellKey(key), listed), listed))
    folded.set(to, addCounts(folded.get(to) ?? NONE, count))
  }
  return folded
}

/** Where the counts of each riding are. */
const RIDING = /^RIDING#(ocd-.*)$/
const UNRESOLVED = 'RIDING#unresolved'

function foldRiding(cell: Cell, { orders }: Listed): Cell {
  const [, clock = '', scope = ''] = /^(timeline#(?:call|received)#)(.*)$/.exec(cell.collection) ?? []
  const [, id] = RIDING.exec(clock ? scope : cell.record) ?? []
  const order = id && ridingById(id)?.order
  if (!order || orders.includes(order)) return cell
  return clock ? { ...cell, collection: `${clock}${UNRESOLVED}` } : { ...cell, record: UNRESOLVED }
}

function foldDay(cell: Cell, { call, received }: Listed): Cell {
  const [, clock] = /^timeline#(call|received)#/.exec(cell.collection) ?? []
  if (!clock || !/^\d/.test(cell.record)) return cell
  if (clock === 'received') return cell.record > received.to ? { ...cell, record: received.to } : cell
  if (isIn(cell.record, call)) return cell
  const isTemplated = cell.facet.startsWith(TEMPLATED)
  const isHour = cell.facet.replace(TEMPLATED, '') !== ''
  return { ...cell, record: isHour ? UNDATED.hour : UNDATED.day, facet: isTemplated ? TEMPLATED : '' }
}
