import * as z from 'zod/mini'
import { RIDING_LINES } from './riding-table.ts'

export type RepresentationOrder = keyof typeof RIDING_LINES

export type Riding = {
  /** OCD division id, such as `ocd-division/country:ca/ed:35027`. */
  id: string
  order: RepresentationOrder
  name: { en: string; fr: string }
  /** Two letters: ON, QC… */
  province: string
}

/** A riding as it was told, resolved or not; `method` says why. Without `id` it is counted as not resolved. */
export const RidingNormal = z.object({
  id: z.optional(z.string()),
  order: z.enum(['2003', '2013', '2023']),
  method: z.enum(['number', 'name', 'none']),
})
export type RidingNormal = z.infer<typeof RidingNormal>

// The first two digits of a riding's number are Statistics Canada's code of its province.
const PROVINCES: Record<string, string> = {
  '10': 'NL', '11': 'PE', '12': 'NS', '13': 'NB', '24': 'QC', '35': 'ON', '46': 'MB',
  '47': 'SK', '48': 'AB', '59': 'BC', '60': 'YT', '61': 'NT', '62': 'NU',
} // prettier-ignore

type Table = { byId: Map<string, Riding>; byText: Map<string, Riding> }

/** The riding of an OCD division id, or undefined. */
export function ridingById(id: string): Riding | undefined {
  return tableOf(orderOfId(id)).byId.get(id)
}

/**
 * Resolves an exact official name, in English or French, or a number. Without an order, that under which the vote of the
 * call's day was held (the redistributions took effect with the general elections after 2015-08-02 and 2025-03-23).
 */
export function resolveRiding(text: string, order: RepresentationOrder): RidingNormal {
  const folded = fold(text)
  const riding = tableOf(order).byText.get(folded)
  if (!riding) return { order, method: 'none' }
  return { id: riding.id, order, method: /^\d+$/.test(folded) ? 'number' : 'name' }
}

/** The order under which a vote on `day` (YYYY-MM-DD, or YYYY-MM) was held. */
export function orderOfDay(day: string): RepresentationOrder {
  return day < '2015-08-02' ? '2003' : day < '2025-03-23' ? '2013' : '2023'
}

export function isRepresentationOrder(text: string | undefined): text is RepresentationOrder {
  return text !== undefined && text in RIDING_LINES
}

function orderOfId(id: string): RepresentationOrder {
  return id.endsWith('-2013') ? '2013' : id.endsWith('-2023') ? '2023' : '2003'
}

const tables = new Map<RepresentationOrder, Table>()

// Read when first asked: a third of the functions' environments never need one.
function tableOf(order: RepresentationOrder): Table {
  const known = tables.get(order)
  if (known) return known
  const table = readTable(order)
  tables.set(order, table)
  return table
}

function readTable(order: RepresentationOrder): Table {
  const table: Table = { byId: new Map(), byText: new Map() }
  for (const line of RIDING_LINES[order].trim().split('\n')) {
    const [number = '', en = '', fr = en] = line.split('|')
    const id = `ocd-division/country:ca/ed:${number}${order === '2003' ? '' : `-${order}`}`
    const riding = { id, order, name: { en, fr }, province: PROVINCES[number.slice(0, 2)]! }
    table.byId.set(id, riding)
    for (const text of [number, en, fr]) table.byText.set(fold(text), riding)
  }
  return table
}

/** Case, composition of accents, kinds of dash and runs of space do not make another name. */
function fold(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\p{Pd}+/gu, '-').replace(/\s*-\s*|\s+/g, (run) => (run.includes('-') ? '-' : ' ')).trim() // prettier-ignore
}

/** The key of the riding record: one per riding, and one for all that is not resolved. */
export function ridingKey(normal: RidingNormal): string {
  return `RIDING#${normal.id ?? 'unresolved'}`
}
