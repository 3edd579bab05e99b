import { cleanCell } from './clean-cell.ts'
import type { Columns } from './columns.ts'
import { DateColumn, type HowToRead } from './date-column.ts'
import { decodeCell } from './decode-cell.ts'
import { rowsOf, type Table } from './open-table.ts'
import type { DateOrder } from './read-day.ts'
import { isBlank, MOMENTS } from './read-row.ts'
import { UnreadableFileError } from './unreadable-file.ts'

/** What must be known of a whole file before its first row is sent. */
export type Survey = {
  rows: number
  blankRows: number
  dates: Map<string, HowToRead & { eitherWay: number }>
  /** In which encodings cells with more than ASCII were found. */
  encodings: string[]
}

/** How dates are to be read where a column does not tell. */
type Asked = { dates?: DateOrder | undefined; year?: string | undefined }

/**
 * Reads all rows once. Throws an UnreadableFileError when a quotation mark is never closed: whatever follows it may be rows, and it
 * is for a person to say which.
 */
export async function survey(
  { table, headerLine }: { table: Table; headerLine: number },
  columns: Columns,
  asked: Asked = {},
): Promise<Survey> {
  const dates = new Map([...MOMENTS.keys()].flatMap((field) => (columns.has(field) ? [[field, new DateColumn(asked.year)]] : [])) as [string, DateColumn][]) // prettier-ignore
  const encodings = new Set<string>()
  let [rows, blankRows] = [0, 0]
  for await (const row of rowsOf(table)) {
    if (row.fault === 'quote-not-closed')
      throw new UnreadableFileError(`line ${row.line}: a quotation mark opens in this row and is never closed, so no row after it can be told apart. Correct it and run the import again`) // prettier-ignore
    if (row.line <= headerLine) continue
    if (isBlank(row)) {
      blankRows += 1
      continue
    }
    rows += 1
    for (const [field, column] of dates) {
      const cleaned = cleanCell(decodeCell(row.cells[columns.get(field)!] ?? '').text)
      if ('text' in cleaned) column.note(cleaned.text)
    }
    for (const cell of row.cells) {
      const { encoding } = decodeCell(cell)
      if (encoding) encodings.add(encoding)
    }
  }
  const read = [...dates].map(([field, column]) => [field, { order: asked.dates ?? column.order, isOfDays: column.isOfDays, year: asked.year, eitherWay: column.eitherWay }] as const) // prettier-ignore
  return { rows, blankRows, dates: new Map(read), encodings: [...encodings].toSorted() }
}
