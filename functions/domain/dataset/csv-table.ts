import { type Cell, isSuppressed, type Table } from './table.ts'

/** How a suppressed cell is written: the symbol of Statistics Canada. A missing one is an empty field. */
export const CSV_SUPPRESSED = 'x'
export const CSV_MISSING = ''

/** RFC 4180, UTF-8 without a byte order mark, a line per row. A text that begins with an apostrophe has it from here: see `csvText`. */
export function csvOf({ columns, rows }: Table): string {
  const names = columns.map(({ name }) => name)
  const lines = [names, ...rows.map((row) => names.map((name) => csvField(row[name]!)))]
  return lines.map((fields) => `${csvLine(fields)}\r\n`).join('')
}

/**
 * The text, or with one apostrophe before it where it would be read as something else: an absent cell, a formula, or a text that
 * already begins with an apostrophe. Readers drop one leading apostrophe, and have what was written.
 */
export function csvText(text: string): string {
  const isAmbiguous = text === CSV_MISSING || text === CSV_SUPPRESSED || text.startsWith("'")
  return isAmbiguous || runsAsFormula(text) ? `'${text}` : text
}

/**
 * What a spreadsheet runs instead of showing it: CWE-1236, the first characters that OWASP names. Digits after a sign run nothing: phone
 * numbers, lists of them and negative numbers are left as they are.
 */
export function runsAsFormula(text: string): boolean {
  return /^[=@\t\r\n＝＠＋－]/.test(text) || (/^[+-]/.test(text) && !/^[+-][\d +.-]*$/.test(text))
}

function csvField(cell: Cell): string {
  if (cell === null) return CSV_MISSING
  if (isSuppressed(cell)) return CSV_SUPPRESSED
  if (typeof cell === 'string') return csvText(cell)
  // Table Schema writes an exponent with E.
  return typeof cell === 'number' ? String(cell).replace('e', 'E') : String(cell)
}

function csvLine(fields: string[]): string {
  // Most readers skip an empty line.
  if (fields.length === 1 && fields[0] === '') return '""'
  return fields.map((field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',')
}
