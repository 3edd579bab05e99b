import type { Column, Row } from '../dataset/table.ts'
import { ALL } from '../editions/codes.ts'
import { PUBLISHED_TABLES } from '../editions/published-tables.ts'
import { RejectedError } from '../rejected.ts'
import { type Answered, COUNTED, countsIn, type EditionTables, textIn } from './answered.ts'
import { DAYS_SHOWN, daysShown } from './days-shown.ts'
import type { PublicQuery } from './public-queries.ts'

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
export const CALLER_ID_COLUMNS: readonly Column[] = [...CALLER_ID, ...COUNTED, REACHED, ...DAYS_SHOWN]

/** Of each number without its last four digits, of whatever else was displayed, and of each number that is told in full. */
export async function callerIdsAnswer(query: PublicQuery<'caller-ids'>, read: EditionTables): Promise<Answered> {
  return { columns: CALLER_ID_COLUMNS, rows: rowsOf(await read('caller-ids'), query) }
}

/** Throws a RejectedError for a number that is not told in full: few people told of it, or none. */
export async function callerIdAnswer(
  e164: string,
  query: PublicQuery<'caller-id'>,
  read: EditionTables,
): Promise<Answered> {
  const rows = rowsOf(cellsOf(e164, await read('caller-ids')), query)
  if (rows.length === 0) throw new RejectedError('unknown-caller-id')
  return { columns: CALLER_ID_COLUMNS, rows }
}

/** What is shown of a number as a path or a query names it: in all, and by day. */
export function cellsOf(e164: string, table: readonly Row[]): Row[] {
  const number = `+${e164.replace(/^[+ ]/, '')}`
  return table.filter((row) => row['number'] === number)
}

function rowsOf(table: readonly Row[], query: PublicQuery<'caller-id'>): Row[] {
  const { all = [], day = [] } = Object.groupBy(table, (row) => (row['day'] === ALL.value ? 'all' : 'day'))
  const days = Map.groupBy(day, (row) => row['number'])
  return all.map((row) => ({ ...rowOf(row, query), ...daysShown(days.get(row['number']) ?? [], query) }))
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
