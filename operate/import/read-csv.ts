/** A row as it stands in the file: its first and last line, and its cells. Those of a row that is too large are not kept. */
export type CsvRow = { line: number; lastLine: number; cells: string[]; fault?: CsvFault; hasLooseQuote?: boolean }

/** `stray-quote`: something stands between the quote that ends a cell and the next cell. */
export type CsvFault = 'stray-quote' | 'too-long-row' | 'too-many-cells' | 'quote-not-closed'

/** A report has at most 32 KiB; the rest of such a row is columns that are left out. */
export const MOST_CHARACTERS = 1024 * 1024
/** What a spreadsheet holds, in Excel and LibreOffice alike. */
export const MOST_CELLS = 16_384

const [QUOTE, CR, LF, BLANK] = [0x22, 0x0d, 0x0a, 0x20]

type Mode = 'start' | 'plain' | 'quoted' | 'quote' | 'after' | 'end'

/**
 * Reads CSV (RFC 4180, any delimiter and any line ends) piece by piece, in bounded memory. What is wrong with a row is said with
 * it and the next row is read: it is for the caller to send no row that is doubtful.
 */
export class CsvReader {
  readonly #delimiter: number
  #mode: Mode = 'start'
  #line: number
  #isAfterCr = false
  #cell = ''
  #size = 0
  #row: CsvRow

  constructor(delimiter: string, firstLine = 1) {
    this.#delimiter = delimiter.charCodeAt(0)
    this.#line = firstLine
    this.#row = { line: firstLine, lastLine: firstLine, cells: [] }
  }

  /** The rows that end in this piece. */
  read(piece: string): CsvRow[] {
    const rows: CsvRow[] = []
    let from = 0
    for (let i = 0; i < piece.length; i++) {
      const code = piece.charCodeAt(i)
      const isSecond = this.#isAfterCr && code === LF
      this.#isAfterCr = code === CR
      if (isSecond && this.#mode !== 'quoted') {
        from = i + 1
        continue
      }
      if ((code === CR || code === LF) && !isSecond) this.#line += 1
      const before = this.#mode
      this.#mode = this.#next(code)
      if (this.#mode === 'end') {
        if (before === 'start' || before === 'plain') this.#keep(piece, from, i)
        rows.push(this.#endRow())
        this.#mode = 'start'
        from = i + 1
      } else if (code === this.#delimiter && this.#mode === 'start') {
        if (before === 'start' || before === 'plain') this.#keep(piece, from, i)
        this.#endCell()
        from = i + 1
      } else if (before === 'start' && this.#mode === 'quoted') from = i + 1
      else if (before === 'quoted' && this.#mode === 'quote') this.#keep(piece, from, i)
      else if (before === 'quote' && this.#mode === 'quoted') from = i
      else if (before === 'after' || before === 'quote') from = i
    }
    if (this.#mode === 'plain' || this.#mode === 'quoted') this.#keep(piece, from, piece.length)
    return rows
  }

  /** The row in which the file ends, if any. */
  end(): CsvRow[] {
    if (this.#mode === 'quoted') this.#row.fault = 'quote-not-closed'
    const isEmpty = this.#mode === 'start' && this.#row.cells.length === 0 && !this.#row.fault
    return isEmpty ? [] : [this.#endRow(this.#line)]
  }

  #next(code: number): Mode {
    const mode = this.#mode
    if (mode === 'quoted') return code === QUOTE ? 'quote' : 'quoted'
    if (mode === 'quote' && code === QUOTE) return 'quoted'
    if (code === CR || code === LF) return 'end'
    if (code === this.#delimiter) return 'start'
    if (code === QUOTE && mode === 'start') return 'quoted'
    if ((mode === 'quote' || mode === 'after') && code === BLANK) return 'after'
    if (mode === 'quote' || mode === 'after') this.#row.fault ??= 'stray-quote'
    else if (code === QUOTE) this.#row.hasLooseQuote = true
    return 'plain'
  }

  #keep(piece: string, from: number, to: number): void {
    this.#size += to - from
    if (this.#size > MOST_CHARACTERS) this.#drop('too-long-row')
    else this.#cell += piece.slice(from, to)
  }

  #endCell(): void {
    if (this.#row.cells.length === MOST_CELLS) this.#drop('too-many-cells')
    // What is not kept any more has no cells.
    if (this.#size <= MOST_CHARACTERS && this.#row.fault !== 'too-many-cells') this.#row.cells.push(this.#cell)
    this.#cell = ''
  }

  #endRow(lastLine = this.#line - 1): CsvRow {
    this.#endCell()
    const row = { ...this.#row, lastLine }
    this.#size = 0
    this.#row = { line: this.#line, lastLine: this.#line, cells: [] }
    return row
  }

  #drop(fault: CsvFault): void {
    this.#row.fault = fault
    this.#row.cells = []
    this.#cell = ''
  }
}
