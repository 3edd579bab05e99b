import type { Column, Row } from '../dataset/table.ts'
import { ALL } from '../editions/codes.ts'
import { age, door } from '../editions/dimension-columns.ts'
import { PUBLISHED_TABLES } from '../editions/published-tables.ts'
import { type Answered, COUNTED, countsIn, type EditionTables, NOT_SHOWN } from './answered.ts'
import { callerRows, rowsOfNumber } from './caller-rows.ts'
import { DAYS_SHOWN, daysShown } from './days-shown.ts'
import type { PublicQuery } from './public-queries.ts'
import { scriptRows } from './script-rows.ts'
import { NO_SHARE, shareColumns, sharesOf } from './shares.ts'

const columnOf = (name: string): Column => PUBLISHED_TABLES.scripts.columns.find((each) => each.name === name)!
const SCRIPT = { ...columnOf('script'), name: 'script.id' }
export const SCRIPT_COLUMNS: readonly Column[] = [SCRIPT, ...COUNTED, columnOf('ridings'), ...DAYS_SHOWN]

/** The scripts whose counts are shown, in all or in one province, or displayed with one number. */
export async function scriptsAnswer(query: PublicQuery<'scripts'>, read: EditionTables): Promise<Answered> {
  const { script, atLeast } = query
  const told = (await toldRows(query, read)).filter((row) => !script || row['script.id'] === script)
  const isEnough = (row: Row) => atLeast === 1 || (typeof row['complaints'] === 'number' && row['complaints'] >= atLeast)
  return { columns: SCRIPT_COLUMNS, rows: told.filter(isEnough) }
} // prettier-ignore

async function toldRows(query: PublicQuery<'scripts'>, read: EditionTables): Promise<Row[]> {
  const { province, callerId } = query
  const table = await read(callerId ? 'caller-ids' : 'scripts')
  const rowOf = (row: Row, days: readonly Row[] = []) => ({
    'script.id': row['script']!,
    ...countsIn(row, query),
    ridings: row['ridings'] ?? null,
    ...daysShown(days, query),
  })
  if (callerId) return rowsOfNumber(callerId, callerRows(table, 'script')).map((row) => rowOf(row))
  if (province) return scriptRows(table, 'province').filter((row) => row['province'] === province).map((row) => rowOf(row)) // prettier-ignore
  const days = Map.groupBy(scriptRows(table, 'day'), (row) => row['script'])
  return scriptRows(table).map((row) => rowOf(row, days.get(row['script'])))
}

export const AGE_COLUMNS: readonly Column[] = [{ ...age, name: 'ageBand' }, ...COUNTED, ...shareColumns()]
export const DOOR_COLUMNS: readonly Column[] = [door, ...COUNTED]

/** By age band, of everyone or of one script; shares of the complaints that tell an age. */
export async function agesAnswer(query: PublicQuery<'ages'>, read: EditionTables): Promise<Answered> {
  const rows = query.script ? await agesOfScript(query.script, read) : await read('ages')
  const bands = rows.map((row) => ({ ageBand: row['age']!, ...countsIn(row, query) }))
  const told = bands.filter(({ ageBand }) => ageBand !== 'not-told')
  const shares = sharesOf(told.map(({ complaints }) => complaints))
  return { columns: AGE_COLUMNS, rows: bands.map((row) => ({ ...row, ...(shares[told.indexOf(row)] ?? NO_SHARE) })) }
}

/** A row for each band that the edition has; none of a script that is not shown. */
async function agesOfScript(script: string, read: EditionTables): Promise<Row[]> {
  const told = (await read('scripts')).filter((row) => row['script'] === script)
  const shown = new Map(scriptRows(told, 'age').map((row) => [row['age'], row]))
  const bands = told.length > 0 ? await read('ages') : []
  return bands.map(({ age: band = null }) => ({ ...NOT_SHOWN, ...shown.get(band), age: band }))
}

/** By door. What sources call themselves is for analysts alone: anyone can write anything there. */
export async function sourcesAnswer(query: PublicQuery<'sources'>, read: EditionTables): Promise<Answered> {
  const rows = (await read('summary')).filter((row) => row['door'] !== ALL.value)
  return { columns: DOOR_COLUMNS, rows: rows.map((row) => ({ door: row['door']!, ...countsIn(row, query) })) }
}
