import type { ComplaintStore, ReportChange, StoredReport } from '../adapters/complaint-store.ts'
import { retryConflicts } from '../adapters/conflict.ts'
import { factsOf, type WordFacts, wordFactsOf } from '../domain/facts.ts'
import type { ReportMessage, Told } from '../domain/message.ts'
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

type Ports = { store: Pick<ComplaintStore, 'load' | 'loadReporter' | 'save'> }
type LoadReporter = (key: string) => Promise<Reporter>

/** One transaction takes a hundred actions; four of them are the report, its words and two reporters. */
const MAX_MOVED = 96

/** Brings one change into the stored report and its reporter's complaints. A change that was seen before writes nothing. */
export async function mergeReport(message: ReportMessage, ports: Ports): Promise<'merged' | 'unchanged'> {
  return retryConflicts(() => mergeOnce(message, ports))
}

async function mergeOnce(message: ReportMessage, ports: Ports): Promise<'merged' | 'unchanged'> {
  const { store } = ports
  const likely = likelyKeys(message)
  const { report: before, reporters } = await store.load(message.id, likely)
  const after = applyChange(before, message)
  if (after === before) return 'unchanged'

  const reporterOf: LoadReporter = async (key) =>
    (likely.includes(key) ? reporters.get(key) : await store.loadReporter(key)) ?? newReporter(key, message.event)
  const from = before?.filedUnder
  const to = after.told && (await filingOf(after, from, reporterOf))
  const change = await fileReport({ before, after, from, to }, reporterOf)
  if (change.moved.size > MAX_MOVED) {
    // Out first, then in: between the two the report is counted nowhere, and this message is not yet done. It tells the very
    // same as before, so its words stay.
    const out = { ...Report.parse(before), told: before?.told }
    await store.save(await fileReport({ before, after: out, from, to: undefined }, reporterOf))
    return mergeOnce(message, ports)
  }
  await store.save(change)
  return 'merged'
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
  return {
    report: {
      ...after,
      ...(after.told ? { told: { ...after.told, words: {} }, normal, wordFacts: words } : {}),
      version: (before?.version ?? 0) + 1,
      ...(to && filed ? { filedUnder: to, overLimit: isOverLimit({ key: to }), ...Placement.parse(filed) } : {}),
    },
    ...changedWords(before, after),
    reporters,
    moved,
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
