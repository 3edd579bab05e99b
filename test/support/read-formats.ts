import { parse } from 'csv-parse/sync'
import { type Cell, type ColumnType, type Row, SUPPRESSED, type Table } from '../../functions/domain/dataset/table.ts'

type Columns = Table['columns']

// As the code book tells a reader to, by nothing else.
const OF_CSV: Record<ColumnType, (field: string) => Cell> = {
  text: (field) => field.replace(/^'/, ''),
  integer: Number,
  number: Number,
  boolean: (field) => ({ true: true, false: false })[field] ?? null,
  date: (field) => field,
  datetime: (field) => field,
}

/** The rows of a CSV file. */
export function readCsv(text: string, columns: Columns): Row[] {
  const records = parse(text, { columns: true, relax_column_count: false, record_delimiter: '\r\n' }) as object[]
  return records.map((record) => {
    const fields = new Map<string, string>(Object.entries(record))
    return Object.fromEntries(columns.map(({ name, type }) => [name, ofCsv(fields.get(name)!, type)]))
  })
}

function ofCsv(field: string, type: ColumnType): Cell {
  if (field === '') return null
  return field === 'x' ? SUPPRESSED : OF_CSV[type](field)
}

/** The rows of a JSON file. */
export function readJson(text: string, columns: Columns): Row[] {
  const { rows } = JSON.parse(text) as { rows: object[] }
  return rows.map((row) => Object.fromEntries(columns.map(({ name }) => [name, at(row, name.split('.'))])))
}

function at(value: unknown, path: string[]): Cell {
  return path.reduce<unknown>((inner, name) => (inner as Record<string, unknown>)[name], value) as Cell
}
