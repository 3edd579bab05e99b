import { cleanCell } from './clean-cell.ts'
import { decodeCell } from './decode-cell.ts'
import { headerAmong, MOST_ABOVE } from './header-among.ts'
import { rowsOf, type Table } from './open-table.ts'
import type { CsvRow } from './read-csv.ts'
import { isBlank } from './read-row.ts'
import { UnreadableFileError } from './unreadable-file.ts'

/** Where the columns are named, how, '' for one without a name, which is left out; and whether a title stands above. */
export type Header = { line: number; headers: string[]; isBelowTitle: boolean }

/**
 * The row that names the columns: of the first ten that by which most are known, the first where none is. Throws an
 * UnreadableFileError.
 */
export async function readHeader(table: Table, isKnown: (header: string) => boolean = () => false): Promise<Header> {
  const rows: CsvRow[] = []
  for await (const row of rowsOf(table)) {
    if (!isBlank(row)) rows.push(row)
    if (rows.length === MOST_ABOVE) break
  }
  const row =
    rows[
      headerAmong(
        rows.map(({ cells }) => cells.map((cell) => nameOf(cell))),
        isKnown,
      )
    ]
  if (!row) throw new UnreadableFileError(`${table.path} has no rows`)
  if (row.fault) throw new UnreadableFileError(`line ${row.line}, which should name the columns, ${FAULTS[row.fault]}`)
  return { line: row.line, headers: row.cells.map((cell) => nameOf(cell)), isBelowTitle: row !== rows[0] }
}

const FAULTS = {
  'stray-quote': 'has a quotation mark that is not written twice, or not closed',
  'too-long-row': 'has more than a million characters: is it CSV?',
  'too-many-cells': 'has more columns than any spreadsheet: is it CSV?',
  'quote-not-closed': 'has a quotation mark that is never closed',
}

function nameOf(cell: string): string {
  const cleaned = cleanCell(decodeCell(cell).text)
  return 'text' in cleaned ? cleaned.text : ''
}
