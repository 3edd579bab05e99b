import {
  addCounts,
  type Cell,
  cellKey,
  type Contribution,
  type Count,
  mostTelling,
  NONE,
  NOT_TOLD,
} from '../contribution.ts'
import { NOT_ASKED, pollFacets } from '../earlier-poll.ts'
import type { Facts } from '../facts.ts'
import { callDay } from '../call-day.ts'
import { isAnonymous, isOverLimit, type Reporter } from '../reporter.ts'
import { ridingById } from '../ridings/riding.ts'
import type { LinkReason } from './script-links.ts'

/** What the grouping knows of one report: its script, what it has in common with others, and whether its text is a template. */
export type GroupedReport = { script?: string; reasons: LinkReason[]; isTemplated: boolean }
export type Grouped = Record<string, GroupedReport>

/** What a reporter adds to the cells of scripts: complaints, as everywhere, where their most telling report is. */
export function scriptCells(reporter: Reporter, grouped: Grouped): Contribution {
  const cells: Contribution = new Map()
  const add = (cell: Cell, count: Partial<Count>) => {
    const key = cellKey(cell)
    cells.set(key, addCounts(cells.get(key) ?? NONE, { ...NONE, ...count }))
  }
  const telling = new Set(mostTelling(reporter))
  /** By facet, in which scripts the reporter has told so. */
  const told = new Map<string, Set<string>>()
  /** By number displayed, in which scripts. */
  const displayed = new Map<string, Set<string>>()
  for (const [id, facts] of Object.entries(reporter.reports)) {
    const { script, reasons = [] } = grouped[id] ?? {}
    if (!script) continue
    const counted = { reports: 1, complaints: telling.has(id) ? 1 : 0 }
    const number = numberOf(facts)
    for (const cell of reachOf(script, facts, reasons)) add(cell, { reports: 1 })
    for (const facet of ['', ...countedOf(facts)]) {
      add({ collection: 'scripts', record: script, facet }, counted)
      told.set(facet, (told.get(facet) ?? new Set()).add(script))
    }
    if (number) {
      add(pairCell(number, script), counted)
      displayed.set(number, (displayed.get(number) ?? new Set()).add(script))
    }
  }
  if (isOverLimit(reporter)) return cells
  const anonymous = isAnonymous(reporter) ? 1 : 0
  for (const [facet, scripts] of told) {
    if (!PEOPLE_IN.test(facet)) continue
    const person = { reporters: 1, anonymous: facet === '' ? anonymous : 0 }
    for (const record of scripts) add({ collection: 'scripts', record, facet }, person)
    for (const record of meetingsOf([...scripts])) {
      add({ collection: 'script-meetings', record, facet: '' }, { reports: 1 })
      add({ collection: 'script-meetings', record, facet }, { reporters: 1 })
    }
  }
  for (const [number, scripts] of displayed) {
    for (const script of scripts) add(pairCell(number, script), { reporters: 1 })
    for (const meeting of meetingsOf([...scripts]))
      add({ collection: 'caller-script-meetings', record: `${number} ${meeting}`, facet: '' }, { reports: 1, reporters: 1 }) // prettier-ignore
  }
  return cells
}

/** A number displayed, with a script that was told of it. */
function pairCell(number: string, script: string): Cell {
  return { collection: 'caller-scripts', record: `${number} ${script}`, facet: '' }
}

function numberOf({ caller }: Facts): string | undefined {
  return caller?.startsWith('CALLER#+') ? caller.slice('CALLER#'.length) : undefined
}

/** Where reporters are counted beside reports and complaints: wherever an edition has a cell. */
const PEOPLE_IN = /^(?:$|(?:age|received|how|by|answer|province|day)=)/

/** What of a script has three counts: where and when it was told of, and what is compared with complaints outside of it. */
function countedOf(facts: Facts): string[] {
  const { ageBand, earlierPoll, day, receivedAt } = facts
  const province = provinceOf(facts)
  return [
    `age=${ageBand ?? NOT_TOLD}`,
    ...(earlierPoll ? pollFacets(earlierPoll) : [`received=${NOT_ASKED}`]),
    ...(province ? [`province=${province}`] : []),
    ...(day ? [`day=${callDay(day, receivedAt)}`] : []),
  ]
}

function provinceOf({ riding, province }: Facts): string | undefined {
  const resolved = riding && ridingById(riding.slice('RIDING#'.length))
  return resolved ? resolved.province : province
}

/** What else is known of it, told by how many reports. */
function reachOf(record: string, facts: Facts, reasons: LinkReason[]): Cell[] {
  const riding = facts.riding && ridingById(facts.riding.slice('RIDING#'.length))
  const facets = [
    `election=${facts.election}`,
    ...new Set(reasons.map((reason) => `link=${reason}`)),
    // Those of three letters and more are without number.
    ...(/^[a-z]{2}(-|$)/.test(facts.language ?? '') ? [`language=${facts.language!.slice(0, 2)}`] : []),
    ...(riding ? [`riding=${riding.id.split(':').at(-1)}`] : []),
  ]
  const number = numberOf(facts)
  return [
    ...facets.map((facet) => ({ collection: 'scripts', record, facet })),
    // The other end of `pairCell`: no table has an index.
    ...(number ? [{ collection: 'script-callers', record: `${record} ${number}`, facet: '' }] : []),
  ]
}

/** Of a script's id, enough to tell it from others in one list. */
export function shortId(script: string): string {
  return script.slice(4, 12)
}

/**
 * Should scripts turn out to be one, those who reported several of them are still one reporter each: under each script, which
 * others its reporters know. So it is with those of one age in several.
 */
function meetingsOf(scripts: string[]): string[] {
  if (scripts.length < 2) return []
  const all = scripts.map(shortId).toSorted().join('.')
  return scripts.map((script) => `${script} ${all}`)
}
