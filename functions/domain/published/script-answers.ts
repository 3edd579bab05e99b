import type { Column, Row } from '../dataset/table.ts'
import { ALL } from '../editions/codes.ts'
import { age, door } from '../editions/dimension-columns.ts'
import { PUBLISHED_TABLES } from '../editions/published-tables.ts'
import { type Answered, COUNTED, countsIn, type EditionTables } from './answered.ts'
import { DAYS_SHOWN, daysShown } from './days-shown.ts'
import type { PublicQuery } from './public-queries.ts'
import { scriptRows } from './script-rows.ts'
import { NO_SHARE, shareColumns, sharesOf } from './shares.ts'

const columnOf = (name: string): Column => PUBLISHED_TABLES.scripts.columns.find((each) => each.name === name)!
const SCRIPT = { ...columnOf('script'), name: 'script.id' }
export const SCRIPT_COLUMNS: readonly Column[] = [SCRIPT, ...COUNTED, columnOf('ridings'), ...DAYS_SHOWN]

/** The scripts whose counts are shown. */
export async function scriptsAnswer(query: PublicQuery<'scripts'>, read: EditionTables): Promise<Answered> {
  const { script, atLeast } = query
  const table = (await read('scripts')).filter((row) => !script || row['script'] === script)
  const days = Map.groupBy(scriptRows(table, 'day'), (row) => row['script'])
  const told = scriptRows(table).map((row) => ({
    'script.id': row['script']!,
    ...countsIn(row, query),
    ridings: row['ridings']!,
    ...daysShown(days.get(row['script']) ?? [], query),
  }))
  const isEnough = (row: Row) => atLeast === 1 || (typeof row['complaints'] === 'number' && row['complaints'] >= atLeast)
  return { columns: SCRIPT_COLUMNS, rows: told.filter(isEnough) }
} // prettier-ignore

export const AGE_COLUMNS: readonly Column[] = [{ ...age, name: 'ageBand' }, ...COUNTED, ...shareColumns()]
export const DOOR_COLUMNS: readonly Column[] = [door, ...COUNTED]

/** By age band, of everyone or of one script; shares of the complaints that tell an age. */
export async function agesAnswer(query: PublicQuery<'ages'>, read: EditionTables): Promise<Answered> {
  const rows = query.script
    ? scriptRows(await read('scripts'), 'age').filter((row) => row['script'] === query.script)
    : await read('ages')
  const bands = rows.map((row) => ({ ageBand: row['age']!, ...countsIn(row, query) }))
  const told = bands.filter(({ ageBand }) => ageBand !== 'not-told')
  const shares = sharesOf(told.map(({ complaints }) => complaints))
  return { columns: AGE_COLUMNS, rows: bands.map((row) => ({ ...row, ...(shares[told.indexOf(row)] ?? NO_SHARE) })) }
}

/** By door. What sources call themselves is for analysts alone: anyone can write anything there. */
export async function sourcesAnswer(query: PublicQuery<'sources'>, read: EditionTables): Promise<Answered> {
  const rows = (await read('summary')).filter((row) => row['door'] !== ALL.value)
  return { columns: DOOR_COLUMNS, rows: rows.map((row) => ({ door: row['door']!, ...countsIn(row, query) })) }
}
