/** What one request of a path read: units of the table, the counters in the records, and objects, first and again; and the rows that it answered. */
export type Used = { units: number; cells: number; rows: number; objects: number; objectsAgain: number }
/** How many times the units are read among more complaints: in all, and for each counter that is filled. */
export type Growth = { path: string; kind: Kind; times: number; perCell: number }

export const KINDS = ['whole tables', 'pages, by row', 'what a path or a filter names'] as const
type Kind = (typeof KINDS)[number]

/** Units are rounded up to halves: one step more is no growth yet. */
const STEP = 0.5

/** Of each path that reads the table; of pages the units are told for each row, as few do not fill one. */
export function growthOf(fewer: Record<string, Used>, more: Record<string, Used>): Growth[] {
  return Object.entries(fewer).flatMap(([path, before]) => {
    const after = more[path]
    if (!after || before.units === 0) return []
    const kind = kindOf(path)
    const rows = kind === 'pages, by row' ? after.rows / before.rows : 1
    const times = (after.units - STEP) / before.units
    return [{ path, kind, times: times / rows, perCell: times / (after.cells / before.cells) }]
  })
}

function kindOf(path: string): Kind {
  if (/\{|list-source|\?(?:script|callerId|riding)/.test(path)) return 'what a path or a filter names'
  return /(?:caller-ids|scripts|sources)/.test(path) ? 'pages, by row' : 'whole tables'
}

/** Why the records that a path reads become larger, until they are as large as they can be. */
export function whyLarger(path: string): string {
  if (path.includes('ridings')) return 'a riding is counted by day: more days are filled, in more ridings'
  if (/timeline|from/.test(path)) return 'a day is counted by hour and kind: more of them are filled'
  if (/script|list-source/.test(path)) return 'a script is counted by day and riding: more are filled; up to a hundred numbers a part'
  return 'numbers have more digits, and a record is paid for by steps of 4 KB'
} // prettier-ignore
