import * as z from 'zod'
import { type FieldCode, type FieldError, RejectedError } from './rejected.ts'

const PROVINCES = ['NL', 'PE', 'NS', 'NB', 'QC', 'ON', 'MB', 'SK', 'AB', 'BC', 'YT', 'NT', 'NU'] as const
const KINDS = ['recorded', 'live', 'text', 'unsure'] as const
const MAX_ROWS = 1000

const province = z.enum(PROVINCES).optional()
const kind = z.enum(KINDS).optional()
const riding = z
  .string()
  .regex(/^(unresolved|ocd-division\/country:ca\/ed:\d{5}(-20[12]3)?)$/)
  .optional()

const paging = {
  limit: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(MAX_ROWS))
    .default(MAX_ROWS),
  /** The last record of the page before. */
  after: z.string().regex(/^[ -~]{1,200}$/).optional(), // prettier-ignore
  format: z.enum(['json', 'csv']).optional(),
}

const span = {
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  by: z.enum(['call', 'received']).default('call'),
}

/** What can be asked of each table. Filters select published cells, so each table has the filters of its own cells. */
export const STATS_QUERIES = {
  summary: z
    .strictObject({ ...paging, ...span, province, kind })
    .refine(isSpan, { path: ['to'], params: { code: 'not-a-span' } })
    .refine((query) => !(query.kind && (query.from || query.to)), {
      path: ['kind'],
      params: { code: 'not-combinable' },
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
    .refine(isSpan, { path: ['to'], params: { code: 'not-a-span' } })
    .refine((query) => !(query.province && query.riding), { path: ['riding'], params: { code: 'not-combinable' } }),
}
export const StatsTable = z.enum(['summary', 'ridings', 'caller-ids', 'timeline'])
export type StatsTable = z.infer<typeof StatsTable>
export type StatsQuery<T extends StatsTable> = z.infer<(typeof STATS_QUERIES)[T]>

/** Throws a RejectedError that names each parameter at fault. */
export function readQuery<T extends z.ZodType>(schema: T, parameters: Record<string, string | undefined>): z.infer<T> {
  const { data, error } = schema.safeParse(parameters)
  if (error) throw new RejectedError('invalid-query', { errors: error.issues.map(queryError) })
  return data
}

function isSpan({ from, to }: { from?: string | undefined; to?: string | undefined }): boolean {
  return !(from && to && from > to)
}

function queryError(issue: z.core.$ZodIssue): FieldError {
  return { pointer: issue.path.map((name) => `/${String(name)}`).join(''), code: codeOf(issue) }
}

function codeOf(issue: z.core.$ZodIssue): FieldCode {
  if (issue.code === 'unrecognized_keys') return 'unknown-field'
  if (issue.code === 'custom') return issue.params?.['code'] === 'not-a-span' ? 'not-a-span' : 'not-combinable'
  return 'not-an-option'
}
