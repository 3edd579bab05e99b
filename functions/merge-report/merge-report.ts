import type { ComplaintStore, ReportChange, StoredReport } from '../adapters/complaint-store.ts'
import { retryConflicts } from '../adapters/conflict.ts'
import { listings } from '../domain/beyond.ts'
import { withoutErased } from '../domain/erasure.ts'
import { factsOf, type WordFacts, wordFactsOf } from '../domain/facts.ts'
import type { ReportMessage, Told } from '../domain/message.ts'
import { namedLines } from '../domain/named-lines.ts'
import { normalise } from '../domain/normal-form.ts'
import { isSamePlacement, Placement } from '../domain/partition.ts'
import { applyChange, Report } from '../domain/report.ts'
import {
  isOverLimit,
  mostLiveReports,
  newReporter,
  overLimitKey,
  type Reporter,
  reporterKey,
  withReport,
} from '../domain/reporter.ts'

export type Ports = { store: Pick<ComplaintStore, 'load' | 'loadReporter' | 'save'> }
export type Outcome = 'merged' | 'unchanged'

/** What is done to one report, and the reporters that it is most likely filed under. */
type Change = { id: string; event: string; likely: string[]; apply: (before: StoredReport | undefined) => Report | undefined } // prettier-ignore
type LoadReporter = (key: string) => Promise<Reporter>

/** One transaction takes a hundred actions; 22 of them are the report, its words, two reporters, and lists of nine lines to come to and nine to leave. */
const MAX_MOVED = 78

/** Brings one change into the stored report and its reporter's complaints. A change that was seen before writes nothing. */
export async function mergeReport(message: ReportMessage, ports: Ports): Promise<Outcome> {
  const { id, event } = message
  const apply = (before: StoredReport | undefined) => applyChange(before, message)
  return retryConflicts(() => changeOnce({ id, event, likely: likelyKeys(message), apply }, ports))
}

/** Withdraws a report when one of the lines that it names was erased. */
export async function withdrawErased(id: string, { key, event }: Reporter, ports: Ports): Promise<Outcome> {
  return retryConflicts(() => changeOnce({ id, event, likely: [key], apply: (before) => before }, ports))
}

async function changeOnce(change: Change, ports: Ports): Promise<Outcome> {
  const { store } = ports
  const { report: before, reporters } = await store.load(change.id, change.likely)
  const reporterOf = readOnce(change, reporters, store)
  const after = await unlessErased(change.apply(before), reporterOf)
  if (after === undefined || after === before) return 'unchanged'

  const from = before?.filedUnder
  const to = after.told && (await filingOf(after, from, reporterOf))
  const filed = await fileReport({ before, after, from, to }, reporterOf)
  if (filed.moved.size > MAX_MOVED) {
    // Out first, then in: between the two the report is counted nowhere, and this message is not yet done. It tells the very
    // same as before, so its words stay.
    const out = { ...Report.parse(before), told: before?.told }
    await store.save(await fileReport({ before, after: out, from, to: undefined }, reporterOf))
    return changeOnce(change, ports)
  }
  await store.save(filed)
  return 'merged'
}

/** Each reporter is read once: what is decided by it is then decided by the version that is written over. */
function readOnce({ event, likely }: Change, loaded: Map<string, Reporter>, store: Ports['store']): LoadReporter {
  const read = new Map(likely.map((key) => [key, Promise.resolve(loaded.get(key))]))
  return async (key) => {
    const reading = read.get(key) ?? store.loadReporter(key)
    read.set(key, reading)
    return (await reading) ?? newReporter(key, event)
  }
}

async function unlessErased(report: Report | undefined, reporterOf: LoadReporter): Promise<Report | undefined> {
  if (!report?.told) return report
  const erasures = namedLines(report).map(async ([token]) => {
    const { erasedAt } = await reporterOf(reporterKey({ id: report.id, token }))
    return [token, erasedAt] as const
  })
  return withoutErased(report, new Map(await Promise.all(erasures)))
}

/** Where it is most likely filed. Of one text from one place there may be thousands, most of them beyond the limit. */
function likelyKeys({ id, line, marker }: ReportMessage): string[] {
  const home = reporterKey({ id, token: line, marker })
  return marker ? [home, overLimitKey(id, home)] : [home]
}

/** Where the report is to be counted: it stays where it is under the same line, and goes apart where the reporter has too many. */
async function filingOf(report: Report, from: string | undefined, reporterOf: LoadReporter): Promise<string> {
  const home = reporterKey({ id: report.id, token: report.line?.token, marker: report.marker })
  const apart = overLimitKey(report.id, home)
  if (from === home || from === apart) return from
  const { reports } = await reporterOf(home)
  return Object.keys(reports).length < mostLiveReports(home) ? home : apart
}

type Filing = { before: StoredReport | undefined; after: Report; from: string | undefined; to: string | undefined }

async function fileReport({ before, after, from, to }: Filing, reporterOf: LoadReporter): Promise<ReportChange> {
  const normal = after.told && normalise(after.told, after.receivedAt)
  const words = after.told && wordFactsAfter(before, after.told)
  const facts =
    after.told && normal && words && factsOf({ told: after.told, normal, words, receivedAt: after.receivedAt })
  const reporters: Reporter[] = []
  const moved = new Map<string, Placement>()
  for (const key of new Set([from, to].filter((place) => place !== undefined))) {
    const reporter = await reporterOf(key)
    const changed = withReport(reporter, after.id, key === to ? facts : undefined)
    reporters.push(changed)
    for (const [id, placement] of movedReports(reporter, changed, after.id)) moved.set(id, placement)
  }
  const filed = reporters.find(({ key }) => key === to)?.reports[after.id]
  const listed = listedUnder(before?.listed ?? {}, after, to)
  return {
    report: {
      ...after,
      ...(after.told ? { told: { ...after.told, words: {} }, normal, wordFacts: words } : {}),
      version: (before?.version ?? 0) + 1,
      ...(Object.keys(listed).length > 0 ? { listed } : {}),
      ...(to && filed ? { filedUnder: to, overLimit: isOverLimit({ key: to }), ...Placement.parse(filed) } : {}),
    },
    ...changedWords(before, after),
    reporters,
    moved,
    listing: listingChange(before?.listed ?? {}, listed),
  }
}

/** It stays on a list that it is on, as long as it knows that it named the line. */
function listedUnder(before: Record<string, string>, after: Report, to: string | undefined): Record<string, string> {
  const known = after.told ? new Map(namedLines(after)) : new Map<string, string>()
  return { ...Object.fromEntries(Object.entries(before).filter(([token]) => known.has(token))), ...listings(after, to) }
}

function listingChange(before: Record<string, string>, after: Record<string, string>): ReportChange['listing'] {
  return {
    listed: Object.fromEntries(Object.entries(after).filter(([token, since]) => since !== before[token])),
    unlisted: Object.keys(before).filter((token) => !(token in after)),
  }
}

/** What is told is stored without its words: when it stays, so does what was known of them. */
function wordFactsAfter(before: StoredReport | undefined, told: Told): WordFacts {
  return before && told === before.told ? (before.wordFacts ?? {}) : wordFactsOf(told.words)
}

/** The other reports of this reporter that have another complaint now, or have it for another reason. */
function movedReports(before: Reporter, after: Reporter, except: string): [string, Placement][] {
  return Object.entries(after.reports)
    .filter(([id, place]) => id !== except && !(before.reports[id] && isSamePlacement(before.reports[id], place)))
    .map(([id, place]) => [id, Placement.parse(place)])
}

function changedWords(before: Report | undefined, after: Report): Pick<ReportChange, 'words'> {
  if (before && after.told === before.told) return {}
  const words = after.told?.words ?? {}
  if (Object.values(words).some((text) => text !== undefined)) return { words }
  return before ? { words: null } : {}
}
