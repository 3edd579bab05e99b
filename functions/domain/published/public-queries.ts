import * as z from 'zod/mini'
import {
  callerId,
  door,
  fault,
  isAlone,
  isOfOne,
  isSpan,
  kind,
  MAX_ROWS,
  province,
  representationOrder,
  riding,
  script,
  span,
  type StatsTable,
  templated,
  wholeNumber,
} from '../stats-query.ts'

/** Of a table that is never longer than a page. */
const whole = { format: z.optional(z.enum(['json', 'csv', 'parquet'])), templated }

const paged = {
  ...whole,
  limit: wholeNumber({ default: MAX_ROWS, max: MAX_ROWS }),
  /** The edition of the page before, and how many rows were before this one: the pages of one table are of one edition. */
  after: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}\.[1-9]\d{0,5}~[1-9]\d{0,6}$/, fault('not-an-option')))), // prettier-ignore
}

/** What can be asked of each published table: what selects cells of the closed cube, and nothing else. */
export const PUBLIC_QUERIES = {
  summary: z.strictObject({ ...whole, ...span, province, kind }).check(
    z.refine(isSpan, { path: ['to'], error: 'not-a-span' }),
    z.refine((query) => !(query.kind && (query.from || query.to)), { path: ['kind'], error: 'not-combinable' }),
  ),
  ridings: z
    .strictObject({ ...paged, province, riding, kind, door, representationOrder })
    .check(z.refine(isOfOne, { path: ['door'], error: 'not-combinable' })),
  'caller-ids': z.strictObject({ ...paged, script }),
  'caller-id': z.strictObject(whole),
  scripts: z
    .strictObject({ ...paged, script, province, callerId, atLeast: wholeNumber({ default: 1, max: 1_000_000 }) })
    .check(z.refine((query) => !(query.province && query.callerId), { path: ['callerId'], error: 'not-combinable' })),
  'list-source': z.strictObject(whole),
  ages: z.strictObject({ ...whole, script }),
  'earlier-polls': z.strictObject(whole),
  'odds-ratios': z.strictObject({ format: whole.format }),
  sources: z.strictObject(whole),
  timeline: z
    .strictObject({
      ...paged,
      ...span,
      interval: z._default(z.enum(['day', 'hour']), 'day'),
      province,
      riding,
      script,
      callerId,
      mention: z.optional(z.iso.date(fault('not-a-date'))),
    })
    .check(
      z.refine(isSpan, { path: ['to'], error: 'not-a-span' }),
      z.refine((query) => !query.script || isAlone(query), { path: ['script'], error: 'not-combinable' }),
      z.refine((query) => !query.callerId || isAlone(query), { path: ['callerId'], error: 'not-combinable' }),
      z.refine((query) => !(query.province && query.riding), { path: ['riding'], error: 'not-combinable' }),
      z.refine((query) => query.interval === 'day' || !(query.province || query.riding || query.mention), {
        path: ['interval'],
        error: 'not-combinable',
      }),
    ),
} satisfies Record<StatsTable, z.ZodMiniType>
export type PublicQuery<T extends StatsTable> = z.infer<(typeof PUBLIC_QUERIES)[T]>
