import { type Province, provinceOfNumber } from './provinces.ts'
import { RIDING_LINES } from './riding-table.ts'

export type RepresentationOrder = keyof typeof RIDING_LINES
export const REPRESENTATION_ORDERS: readonly RepresentationOrder[] = ['2003', '2013', '2023']

export type Riding = {
  /** OCD division id, such as `ocd-division/country:ca/ed:35027`. */
  id: string
  /** Five digits; the same number is another riding in another order. */
  number: string
  order: RepresentationOrder
  name: { en: string; fr: string }
  province: Province
}

/** The riding of an OCD division id, or undefined. */
export function ridingById(id: string): Riding | undefined {
  return tableOf(orderOfId(id)).get(id)
}

export function ridingByNumber(number: string, order: RepresentationOrder): Riding | undefined {
  return tableOf(order).get(idOf(number, order))
}

export function ridingsOf(order: RepresentationOrder): Riding[] {
  return [...tableOf(order).values()]
}

/**
 * The order under which a vote on `day` (YYYY-MM-DD, or YYYY-MM) was held: the redistributions took effect with the general
 * elections called after 2015-08-02 and 2025-03-23.
 */
export function orderOfDay(day: string): RepresentationOrder {
  return day < '2015-08-02' ? '2003' : day < '2025-03-23' ? '2013' : '2023'
}

export function isRepresentationOrder(text: string | undefined): text is RepresentationOrder {
  return text !== undefined && text in RIDING_LINES
}

function orderOfId(id: string): RepresentationOrder {
  return id.endsWith('-2013') ? '2013' : id.endsWith('-2023') ? '2023' : '2003'
}

function idOf(number: string, order: RepresentationOrder): string {
  return `ocd-division/country:ca/ed:${number}${order === '2003' ? '' : `-${order}`}`
}

const tables = new Map<RepresentationOrder, Map<string, Riding>>()

// Read when first asked: a third of the functions' environments never need one.
function tableOf(order: RepresentationOrder): Map<string, Riding> {
  const known = tables.get(order)
  if (known) return known
  const table = new Map(RIDING_LINES[order].trim().split('\n').map((line) => readLine(line, order))) // prettier-ignore
  tables.set(order, table)
  return table
}

function readLine(line: string, order: RepresentationOrder): [string, Riding] {
  const [number = '', en = '', fr = en] = line.split('|')
  const id = idOf(number, order)
  return [id, { id, number, order, name: { en, fr }, province: provinceOfNumber(number) }]
}
