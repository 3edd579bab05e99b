import * as z from 'zod'

const PROVINCES = ['NL', 'PE', 'NS', 'NB', 'QC', 'ON', 'MB', 'SK', 'AB', 'BC', 'YT', 'NT', 'NU'] as const
const KINDS = ['recorded', 'live', 'text', 'unsure'] as const
const MAX_ROWS = 1000

const province = z.enum(PROVINCES).optional()
const kind = z.enum(KINDS).optional()
const riding = z
  .string()
  .regex(/^(unresolved|ocd-division\/country:ca\/ed:\d{5}(-20[12]3)?)$/)
  .optional()
const day = z.iso.date().optional()
const by = z.enum(['call', 'received']).default('call')
const paging = {
  limit: z.coerce.number().int().min(1).max(MAX_ROWS).default(MAX_ROWS),
  /** The last record of the page before. */
  after: z.string().min(1).max(200).optional(),
  format: z.enum(['json', 'csv']).optional(),
}

/** What can be asked of each table: filters select published cells, so each table has those of its own cells. */
export const STATS_QUERIES = {
  summary: z.strictObject({ ...paging, from: day, to: day, by, province, kind }).refine(isRangeAlone, {
    path: ['kind'],
    error: 'range-with-kind',
  }),
  ridings: z.strictObject({
    ...paging,
    province,
    riding,
    kind,
    representationOrder: z.enum(['2003', '2013', '2023']).optional(),
  }),
  'caller-ids': z.strictObject({ ...paging, kind }),
  timeline: z
    .strictObject({
      ...paging,
      from: day,
      to: day,
      by,
      interval: z.enum(['day', 'hour']).default('day'),
      province,
      riding,
    })
    .refine((query) => !(query.province && query.riding), { path: ['province'], error: 'one-place' }),
}
export type StatsTable = keyof typeof STATS_QUERIES
export type StatsQuery<T extends StatsTable> = z.infer<(typeof STATS_QUERIES)[T]>

/** Days are not published by kind. */
function isRangeAlone({
  from,
  to,
  kind: asked,
}: {
  from?: string | undefined
  to?: string | undefined
  kind?: string | undefined
}) {
  return !(asked && (from || to))
}
