import type { Column, Row } from '../dataset/table.ts'
import { ALL } from '../editions/codes.ts'
import { PUBLISHED_TABLES } from '../editions/published-tables.ts'
import { RejectedError } from '../rejected.ts'
import { type Answered, COUNTED, countsIn, type EditionTables, textIn } from './answered.ts'
import { callerRows, rowsOfNumber } from './caller-rows.ts'
import { DAYS_SHOWN, daysShown } from './days-shown.ts'
import { HOURS_SHOWN, hoursShown } from './hours-shown.ts'
import type { PublicQuery } from './public-queries.ts'
import { SCRIPTS_SHOWN, scriptsShown } from './scripts-shown.ts'

const column = (name: string, of: string): Column => ({ ...PUBLISHED_TABLES['caller-ids'].columns.find((each) => each.name === of)!, name, isRequired: false }) // prettier-ignore

const CALLER_ID: Column[] = [
  {
    name: 'callerId.kind',
    type: 'text',
    isRequired: true,
    title: { en: 'Kind of caller ID', fr: 'Sorte de numéro' },
    description: {
      en: '`number`, `short-code`, `withheld`, `unavailable` or `invalid`.',
      fr: '`number`, `short-code`, `withheld`, `unavailable` ou `invalid`.',
    },
  },
  column('callerId.e164', 'number'),
  column('callerId.masked', 'prefix'),
]

const REACHED = PUBLISHED_TABLES['caller-ids'].columns.find(({ name }) => name === 'ridings')!
export const CALLER_IDS_COLUMNS: readonly Column[] = [...CALLER_ID, ...COUNTED, REACHED, ...DAYS_SHOWN]
export const CALLER_ID_COLUMNS: readonly Column[] = [...CALLER_IDS_COLUMNS, SCRIPTS_SHOWN, ...HOURS_SHOWN]

/** Of each number without its last four digits, of whatever else was displayed, and of each number that is told in full; or of numbers displayed with one script. */
export async function callerIdsAnswer(query: PublicQuery<'caller-ids'>, read: EditionTables): Promise<Answered> {
  const table = await read('caller-ids')
  const { script } = query
  if (!script) return { columns: CALLER_IDS_COLUMNS, rows: rowsOf(table, query) }
  const told = callerRows(table, 'script').filter((row) => row['script'] === script)
  return { columns: CALLER_IDS_COLUMNS, rows: told.map((row) => ({ ...rowOf(row, query), ...daysShown([], query) })) }
}

/** Throws a RejectedError for a number that is not told in full: few people told of it, or none. */
export async function callerIdAnswer(
  e164: string,
  query: PublicQuery<'caller-id'>,
  read: EditionTables,
): Promise<Answered> {
  const cells = rowsOfNumber(e164, await read('caller-ids'))
  const rows = rowsOf(cells, query)
  if (rows.length === 0) throw new RejectedError('unknown-caller-id')
  const divided = {
    ...scriptsShown(callerRows(cells, 'script'), query),
    ...hoursShown(callerRows(cells, 'hour'), query),
  }
  return { columns: CALLER_ID_COLUMNS, rows: rows.map((row) => ({ ...row, ...divided })) }
}

function rowsOf(table: readonly Row[], query: PublicQuery<'caller-id'>): Row[] {
  const days = Map.groupBy(callerRows(table, 'day'), (row) => row['number'])
  return callerRows(table).map((row) => ({ ...rowOf(row, query), ...daysShown(days.get(row['number']) ?? [], query) }))
}

function rowOf(row: Row, query: PublicQuery<'caller-id'>): Row {
  const [prefix, number] = [textIn(row, 'prefix'), textIn(row, 'number')]
  const isDigits = prefix.startsWith('+')
  return {
    'callerId.kind': isDigits ? 'number' : /^\d+$/.test(prefix) ? 'short-code' : prefix,
    'callerId.e164': number === ALL.value ? null : number,
    'callerId.masked': prefix,
    ...countsIn(row, query),
    ridings: row['ridings'] ?? null,
  }
}
