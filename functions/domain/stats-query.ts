import * as z from 'zod/mini'
import type { FieldCode } from './rejected.ts'
import { PROVINCES } from './ridings/provinces.ts'

const KINDS = ['recorded', 'live', 'text', 'unsure'] as const
const MAX_ROWS = 1000

// Messages are codes of faults. What is at fault by itself is not looked at together with the rest.
const fault = (code: FieldCode) => ({ error: code, abort: true })

const province = z.optional(z.enum(PROVINCES))
const kind = z.optional(z.enum(KINDS))
const riding = z.optional(
  z.string().check(z.regex(/^(unresolved|ocd-division\/country:ca\/ed:\d{5}(-20[12]3)?)$/, fault('not-a-riding-id'))),
)

const paging = {
  limit: z._default(
    z.pipe(
      z.pipe(z.string().check(z.regex(/^\d{1,4}$/, fault('out-of-range'))), z.transform(Number)),
      z.int().check(z.minimum(1, fault('out-of-range')), z.maximum(MAX_ROWS, fault('out-of-range'))),
    ),
    MAX_ROWS,
  ),
  /** The last record of the page before. */
  after: z.optional(z.string().check(z.regex(/^[ -~]{1,200}$/, fault('not-an-option')))),
  format: z.optional(z.enum(['json', 'csv'])),
}

const span = {
  from: z.optional(z.iso.date(fault('not-a-date'))),
  to: z.optional(z.iso.date(fault('not-a-date'))),
  by: z._default(z.enum(['call', 'received']), 'call'),
}

/** What can be asked of each table. Filters select published cells, so each table has the filters of its own cells. */
export const STATS_QUERIES = {
  summary: z.strictObject({ ...paging, ...span, province, kind }).check(
    z.refine(isSpan, { path: ['to'], error: 'not-a-span' }),
    z.refine((query) => !(query.kind && (query.from || query.to)), { path: ['kind'], error: 'not-combinable' }),
  ),
  ridings: z.strictObject({
    ...paging,
    province,
    riding,
    kind,
    representationOrder: z.optional(z.enum(['2003', '2013', '2023'])),
  }),
  'caller-ids': z.strictObject({ ...paging, kind }),
  timeline: z
    .strictObject({ ...paging, ...span, interval: z._default(z.enum(['day', 'hour']), 'day'), province, riding })
    .check(
      z.refine(isSpan, { path: ['to'], error: 'not-a-span' }),
      z.refine((query) => !(query.province && query.riding), { path: ['riding'], error: 'not-combinable' }),
    ),
}
export const StatsTable = z.enum(['summary', 'ridings', 'caller-ids', 'timeline'])
export type StatsTable = z.infer<typeof StatsTable>
export type StatsQuery<T extends StatsTable> = z.infer<(typeof STATS_QUERIES)[T]>

function isSpan({ from, to }: { from?: string | undefined; to?: string | undefined }): boolean {
  return !(from && to && from > to)
}
