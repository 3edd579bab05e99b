import { callDay } from './call-day.ts'
import { groupOf, personOf, pollFacets } from './earlier-poll.ts'
import type { Facts } from './facts.ts'
import { sourceRecord } from './published-source.ts'
import { isAnonymous, isOverLimit, type Reporter } from './reporter.ts'
import { ridingById } from './ridings/riding.ts'

/** The three counts, and how many of the reporters gave no line. */
export type Count = { reports: number; reporters: number; complaints: number; anonymous: number }

/** What one reporter adds to each published cell; keys are `cellKey`s. The sum over all reporters is what is published. */
export type Contribution = Map<string, Count>

/** A cell: one facet of one record of one collection. The facet '' is the record's total. */
export type Cell = { collection: string; record: string; facet: string }

export function cellKey({ collection, record, facet }: Cell): string {
  return `${collection}|${record}|${facet}`
}

export function readCellKey(key: string): Cell {
  const [collection = '', record = '', facet = ''] = key.split('|')
  return { collection, record, facet }
}

/** The record's name for calls without a date, or without a time of day, in a timeline. */
export const UNDATED = { day: 'undated-day', hour: 'undated-hour' } as const

/** The age of whoever does not tell it. */
export const NOT_TOLD = 'not-told'

/** Where each reporter who was asked of an earlier poll is counted once. */
export const PERSONS = { collection: 'polls', record: 'reporters' } as const

/** What the reporter adds to every count, complaints counted in the cells of their most telling report. */
export function contribution(reporter: Reporter): Contribution {
  const sum: Contribution = new Map()
  const reports = Object.entries(reporter.reports).map(([id, facts]) => ({ id, ...facts }))
  const counted = isOverLimit(reporter) ? 0 : 1
  const cells = new Map(reports.map((report) => [report.id, cellsOf(report).map(cellKey)]))
  const person = { reports: 0, reporters: counted, complaints: 0, anonymous: isAnonymous(reporter) ? counted : 0 }
  for (const { id } of reports) {
    for (const key of cells.get(id)!) {
      sum.set(key, addCounts(sum.get(key) ?? (isReach(key) ? NONE : person), { ...NONE, reports: 1 }))
    }
  }
  for (const id of mostTelling(reporter)) {
    for (const key of cells.get(id)!) if (!isReach(key)) sum.get(key)!.complaints += 1
  }
  const asked = counted ? personOf(reports) : undefined
  if (asked) sum.set(cellKey({ ...PERSONS, facet: `person=${asked}` }), { ...NONE, reporters: 1 })
  return sum
}

/** What must be added to `before` to make it `after`; cells without a difference are absent. */
export function difference(before: Contribution, after: Contribution): Contribution {
  const delta: Contribution = new Map()
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const change = addCounts(after.get(key) ?? NONE, before.get(key) ?? NONE, -1)
    if (Object.values(change).some((n) => n !== 0)) delta.set(key, change)
  }
  return delta
}

export const NONE: Readonly<Count> = { reports: 0, reporters: 0, complaints: 0, anonymous: 0 }

export function addCounts(a: Count, b: Count, sign: 1 | -1 = 1): Count {
  return {
    reports: a.reports + sign * b.reports,
    reporters: a.reporters + sign * b.reporters,
    complaints: a.complaints + sign * b.complaints,
    anonymous: a.anonymous + sign * b.anonymous,
  }
}

/** What a record reached is told by reports alone, but for the days and hours of a number displayed: three counts of everything would be many. */
function isReach(key: string): boolean {
  const { collection, record, facet } = readCellKey(key)
  if (facet.startsWith('day=')) return !record.startsWith('CALLER#+')
  return collection === 'caller-ids' && facet.startsWith('riding=')
}

type Filed = Reporter['reports'][string] & { id: string }

/** One report's id per complaint: the most precise, then the earliest. None beyond the limit, where there are no complaints. */
export function mostTelling(reporter: Reporter): string[] {
  const best = new Map<string, Filed>()
  if (isOverLimit(reporter)) return []
  for (const [id, facts] of Object.entries(reporter.reports)) {
    const report = { id, ...facts }
    const other = best.get(report.complaintId)
    if (!other || rank(report) < rank(other)) best.set(report.complaintId, report)
  }
  return [...best.values()].map(({ id }) => id)
}

/** The less, the more telling: what riding, what number, when, which kind; of equals the earliest. */
function rank(report: Filed): string {
  const { riding, caller, time = '', kind, receivedAt, id } = report
  const isNumber = /^CALLER#(?:\+|short-code)/.test(caller ?? '')
  const lacks = [
    riding === 'RIDING#unresolved' ? 1 : 0,
    isNumber ? 0 : caller ? 1 : 2,
    time.length > 2 ? 0 : time ? 1 : 2,
    kind === 'unsure' ? 1 : 0,
  ]
  return `${lacks.join('')} ${receivedAt} ${id}`
}

function cellsOf(facts: Facts): Cell[] {
  const riding = facts.riding && ridingById(facts.riding.slice('RIDING#'.length))
  const province = riding ? riding.province : facts.province
  const [kind, door, age] = [`kind=${facts.kind}`, `door=${facts.door}`, `age=${facts.ageBand ?? NOT_TOLD}`]
  const days = facts.day ? [`day=${callDay(facts.day, facts.receivedAt)}`] : []
  const scopes = ['ALL', ...(province ? [`PROVINCE#${province}`] : []), ...(facts.riding ? [facts.riding] : [])]
  return [
    ...inRecord('summary', 'ALL', ['', kind, `election=${facts.election}`, door, age, ...unasked(facts)]),
    ...(province ? inRecord('summary', `PROVINCE#${province}`, ['', kind, age]) : []),
    ...pollCells(facts),
    ...(facts.riding ? inRecord('ridings', facts.riding, ['', kind, door, ...days]) : []),
    ...(facts.caller ? inRecord('caller-ids', facts.caller, ['', kind, ...days, ...reached(facts)]) : []),
    // Only where one is told: a record is a write, and most reports come from a form that says nothing.
    ...(facts.source ? inRecord('sources', sourceRecord(facts.door, facts.source), ['']) : []),
    ...(facts.time ? inRecord('hours', facts.time.slice(0, 2), ['']) : []),
    ...scopes.flatMap((scope) => [
      ...inTimeline(`timeline#call#${scope}`, facts.day, facts.time),
      ...inTimeline(`timeline#received#${scope}`, facts.receivedAt.slice(0, 10), facts.receivedAt.slice(11, 13)),
    ]),
  ]
}

/** Kept for numbers alone: those who withhold theirs call everywhere at any time. */
function reached({ caller, time, riding }: Facts): string[] {
  if (!caller?.startsWith('CALLER#+')) return []
  const id = riding && ridingById(riding.slice('RIDING#'.length))?.id
  return [...(time ? [`hour=${time.slice(0, 2)}`] : []), ...(id ? [`riding=${id.split(':').at(-1)}`] : [])]
}

function unasked(facts: Facts): string[] {
  return facts.earlierPoll ? [] : [`unasked=${groupOf(facts)}`]
}

// Records of their own, as few are asked: all that they may answer would make the summary three times as large.
function pollCells(facts: Facts): Cell[] {
  if (!facts.earlierPoll) return []
  const group = inRecord('polls', groupOf(facts), ['', ...pollFacets(facts.earlierPoll)])
  return [...group, ...inRecord(PERSONS.collection, PERSONS.record, [''])]
}

function inTimeline(collection: string, day: string | undefined, time: string | undefined): Cell[] {
  if (!day) return [UNDATED.day, UNDATED.hour].flatMap((record) => inRecord(collection, record, ['']))
  const hour = time && day ? [`hour=${time.slice(0, 2)}`] : []
  return [...inRecord(collection, day, ['', ...hour]), ...(time ? [] : inRecord(collection, UNDATED.hour, ['']))]
}

function inRecord(collection: string, record: string, facets: string[]): Cell[] {
  return facets.map((facet) => ({ collection, record, facet }))
}
