import { addCounts, type Contribution, difference, NONE } from './contribution.ts'

/** What was last folded of one reporter. `revision` counts the writes of the entry, `version` is the reporter's. */
export type LedgerEntry = {
  key: string
  revision: number
  version: number
  cells: Contribution
  /** Where scripts are folded. */
  noted?: Noted | undefined
}

/** Where else a reporter's key stands: the texts that it sends, and the bridges that it is a witness of; their ids. */
export type Noted = { texts: string[]; bridges: string[] }

/** A reporter to be folded: the entry as read, and what it is to become. */
export type Pending = { entry: LedgerEntry; version: number; cells: Contribution; noted?: Noted | undefined }

/** One transaction: the entries as they will be, and the sum of what they add to the counts. */
export type FoldStep = { entries: LedgerEntry[]; delta: Contribution }

/** A record is one item; as many of its facets are changed at once as its update expression holds. */
const MAX_FACETS = 110

/** The fewest steps, of at most `maxActions` items each, that bring the counts up to date. A reporter too large for one is folded in parts. */
export function planFold(pending: Pending[], maxActions: number): FoldStep[] {
  const steps: FoldStep[] = []
  let draft = newDraft()
  const close = () => {
    if (draft.entries.length > 0) steps.push({ entries: draft.entries, delta: draft.delta })
    draft = newDraft()
  }
  for (const { entry, version, cells, noted } of byPlace(pending)) {
    let folded = entry
    let delta = difference(entry.cells, cells)
    if (!takes(draft, delta, maxActions)) close()
    while (!takes(draft, delta, maxActions)) {
      const part = wholeRecords(delta, maxActions - 1)
      folded = { ...folded, revision: folded.revision + 1, cells: sum(folded.cells, part) }
      steps.push({ entries: [folded], delta: part })
      delta = difference(folded.cells, cells)
    }
    put(draft, { key: entry.key, revision: folded.revision + 1, version, cells, ...(noted ? { noted } : {}) }, delta)
  }
  close()
  return steps
}

/**
 * Those who were called in one riding on one day stand together, wherever they stood in the batch: they add to the same records,
 * and a transaction writes a record once for all of them. With a thousand changes at once this saves half of the writes. So do those
 * who are counted in one script, by its numbers.
 */
function byPlace(pending: Pending[]): Pending[] {
  const places = [...Map.groupBy(pending, placeOf)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return places.flatMap(([, those]) => those)
}

const PLACES = /^timeline#call#RIDING#|^script(?:s|-callers)\|/

/** The riding's day, which sorts by province too, as ridings are numbered by province; in scripts the script, with the number if there is one. */
function placeOf({ entry, cells }: Pending): string {
  const places = [...cells.keys(), ...entry.cells.keys()].filter((key) => PLACES.test(key))
  const records = places.map((key) => recordOf(key).replace(/^script.*\|/, ''))
  return records.toSorted().at(-1) ?? ''
}

/** The record, one stats item, that a cell belongs to. */
export function recordOf(cellKey: string): string {
  return cellKey.slice(0, cellKey.lastIndexOf('|'))
}

/** A step in the making, and how many facets of each record it changes: counted as it grows, since a batch may hold a thousand. */
type Draft = FoldStep & { facets: Map<string, number> }

function newDraft(): Draft {
  return { entries: [], delta: new Map(), facets: new Map() }
}

function takes({ entries, delta, facets }: Draft, more: Contribution, maxActions: number): boolean {
  const changed = new Map<string, number>()
  for (const record of newFacets(delta, more)) {
    changed.set(record, (changed.get(record) ?? facets.get(record) ?? 0) + 1)
  }
  const newRecords = [...changed.keys()].filter((record) => !facets.has(record)).length
  const isRoomy = entries.length === 0 || Math.max(0, ...changed.values()) <= MAX_FACETS
  return isRoomy && entries.length + 1 + facets.size + newRecords <= maxActions
}

function put({ entries, delta, facets }: Draft, entry: LedgerEntry, more: Contribution): void {
  entries.push(entry)
  for (const record of newFacets(delta, more)) facets.set(record, (facets.get(record) ?? 0) + 1)
  addTo(delta, more)
}

/** The record of each cell that only `more` has. */
function newFacets(delta: Contribution, more: Contribution): string[] {
  return [...more.keys()].filter((key) => !delta.has(key)).map(recordOf)
}

function wholeRecords(delta: Contribution, most: number): Contribution {
  const records = new Set([...delta.keys()].map(recordOf))
  const chosen = new Set([...records].slice(0, most))
  return new Map([...delta].filter(([key]) => chosen.has(recordOf(key))))
}

function sum(a: Contribution, b: Contribution): Contribution {
  const total = new Map(a)
  addTo(total, b)
  return total
}

/** A cell in which nothing is left goes. */
function addTo(total: Contribution, more: Contribution): void {
  for (const [key, count] of more) {
    const cell = addCounts(total.get(key) ?? NONE, count)
    if (Object.values(cell).every((n) => n === 0)) total.delete(key)
    else total.set(key, cell)
  }
}

/** The records in which fewer reports are counted after a step: they may be empty then. */
export function lessened({ delta }: FoldStep): string[] {
  return [...new Set([...delta].filter(([, { reports }]) => reports < 0).map(([key]) => recordOf(key)))]
}
