import { readChoice } from './choice-words.ts'
import { cleanCell, cleanNumber, isDitto, withoutExtension } from './clean-cell.ts'
import { TIME_OF_DAY } from './column-names.ts'
import type { Columns } from './columns.ts'
import { type HowToRead, readMoment } from './date-column.ts'
import { type Decoded, decodeCell } from './decode-cell.ts'
import type { ImportCode } from './import-texts.ts'
import type { CsvRow } from './read-csv.ts'

/** What is wrong in a row, and where: a JSON Pointer, '' for the row as a whole. `column` is that of a time beside its date. */
export type RowError = { pointer: string; code: ImportCode; column?: number }
/** A row as a report to be sent, and what keeps it from being sent; `cells` are its own, as text. */
export type Row = {
  line: number
  lastLine: number
  cells: string[]
  report: Record<string, unknown>
  errors: RowError[]
}

/** How all rows of a file are read. */
export type Plan = {
  columns: Columns
  /** How many cells the header row has. */
  width: number
  delimiter: string
  dates: Map<string, HowToRead>
  /** Told with every report. */
  source?: string | undefined
}

const NUMBERS = new Set(['call.callerId', 'call.callbackNumber', 'reporter.phone', 'reporter.earlierPoll.callerId'])
const CHOICES = new Set(['call.kind', 'call.election', 'call.language', 'representationOrder', 'reporter.ageBand', 'reporter.earlierPoll.received', 'reporter.earlierPoll.how', 'reporter.earlierPoll.askedBy', 'reporter.earlierPoll.preference']) // prettier-ignore
/** Fields that tell a moment, with where their time of day may stand. */
export const MOMENTS = new Map([['call.receivedAt', TIME_OF_DAY], ['reporter.earlierPoll.receivedOn', '']]) // prettier-ignore

/** Whether there is nothing in a row. */
export function isBlank({ cells, fault }: CsvRow): boolean {
  return !fault && cells.every((cell) => cell.trim() === '')
}

export function readRow(row: CsvRow, plan: Plan): Row {
  const decoded = row.cells.map((cell) => decodeCell(cell))
  const cells = decoded.map(({ text }) => text)
  const { line, lastLine } = row
  const fault = faultOfRow(row, cells, plan)
  if (fault) return { line, lastLine, cells, report: {}, errors: [{ pointer: '', code: fault }] }
  const report: Record<string, unknown> = plan.source === undefined ? {} : { source: plan.source }
  const errors: RowError[] = []
  for (const [field, column] of plan.columns) {
    if (field === TIME_OF_DAY) continue
    const read = readField(field, decoded, plan, column)
    const pointer = `/${field.replaceAll('.', '/')}`
    if (typeof read !== 'string') errors.push({ pointer, ...read })
    else if (read !== '') plant(report, field.split('.'), read)
  }
  return { line, lastLine, cells, report, errors }
}

/** The text that is sent for a field; '' for nothing. */
function readField(field: string, decoded: Decoded[], plan: Plan, column: number): string | Omit<RowError, 'pointer'> {
  const { text, encoding } = decoded[column] ?? { text: '' }
  if (encoding === 'garbled') return { code: 'garbled-text' }
  if (isDitto(text)) return { code: 'ditto' }
  const cleaned = NUMBERS.has(field) ? cleanNumber(text) : cleanCell(text)
  if ('fault' in cleaned) return { code: cleaned.fault }
  if (field === 'reporter.phone') return withoutExtension(cleaned.text)
  if (CHOICES.has(field)) return readChoice(field, cleaned.text)
  const how = plan.dates.get(field)
  if (!how) return cleaned.text
  const timeColumn = plan.columns.get(MOMENTS.get(field) ?? '')
  const time = timeColumn === undefined ? undefined : cleanCell(decoded[timeColumn]?.text ?? '')
  if (time && 'text' in time && isDitto(time.text)) return { code: 'ditto', column: timeColumn! }
  if (time && 'fault' in time) return { code: time.fault, column: timeColumn! }
  const moment = readMoment({ day: cleaned.text, time: time?.text }, how)
  if ('value' in moment) return moment.value
  return { code: moment.fault, ...(moment.part === 'time' ? { column: timeColumn! } : {}) }
}

function faultOfRow(row: CsvRow, cells: string[], { width, delimiter }: Plan): ImportCode | undefined {
  if (row.fault) return row.fault
  if (cells.slice(width).some((cell) => cell.trim() !== '')) return 'more-cells-than-columns'
  return row.lastLine > row.line && cells.some((cell) => holdsRows(cell, { width, delimiter })) ? 'rows-in-a-cell' : undefined // prettier-ignore
}

/** Whether lines of a cell look like rows of the table: as many delimiters, in more lines the fewer columns there are. */
function holdsRows(cell: string, { width, delimiter }: { width: number; delimiter: string }): boolean {
  if (width < 2) return false
  const inner = cell.split(/\r\n?|\n/).slice(1, -1)
  const alike = inner.filter((line) => line.split(delimiter).length >= width).length
  return alike >= (width > 4 ? 1 : 3)
}

function plant(report: Record<string, unknown>, [name = '', ...rest]: string[], value: string): void {
  if (rest.length === 0) report[name] = value
  else plant((report[name] ??= {}) as Record<string, unknown>, rest, value)
}
