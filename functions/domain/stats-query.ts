import * as z from 'zod'
import { fieldError } from './field-error.ts'
import { type FieldCode, RejectedError } from './rejected.ts'

const PROVINCES = ['NL', 'PE', 'NS', 'NB', 'QC', 'ON', 'MB', 'SK', 'AB', 'BC', 'YT', 'NT', 'NU'] as const
const KINDS = ['recorded', 'live', 'text', 'unsure'] as const
const MAX_ROWS = 1000

// Messages are codes of faults. What is at fault by itself is not looked at together with the rest.
const fault = (code: FieldCode) => ({ error: code, abort: true })

const province = z.enum(PROVINCES).optional()
const kind = z.enum(KINDS).optional()
const riding = z
  .string()
  .regex(/^(unresolved|ocd-division\/country:ca\/ed:\d{5}(-20[12]3)?)$/, fault('not-a-riding-id'))
  .optional()

const paging = {
  limit: z
    .string()
    .regex(/^\d{1,4}$/, fault('out-of-range'))
    .transform(Number)
    .pipe(z.int().min(1, fault('out-of-range')).max(MAX_ROWS, fault('out-of-range')))
    .default(MAX_ROWS),
  /** The last record of the page before. */
  after: z.string().regex(/^[ -~]{1,200}$/, fault('not-an-option')).optional(), // prettier-ignore
  format: z.enum(['json', 'csv']).optional(),
}

const span = {
  from: z.iso.date(fault('not-a-date')).optional(),
  to: z.iso.date(fault('not-a-date')).optional(),
  by: z.enum(['call', 'received']).default('call'),
}

/** What can be asked of each table. Filters select published cells, so each table has the filters of its own cells. */
export const STATS_QUERIES = {
  summary: z
    .strictObject({ ...paging, ...span, province, kind })
    .refine(isSpan, { path: ['to'], error: 'not-a-span' })
    .refine((query) => !(query.kind && (query.from || query.to)), {
      path: ['kind'],
      error: 'not-combinable',
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
    .strictObject({ ...paging, ...span, interval: z.enum(['day', 'hour']).default('day'), province, riding })
    .refine(isSpan, { path: ['to'], error: 'not-a-span' })
    .refine((query) => !(query.province && query.riding), { path: ['riding'], error: 'not-combinable' }),
}
export const StatsTable = z.enum(['summary', 'ridings', 'caller-ids', 'timeline'])
export type StatsTable = z.infer<typeof StatsTable>
export type StatsQuery<T extends StatsTable> = z.infer<(typeof STATS_QUERIES)[T]>

/** Throws a RejectedError that names each parameter at fault. */
export function readQuery<T extends z.ZodType>(schema: T, parameters: Record<string, string | undefined>): z.infer<T> {
  const { data, error } = schema.safeParse(parameters)
  if (error) {
    const errors = error.issues.map((issue) => fieldError(issue, schema, 'not-an-option'))
    throw new RejectedError('invalid-query', { errors })
  }
  return data
}

function isSpan({ from, to }: { from?: string | undefined; to?: string | undefined }): boolean {
  return !(from && to && from > to)
}
