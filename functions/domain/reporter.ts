import * as z from 'zod/mini'
import { Facts } from './facts.ts'
import { Placement, placeReports } from './partition.ts'

/** More live reports of one reporter than this are stored, but counted as reports only. */
export const MAX_LIVE_REPORTS = 50
/** A copy adds a report and nothing else, as one beyond the limit does: more of them would only make one item hot. */
const MAX_COPIES = 3

/** The countable facts of all current reports of one reporter, each with its place: the unit of locking, matching and counting. */
export const Reporter = z.object({
  key: z.string(),
  event: z.string(),
  /** Raised by every change; 0 before the first. Stays when the last report goes, so that an old version never looks new. */
  version: z.int(),
  reports: z.record(z.string(), z.extend(Facts, Placement.shape)),
  /** Of a line: what named it until then is withdrawn, whenever it comes. */
  erasedAt: z.optional(z.string()),
})
export type Reporter = z.infer<typeof Reporter>

export function newReporter(key: string, event: string): Reporter {
  return { key, event, version: 0, reports: {} }
}

/** Whose report it is, as far as is known: of a line, else of whoever sent the same words from the same place, else its own. */
export type Owner = { id: string; token?: string | null | undefined; marker?: string | undefined }

export function reporterKey({ id, token, marker }: Owner): string {
  return `REPORTER#${token ?? marker ?? id}`
}

/** Where a report beyond the limit is filed: apart, so that no reporter grows without bound. */
export function overLimitKey(reportId: string, key: string): string {
  return `${key}#${reportId}`
}

export function isOverLimit({ key }: Pick<Reporter, 'key'>): boolean {
  return key.split('#').length > 2
}

export function isAnonymous({ key }: Pick<Reporter, 'key'>): boolean {
  return key.startsWith('REPORTER#rpt_') || isOfCopies(key)
}

export function mostLiveReports(key: string): number {
  return isOfCopies(key) ? MAX_COPIES : MAX_LIVE_REPORTS
}

function isOfCopies(key: string): boolean {
  return key.startsWith('REPORTER#a1.')
}

/** The reporter with one report's facts replaced, or taken out, and the complaints formed anew. */
export function withReport(reporter: Reporter, id: string, facts: Facts | undefined): Reporter {
  const { [id]: _, ...others } = reporter.reports
  const reports: Record<string, Facts> = facts ? { ...others, [id]: facts } : others
  const told = Object.entries(reports).map(([reportId, known]) => [reportId, Facts.parse(known)] as const)
  const places = placeReports(told.map(([reportId, known]) => ({ id: reportId, ...known })))
  return {
    ...reporter,
    version: reporter.version + 1,
    reports: Object.fromEntries(told.map(([reportId, known]) => [reportId, { ...known, ...places.get(reportId)! }])),
  }
}
