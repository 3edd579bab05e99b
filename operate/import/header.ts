import { cleanCell } from './clean-cell.ts'
import { decodeCell } from './decode-cell.ts'
import { rowsOf, type Table } from './open-table.ts'
import { isBlank } from './read-row.ts'
import { UnreadableFileError } from './unreadable-file.ts'

/** The header row's line, and the names of its columns: '' of one without a name, which is left out. Throws an UnreadableFileError. */
export async function readHeader(table: Table): Promise<{ line: number; headers: string[] }> {
  for await (const row of rowsOf(table)) {
    if (row.fault)
      throw new UnreadableFileError(`line ${row.line}, which should name the columns, ${FAULTS[row.fault]}`)
    if (isBlank(row)) continue
    return { line: row.line, headers: row.cells.map((cell) => nameOf(cell)) }
  }
  throw new UnreadableFileError(`${table.path} has no rows`)
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
