import * as z from 'zod/mini'
import { CALL_KINDS, DOORS } from './choices.ts'
import type { FieldCode } from './rejected.ts'
import { PROVINCES } from './ridings/provinces.ts'

/** As a path names a number displayed; some clients cannot keep the plus sign. */
export const NAMED_NUMBER = /^\+?[1-9]\d{6,14}$/
/** As a query may write it, a plus sign having become a blank. */
const WRITTEN_NUMBER = /^[+ ]?[(]?[1-9][\d ().-]{6,20}$/

/** A number that somebody wrote, in E.164: with ten digits and no plus sign one of North America. */
export function e164Of(written: string): string {
  const digits = written.replace(/\D/g, '')
  return /^(?!\+| )/.test(written) && /^[2-9]\d\d[2-9]\d{6}$/.test(digits) ? `+1${digits}` : `+${digits}`
}

export const SCRIPT_ID = /^scr_[0-9A-HJKMNP-TV-Z]{26}$/
export const MAX_ROWS = 1000

// Messages are codes of faults. What is at fault by itself is not looked at together with the rest.
export const fault = (code: FieldCode) => ({ error: code, abort: true })

export const province = z.optional(z.enum(PROVINCES))
export const kind = z.optional(z.enum(CALL_KINDS))
export const door = z.optional(z.enum(DOORS))
export const callerId = z.optional(z.string().check(z.regex(WRITTEN_NUMBER, fault('not-a-phone-number'))))
export const representationOrder = z.optional(z.enum(['2003', '2013', '2023']))
export const riding = z.optional(
  z.string().check(z.regex(/^(unresolved|ocd-division\/country:ca\/ed:\d{5}(-20[12]3)?)$/, fault('not-a-riding-id'))),
)

export function wholeNumber(bounds: { default: number; max: number }) {
  return z._default(
    z.pipe(
      z.pipe(z.string().check(z.regex(/^\d{1,7}$/, fault('out-of-range'))), z.transform(Number)),
      z.int().check(z.minimum(1, fault('out-of-range')), z.maximum(bounds.max, fault('out-of-range'))),
    ),
    bounds.default,
  )
}

const paging = {
  limit: wholeNumber({ default: MAX_ROWS, max: MAX_ROWS }),
  /** The last record of the page before. */
  after: z.optional(z.string().check(z.regex(/^[ -~]{1,200}$/, fault('not-an-option')))),
  format: z.optional(z.enum(['json', 'csv'])),
}

/** Whether what came as a template is counted; it is unless one asks for the rest. */
export const templated = z._default(z.enum(['with', 'without']), 'with')

export const script = z.optional(z.string().check(z.regex(SCRIPT_ID, fault('not-a-script-id'))))

/** Of a table that is never longer than a page. */
const whole = { format: paging.format, templated }

export const span = {
  from: z.optional(z.iso.date(fault('not-a-date'))),
  to: z.optional(z.iso.date(fault('not-a-date'))),
  by: z._default(z.enum(['call', 'received']), 'call'),
}

/** What can be asked of each table. Filters select published cells, so each table has the filters of its own cells. */
export const STATS_QUERIES = {
  summary: z.strictObject({ ...paging, ...span, templated, province, kind }).check(
    z.refine(isSpan, { path: ['to'], error: 'not-a-span' }),
    z.refine((query) => !(query.kind && (query.from || query.to)), { path: ['kind'], error: 'not-combinable' }),
  ),
  ridings: z
    .strictObject({ ...paging, templated, province, riding, kind, door, representationOrder })
    .check(z.refine(isOfOne, { path: ['door'], error: 'not-combinable' })),
  'caller-ids': z.strictObject({ ...paging, templated, kind }),
  'caller-id': z.strictObject(whole),
  scripts: z.strictObject({
    ...paging,
    limit: wholeNumber({ default: 100, max: 100 }),
    templated,
    script,
    province,
    atLeast: wholeNumber({ default: 2, max: 1_000_000 }),
  }),
  'list-source': z.strictObject(whole),
  ages: z
    .strictObject({ ...whole, province, script })
    .check(z.refine((query) => !(query.province && query.script), { path: ['script'], error: 'not-combinable' })),
  'earlier-polls': z.strictObject(whole),
  'odds-ratios': z.strictObject(whole),
  sources: z.strictObject({
    ...paging,
    /** A name of sixty characters beyond ASCII is long when it is spelled in it. */
    after: z.optional(z.string().check(z.regex(/^[ -~]{1,900}$/, fault('not-an-option')))),
    templated,
  }),
  timeline: z
    .strictObject({
      ...paging,
      ...span,
      templated,
      interval: z._default(z.enum(['day', 'hour']), 'day'),
      province,
      riding,
      script,
      callerId,
      /** The day of the first public mention: then the answer is what was before it, and what from it on. */
      mention: z.optional(z.iso.date(fault('not-a-date'))),
    })
    .check(
      z.refine(isSpan, { path: ['to'], error: 'not-a-span' }),
      z.refine(({ province: a, riding: b }) => !(a && b), { path: ['riding'], error: 'not-combinable' }),
      z.refine((query) => !query.script || isAlone(query), { path: ['script'], error: 'not-combinable' }),
      z.refine((query) => !query.callerId || isAlone(query), { path: ['callerId'], error: 'not-combinable' }),
    ),
}

/** Where each table is asked for, under /v1/stats or /v1/exact; what stands in braces names whom it is about. */
export const STATS_PATHS = {
  summary: 'summary',
  ridings: 'ridings',
  'caller-ids': 'caller-ids',
  'caller-id': 'caller-ids/{e164}',
  scripts: 'scripts',
  'list-source': 'scripts/{id}/list-source',
  ages: 'ages',
  'earlier-polls': 'earlier-polls',
  'odds-ratios': 'earlier-polls/odds-ratios',
  sources: 'sources',
  timeline: 'timeline',
} as const satisfies Record<keyof typeof STATS_QUERIES, string>
export type StatsTable = keyof typeof STATS_PATHS

/** Throws when no table is there. */
export function tableAt(path: string): StatsTable {
  const found = (Object.keys(STATS_PATHS) as StatsTable[]).find((table) => STATS_PATHS[table] === path)
  if (!found) throw new Error('a path of no table')
  return found
}

export type StatsQuery<T extends StatsTable> = z.infer<(typeof STATS_QUERIES)[T]>

export function isSpan({ from, to }: { from?: string | undefined; to?: string | undefined }): boolean {
  return !(from && to && from > to)
}

/** No cell is of a kind and of a door. */
export function isOfOne({ kind, door }: { kind?: unknown; door?: unknown }): boolean {
  return !(kind && door)
}

type TimelineAsked = { by: string; interval: string; province?: unknown; riding?: unknown; script?: unknown; callerId?: unknown } // prettier-ignore

/** Of scripts and numbers only the days of their calls are counted, everywhere together. */
export function isAlone({ by, interval, province, riding, script, callerId }: TimelineAsked): boolean {
  const scopes = [province, riding, script, callerId].filter((scope) => scope !== undefined)
  return scopes.length === 1 && by === 'call' && interval === 'day'
}
