import { addCounts, type Cell, cellKey, type Contribution, type Count, mostTelling, NONE } from '../contribution.ts'
import { pollFacets } from '../earlier-poll.ts'
import type { Facts } from '../facts.ts'
import { callDay } from '../call-day.ts'
import { isAnonymous, isOverLimit, type Reporter } from '../reporter.ts'
import { ridingById } from '../ridings/riding.ts'
import type { LinkReason } from './script-links.ts'

/** What the grouping knows of one report: its script, what it has in common with others, and whether its text is a template. */
export type GroupedReport = { script?: string; reasons: LinkReason[]; isTemplated: boolean }
export type Grouped = Record<string, GroupedReport>

/** What a reporter adds to the cells of scripts. */
export function scriptCells(reporter: Reporter, grouped: Grouped): Contribution {
  const cells: Contribution = new Map()
  const add = (cell: Cell, count: Partial<Count>) => {
    const key = cellKey(cell)
    cells.set(key, addCounts(cells.get(key) ?? NONE, { ...NONE, ...count }))
  }
  const person = isOverLimit(reporter) ? 0 : 1
  const complaints = new Map<string, Set<string>>()
  const telling = new Set(mostTelling(reporter))
  for (const [id, facts] of Object.entries(reporter.reports)) {
    const { script, reasons = [] } = grouped[id] ?? {}
    if (!script) continue
    complaints.set(script, (complaints.get(script) ?? new Set()).add(facts.complaintId))
    for (const cell of cellsOf(script, facts, reasons)) add(cell, { reports: 1 })
    for (const facet of answersOf(facts))
      add({ collection: 'scripts', record: script, facet }, { reports: 1, complaints: telling.has(id) ? 1 : 0 })
  }
  const anonymous = isAnonymous(reporter) ? person : 0
  for (const [record, { size }] of complaints)
    add({ collection: 'scripts', record, facet: '' }, { reporters: person, complaints: person * size, anonymous })
  for (const record of person ? meetingsOf([...complaints.keys()]) : [])
    add({ collection: 'script-meetings', record, facet: '' }, { reports: 1, reporters: 1 })
  return cells
}

/** What is compared with complaints outside of the script: no reporters, as they could not be added up when scripts are joined. */
function answersOf({ ageBand, earlierPoll }: Facts): string[] {
  return [...(ageBand ? [`age=${ageBand}`] : []), ...(earlierPoll ? pollFacets(earlierPoll) : [])]
}

/** Everything else but the total tells only what was reached, by how many reports. */
function cellsOf(record: string, facts: Facts, reasons: LinkReason[]): Cell[] {
  const riding = facts.riding && ridingById(facts.riding.slice('RIDING#'.length))
  const province = riding ? riding.province : facts.province
  const facets = [
    '',
    `election=${facts.election}`,
    ...new Set(reasons.map((reason) => `link=${reason}`)),
    // Those of three letters and more are without number.
    ...(/^[a-z]{2}(-|$)/.test(facts.language ?? '') ? [`language=${facts.language!.slice(0, 2)}`] : []),
    ...(province ? [`province=${province}`] : []),
    ...(riding ? [`riding=${riding.id.split(':').at(-1)}`] : []),
    ...(facts.day ? [`day=${callDay(facts.day, facts.receivedAt)}`] : []),
  ]
  const number = facts.caller?.startsWith('CALLER#+') ? [facts.caller.slice('CALLER#'.length)] : []
  return [
    ...facets.map((facet) => ({ collection: 'scripts', record, facet })),
    // Found from either end: no table has an index.
    ...number.flatMap((caller) => [
      { collection: 'script-callers', record: `${record} ${caller}`, facet: '' },
      { collection: 'caller-scripts', record: `${caller} ${record}`, facet: '' },
    ]),
  ]
}

/** Of a script's id, enough to tell it from others in one list. */
export function shortId(script: string): string {
  return script.slice(4, 12)
}

/**
 * Should scripts turn out to be one, those who reported several of them are still one reporter each: under each script, which
 * others its reporters know.
 */
function meetingsOf(scripts: string[]): string[] {
  if (scripts.length < 2) return []
  const all = scripts.map(shortId).toSorted().join('.')
  return scripts.map((script) => `${script} ${all}`)
}
