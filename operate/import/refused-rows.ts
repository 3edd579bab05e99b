import { stringify } from 'csv-stringify/sync'
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'

/** Why a row was refused; several reasons stand in one line of the file, so that the corrected line is the row once. */
export type Reason = { column: string; pointer: string; code: string; reason: string }
export type RefusedRow = { line: number; lastLine: number; cells: string[]; reasons: Reason[] }

// Names that begin so are no business of an import: this file can be corrected and imported as it is.
const OWN_COLUMNS = ['_line', '_column', '_pointer', '_code', '_reason']

/** Whether this file has written a column, and will again. */
export function isOwnColumn(header: string): boolean {
  return OWN_COLUMNS.includes(header)
}

/** A file of the rows that were refused, made anew by each run, and only when there is one. Whole lines, however a run ends. */
export class RefusedRows {
  readonly path: string
  count = 0
  readonly #headers: string[]
  readonly #delimiter: string
  #file: number | undefined

  constructor(path: string, { headers, delimiter }: { headers: string[]; delimiter: string }) {
    this.path = path
    this.#headers = headers
    this.#delimiter = delimiter
    rmSync(path, { force: true })
  }

  add({ line, lastLine, cells, reasons }: RefusedRow): void {
    this.count += 1
    const all = (part: keyof Reason) => [...new Set(reasons.map((reason) => reason[part]))].join('; ')
    const lines = lastLine > line ? `${line}-${lastLine}` : String(line)
    const padded = [...cells, ...Array<string>(Math.max(0, this.#headers.length - cells.length)).fill('')]
    const told = padded.filter((_, column) => !isOwnColumn(this.#headers[column] ?? ''))
    this.#write([lines, all('column'), all('pointer'), all('code'), all('reason'), ...told])
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file)
  }

  #write(cells: string[]): void {
    if (this.#file === undefined) {
      // It holds what people told: nobody else's to read.
      this.#file = openSync(this.path, 'w', 0o600)
      const told = this.#headers.filter((header) => !isOwnColumn(header))
      writeSync(this.#file, `\uFEFF${this.#line([...OWN_COLUMNS, ...told])}`)
    }
    writeSync(this.#file, this.#line(cells))
  }

  #line(cells: string[]): string {
    const safe = cells.map((cell) => neutral(cell))
    // The writer quotes a cell for its own line ends only: half of one, or another's, would end the row for a reader.
    return stringify([safe], { delimiter: this.#delimiter, record_delimiter: 'windows', quoted_match: /[\r\n]/ })
  }
}

/** A text that a spreadsheet would run as a formula gets an apostrophe before it, which an import takes off again. */
export function neutral(cell: string): string {
  return /^(?:\s*[=+\-@]|[\t\r])/.test(cell) ? `'${cell}` : cell
}
