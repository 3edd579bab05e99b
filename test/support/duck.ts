import { DuckDBDateValue, DuckDBInstance, DuckDBTimestampTZValue, type DuckDBValue } from '@duckdb/node-api'
import { type Cell, type Row, SUPPRESSED, type Table } from '../../functions/domain/dataset/table.ts'

/** DuckDB, which shares no code with what wrote the files. */
export type Duck = {
  query: (sql: string) => Promise<Record<string, DuckDBValue>[]>
  /** The rows of a Parquet file, and the SQL types of its columns. */
  readParquet: (file: string, columns: Table['columns']) => Promise<{ rows: Row[]; types: Record<string, string> }>
  stop: () => void
}

export async function startDuck(): Promise<Duck> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  const query = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjects()
  return {
    query,
    readParquet: async (file, columns) => {
      const found = await connection.runAndReadAll(`from read_parquet('${file}')`)
      const types = found.columnNames().map((name, n) => [name, String(found.columnType(n))])
      return {
        rows: found.getRowObjects().map((row) => rowOf(row, columns)),
        types: Object.fromEntries(types),
      }
    },
    stop: () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

function rowOf(row: Record<string, DuckDBValue>, columns: Table['columns']): Row {
  return Object.fromEntries(
    columns.map(({ name }) => [name, row[`${name}.suppressed`] === true ? SUPPRESSED : cellOf(row[name]!)]),
  )
}

function cellOf(value: DuckDBValue): Cell {
  if (value instanceof DuckDBDateValue) return instant(value.days * 86_400_000).slice(0, 10)
  if (value instanceof DuckDBTimestampTZValue) return instant(Number(value.micros / 1000n))
  if (typeof value === 'bigint') return Number(value)
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value // prettier-ignore
  throw new Error(`no cell: ${typeof value}`)
}

function instant(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z')
}
