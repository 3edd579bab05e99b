import { isDeepStrictEqual } from 'node:util'
import {
  addCounts,
  cellKey,
  type Contribution,
  difference,
  NONE,
  readCellKey,
} from '../functions/domain/contribution.ts'
import type { LedgerEntry, Noted } from '../functions/domain/fold.ts'
import type { Reporter } from '../functions/domain/reporter.ts'
import type { StoredBridge } from '../functions/adapters/script-store.ts'
import { FEWEST_WITNESSES, testimonies } from '../functions/domain/scripts/bridges.ts'
import { groupAll } from '../functions/domain/scripts/group-all.ts'
import { groupedOf, type Grouping, nodesOf, notedOf } from '../functions/domain/scripts/grouped.ts'
import type { Roots } from '../functions/domain/scripts/roots.ts'
import { scriptContribution } from '../functions/domain/scripts/templated-cells.ts'
import { type SentText, sentTexts } from '../functions/domain/scripts/sent-texts.ts'
import { type Senders, templateSpans } from '../functions/domain/scripts/templates.ts'
import type { StoredScripts } from './stored-scripts.ts'

export type ScriptDifferences = {
  /** Nodes of one script that were not joined: each with the smallest of the script. */
  apart: [string, string][]
  /** Bridges of which other witnesses are noted than make them open or not, as they are to be. */
  misbridged: StoredBridge[]
  /** Scripts that nothing holds together any more, by their names: all of their nodes, each with the script it belongs to. */
  glued: { script: string; nodes: [string, string][] }[]
  /** Scripts of which readers do not find all records, or others with them: each with its own. */
  unlisted: [script: string, records: string[]][]
  /** Texts that nobody tells and of which hashes are kept, each with its bands. */
  untold: [string, string[]][]
  /** Texts of which it is not noted right when they came as a template, with who sends them when. */
  unmarked: [string, Senders][]
  /** Reporters who are not counted in scripts as they are now, or tell a text that is not saved. */
  ungrouped: { reporter: Reporter | undefined; entry: LedgerEntry | undefined; cells: Contribution; noted: Noted }[]
}

const NOWHERE: Noted = { texts: [], bridges: [] }

/** Groups everything anew, all at once, and puts it beside what grouping one by one has stored. */
export function compareScripts(
  reporters: Map<string, Reporter>,
  { ledger, roots, spans: stored, bands, bridges, records }: StoredScripts,
  grouping: Grouping,
): ScriptDifferences {
  const all = [...reporters.values()]
  const joined = groupAll(all, grouping)
  const told = testimonies(all, grouping)
  const callers = [...told.values()].flatMap((witnesses) => [...witnesses.values()].map(({ caller }) => caller))
  const nodes = [...new Set([...all.flatMap((reporter) => nodesOf(reporter, grouping)), ...callers])]
  const keys = new Set([...reporters.keys(), ...ledger.keys()])
  const sent = sentTexts(all, grouping)
  // Of whom nobody can say what they tell, what they told stays.
  const isUnsure = (key: string) => ledger.has(key) && !reporters.has(key)
  const unsure = new Set([...ledger.values()].flatMap(({ key, noted }) => (isUnsure(key) ? (noted?.texts ?? []) : [])))
  const spansOf = (id: string, { senders }: SentText) => (unsure.has(id) ? stored.get(id) : undefined) ?? templateSpans([], senders) // prettier-ignore
  const spans = new Map([...sent].map(([id, text]) => [id, spansOf(id, text)]))
  return {
    apart: nodes.flatMap((node): [string, string][] => {
      const first = joined.rootOf(node)
      return roots.rootOf(node) === roots.rootOf(first) ? [] : [[node, first]]
    }),
    misbridged: [...new Set([...told.keys(), ...bridges.keys()])].flatMap((id) => {
      const { version = 0, ...noted } = bridges.get(id) ?? { witnesses: [] }
      const witnesses = [...(told.get(id)?.keys() ?? []), ...noted.witnesses.filter(isUnsure)]
      const isOpen = witnesses.length >= FEWEST_WITNESSES
      const right = { id, version, witnesses: witnesses.slice(0, FEWEST_WITNESSES), ...(isOpen ? { isOpen } : {}) }
      return isNotedRight(noted, witnesses) ? [] : [right]
    }),
    glued: [...Map.groupBy(nodes, (node) => roots.rootOf(node))].flatMap(([script, its]) => {
      const parts = its.map((node): [string, string] => [node, joined.rootOf(node)])
      return new Set(parts.map(([, part]) => part)).size > 1 ? [{ script, nodes: parts }] : []
    }),
    unlisted: [...Map.groupBy(records.keys(), (script) => roots.rootOf(script))].filter(
      ([root, pieces]) => !isListed(root, pieces, records),
    ),
    untold: [...bands].flatMap(([id, names]): [string, string[]][] =>
      sent.has(id) || unsure.has(id) ? [] : [[id, [...names].toSorted()]],
    ),
    unmarked: [...sent].flatMap(([id, { senders }]): [string, Senders][] =>
      isDeepStrictEqual(stored.get(id) ?? spans.get(id), spans.get(id)) ? [] : [[id, senders]],
    ),
    ungrouped: [...keys].flatMap((key) => {
      const [reporter, entry] = [reporters.get(key), ledger.get(key)]
      const cells = reporter ? scriptContribution(reporter, groupedOf(reporter, { grouping, roots, spans })) : new Map()
      const noted = reporter ? notedOf(reporter, grouping) : NOWHERE
      const isRight = difference(throughRoots(entry?.cells ?? new Map(), roots), throughRoots(cells, roots)).size === 0
      const isNoted = isDeepStrictEqual(noted, entry?.noted ?? NOWHERE) && noted.texts.every((id) => stored.has(id))
      return isRight && isNoted ? [] : [{ reporter, entry, cells, noted }]
    }),
  }
}

/** Nobody may be noted who tells it no more; and while it is not open, everybody is who does. */
function isNotedRight(
  { witnesses: noted, isOpen = false }: Omit<StoredBridge, 'id' | 'version'>,
  witnesses: string[],
): boolean {
  const areTrue = noted.every((key) => witnesses.includes(key))
  return areTrue && isOpen === witnesses.length >= FEWEST_WITNESSES && (isOpen || witnesses.length === noted.length)
}

/** Whether readers find these records, and no others, under the script's name. */
function isListed(root: string, pieces: string[], records: StoredScripts['records']): boolean {
  const tops = new Set(pieces.map((script) => topOf(script, records)))
  const [top = ''] = tops
  const { pieces: size = 1, scriptName = top } = records.get(top) ?? {}
  const isNamed = scriptName === root && size === pieces.length && tops.size === 1
  return (
    isNamed &&
    pieces.every((script) => {
      const { partOf, heldBy, isFound } = records.get(script)!
      return (partOf === undefined) === (script === root) && (heldBy === undefined || isFound)
    })
  )
}

function topOf(script: string, records: StoredScripts['records']): string {
  let top = script
  for (let steps = 0; steps < records.size; steps += 1) {
    const holder = records.get(top)?.heldBy
    if (holder === undefined) break
    top = holder
  }
  return top
}

/** The cells of what scripts have become: what was counted under one stays there when it becomes part of another. */
function throughRoots(cells: Contribution, roots: Roots): Contribution {
  const through: Contribution = new Map()
  for (const [key, count] of cells) {
    const { collection, record, facet } = readCellKey(key)
    if (['script-meetings', 'caller-script-meetings'].includes(collection)) continue
    const parts = record.split(' ').map((part) => (part.startsWith('scr_') ? roots.rootOf(part) : part))
    const isScript = ['scripts', 'script-callers', 'caller-scripts'].includes(collection)
    const name = isScript ? cellKey({ collection, record: parts.join(' '), facet }) : key
    const sum = addCounts(through.get(name) ?? NONE, count)
    // One reporter is one, however many parts of a script it was counted under.
    through.set(name, { ...sum, reporters: Math.min(1, sum.reporters), anonymous: Math.min(1, sum.anonymous) })
  }
  return through
}
