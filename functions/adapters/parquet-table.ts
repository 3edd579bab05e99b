import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer'
import { type Cell, type Column, type ColumnType, isSuppressed, type Table } from '../domain/dataset/table.ts'

type SchemaElement = NonNullable<Parameters<typeof parquetWriteBuffer>[0]['schema']>[number]

const STORED: Record<ColumnType, Omit<SchemaElement, 'name'>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  integer: { type: 'INT64' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } },
  datetime: {
    type: 'INT64',
    converted_type: 'TIMESTAMP_MILLIS',
    logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
  },
}
const DAY_MS = 86_400_000
/** Rows of one row group: a reader opens it whole. */
const ROW_GROUP = 100_000

/**
 * The table as Parquet, Snappy within. Whatever is absent is null; beside each column that may be suppressed stands `<name>.suppressed`,
 * true where that is why. The same table gives the same bytes.
 */
export function parquetOf({ columns, rows }: Table): Uint8Array {
  const stored = columns.flatMap((column) => {
    const cells = rows.map((row) => row[column.name]!)
    return column.isProtected ? [values(column, cells), reasons(column, cells)] : [values(column, cells)]
  })
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: stored.map(({ data }) => data),
      schema: [{ name: 'table', num_children: stored.length }, ...stored.map(({ element }) => element)],
      rowGroupSize: ROW_GROUP,
    }),
  )
}

type Stored = { element: SchemaElement; data: ColumnSource }

function values({ name, type, isRequired, isProtected }: Column, cells: Cell[]): Stored {
  const repetition_type = isRequired && !isProtected ? 'REQUIRED' : 'OPTIONAL'
  const data = cells.map((cell) => (cell === null || isSuppressed(cell) ? undefined : plain(cell, type)))
  return { element: { name, ...STORED[type], repetition_type }, data: { name, data } }
}

function reasons({ name }: Column, cells: Cell[]): Stored {
  const why = `${name}.suppressed`
  return {
    element: { name: why, type: 'BOOLEAN', repetition_type: 'REQUIRED' },
    data: { name: why, data: cells.map(isSuppressed) },
  }
}

function plain(value: string | number | boolean, type: ColumnType): unknown {
  if (type === 'integer') return BigInt(value)
  if (type === 'date') return Date.parse(String(value)) / DAY_MS
  return type === 'datetime' ? BigInt(Date.parse(String(value))) : value
}
