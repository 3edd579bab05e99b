import type { Count } from './contribution.ts'
import { LINK_REASONS } from './scripts/script-links.ts'
import { TEMPLATED } from './scripts/templated-cells.ts'

/** A record of the counts as it lies in the stats table: its name, its normal attributes, and its counters by facet. */
export type CountRecord = {
  record: string
  normal?: object | undefined
  counters: Record<string, number>
  /** Of a script that turned out to be part of another: which, when that was found. */
  partOf?: string | undefined
  /** Of scripts that are one (`TreeRecord`): which record holds this one, how many it held, and how the script is called. */
  heldBy?: string | undefined
  pieces?: number | undefined
  scriptName?: string | undefined
  /** When its counts last changed. */
  foldedAt?: string | undefined
}

/** The records of a collection between two names, both inclusive, or after one. */
export type RecordRange = {
  from?: string | undefined
  to?: string | undefined
  after?: string | undefined
  /** How many are likely to be looked at: no more are read at first, then twice as many, and so on. All that is read is paid for. */
  limit?: number | undefined
}

/** Where records are read: of a collection in order of their names, or one of them; those in which something is counted. */
export type CountRecords = {
  list: (collection: string, range?: RecordRange) => AsyncIterable<CountRecord>
  get: (collection: string, record: string) => Promise<CountRecord | undefined>
}

const COUNTS = ['reports', 'reporters', 'complaints', 'anonymousShare']
export const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'))
const DAYS = ['firstCall', 'lastCall']

/** The columns of each table as CSV, nested fields with dotted names: the same for every answer, even without a row. */
export const COLUMNS = {
  summary: ['election', ...COUNTS],
  ridings: [
    'riding.id',
    'riding.order',
    'riding.name.en',
    'riding.name.fr',
    'riding.province',
    ...COUNTS,
    'population',
    'complaintsPer100000',
    ...DAYS,
  ],
  'caller-ids': ['callerId.kind', 'callerId.e164', 'callerId.shortCode', ...COUNTS, ...DAYS],
  'caller-id': [
    'callerId.kind',
    'callerId.e164',
    'callerId.shortCode',
    ...COUNTS,
    ...DAYS,
    'ridings',
    'scripts',
    ...HOURS.flatMap((hour) => ['reports', 'reporters', 'complaints'].map((count) => `hours.${hour}.${count}`)),
  ],
  scripts: [
    'script.id',
    ...COUNTS,
    ...DAYS,
    'provinces',
    'ridings',
    'languages',
    'callerIds',
    ...LINK_REASONS.map((reason) => `links.${reason}`),
    ...['reports', 'reporters', 'complaints'].map((count) => `templated.${count}`),
  ],
  'list-source': [
    'measure',
    'value',
    'count',
    ...['complaints', 'of', 'share', 'low', 'high'].map((name) => `script.${name}`),
    ...['complaints', 'of', 'share', 'low', 'high'].map((name) => `others.${name}`),
  ],
  ages: ['ageBand', ...COUNTS, 'share'],
  'earlier-polls': ['group', 'question', 'answer', ...COUNTS, 'of', 'share', 'low', 'high'],
  'odds-ratios': [
    'comparison',
    ...['misdirected', 'others'].flatMap((group) => [`${group}.exposed`, `${group}.unexposed`]),
    'oddsRatio',
    'low',
    'high',
  ],
  sources: ['door', 'source', ...COUNTS],
  timeline: ['period', ...COUNTS],
}

/** The three counts of a published cell, and the share of its reporters who gave no line. */
export type Counts = { reports: number; reporters: number | null; complaints: number; anonymousShare: number | null }

/** The counts of one facet of a record; the facet '' is its total. */
export function countsOf({ counters }: CountRecord, facet = ''): Counts {
  const { anonymous, ...counts } = countOf(counters, facet)
  return { ...counts, anonymousShare: counts.reporters > 0 ? round(anonymous / counts.reporters) : null }
}

/** The record without what came as a template; nothing while that is counted before the rest, by another stage. */
export function withoutTemplates(record: CountRecord): CountRecord {
  const counters = Object.entries(record.counters).flatMap(([name, n]): [string, number][] => {
    return name.startsWith(TEMPLATED) ? [] : [[name, Math.max(0, n - (record.counters[templatedName(name)] ?? 0))]]
  })
  return { ...record, counters: Object.fromEntries(counters) }
}

function templatedName(counter: string): string {
  return counter.includes('=') ? `${TEMPLATED}${counter}` : `${TEMPLATED}.${counter}`
}

/** The counts over several cells. A reporter may stand in more than one of them, so reporters cannot be added up. */
export function unionOf(cells: Counts[]): Counts {
  return {
    reports: cells.reduce((sum, { reports }) => sum + reports, 0),
    reporters: null,
    complaints: cells.reduce((sum, { complaints }) => sum + complaints, 0),
    anonymousShare: null,
  }
}

/** The first and last written day among the record's calls; a month for calls reported more than 400 days later. */
export function callDays({ counters }: CountRecord): { firstCall: string | null; lastCall: string | null } {
  const days = facetValues(counters, 'day').toSorted()
  return { firstCall: days[0] ?? null, lastCall: days.at(-1) ?? null }
}

/** The values of one kind of facet in which something is counted: hours of a day, elections of the summary. */
export function facetValues(counters: Record<string, number>, facet: string): string[] {
  return Object.entries(counters).flatMap(([name, n]) => {
    const [, value] = name.match(FACET_REPORTS) ?? []
    return n > 0 && value && name.startsWith(`${facet}=`) ? [value] : []
  })
}

/** The ids of the ridings in which something is counted. */
export function ridingsOf({ counters }: CountRecord): string[] {
  return facetValues(counters, 'riding').map((riding) => `ocd-division/country:ca/ed:${riding}`).toSorted() // prettier-ignore
}

const FACET_REPORTS = /^[a-z]+=(.*)\.reports$/

function countOf(counters: Record<string, number>, facet: string): Count {
  const counter = (name: keyof Count) => counters[facet ? `${facet}.${name}` : name] ?? 0
  return {
    reports: counter('reports'),
    reporters: counter('reporters'),
    complaints: counter('complaints'),
    anonymous: counter('anonymous'),
  }
}

function round(share: number): number {
  return Math.round(share * 10_000) / 10_000
}
