import * as fc from 'fast-check'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parquetOf } from '../../functions/adapters/parquet-table.ts'
import { checkTable } from '../../functions/domain/dataset/check-table.ts'
import { csvOf } from '../../functions/domain/dataset/csv-table.ts'
import { jsonOf } from '../../functions/domain/dataset/nested-rows.ts'
import { type ColumnType, isSuppressed, type Row, type Table } from '../../functions/domain/dataset/table.ts'
import { type Duck, startDuck } from '../support/duck.ts'
import { RIDINGS } from '../support/made-up-table.ts'
import { anyTable } from '../support/random-table.ts'
import { readCsv, readJson } from '../support/read-formats.ts'

const SQL_TYPES: Record<ColumnType, string> = {
  text: 'VARCHAR',
  integer: 'BIGINT',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  date: 'DATE',
  datetime: 'TIMESTAMP WITH TIME ZONE',
}

let duck: Duck
let dir: string
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'callwitness-formats-'))
  duck = await startDuck()
})
afterAll(() => {
  duck.stop()
  rmSync(dir, { recursive: true })
})

// DuckDB keeps what it read of a file: each has a name of its own.
let files = 0

async function readParquet(table: Table) {
  const file = join(dir, `${(files += 1)}.parquet`)
  writeFileSync(file, parquetOf(table))
  return await duck.readParquet(file, table.columns)
}

test('a thousand random tables come back from CSV, JSON and Parquet cell for cell', async () => {
  const seen = { cells: 0, suppressed: 0, missing: 0, zeros: 0, withoutRows: 0 }
  await fc.assert(
    fc.asyncProperty(anyTable, async (table) => {
      checkTable(table)
      const cells = table.rows.flatMap((row) => Object.values(row))
      seen.cells += cells.length
      seen.suppressed += cells.filter(isSuppressed).length
      seen.missing += cells.filter((cell) => cell === null).length
      seen.zeros += cells.filter((cell) => cell === 0).length
      seen.withoutRows += table.rows.length === 0 ? 1 : 0
      expectRows(readCsv(csvOf(table), table.columns), table)
      expectRows(readJson(jsonOf(table, {}), table.columns), table)
      const { rows, types } = await readParquet(table)
      expectRows(rows, table)
      expect(types).toEqual(typesOf(table))
    }),
    { numRuns: 1000, seed: 20111126 },
  )
  expect(seen.cells).toBeGreaterThan(100_000)
  expect(Math.min(seen.suppressed, seen.missing, seen.zeros, seen.withoutRows)).toBeGreaterThan(50)
}, 300_000)

/** Vitest compares ten times as long; the table that fails is printed anyhow. */
function expectRows(rows: Row[], table: Table): void {
  expect(isDeepStrictEqual(rows, table.rows)).toBe(true)
}

function typesOf({ columns }: Table): Record<string, string> {
  const own = columns.map(({ name, type }) => [name, SQL_TYPES[type]])
  const why = columns.filter(({ isProtected }) => isProtected).map(({ name }) => [`${name}.suppressed`, 'BOOLEAN'])
  return Object.fromEntries([...own, ...why])
}

test('suppressed, missing, zero and an empty text are four things in every format', async () => {
  expect(csvOf(RIDINGS).split('\r\n').slice(1)).toEqual([
    "ocd-division/country:ca/ed:35027,ON,45,0.25,2011-05-01,true,2026-11-26T06:00:00Z,'x",
    "ocd-division/country:ca/ed:59036,BC,x,x,,true,2026-11-26T06:00:00Z,'=1+1",
    "unresolved,,0,,,false,2026-11-26T06:00:00Z,'",
    '',
  ])
  expect(jsonOf(RIDINGS, { event: 'ca-ge-46' }).split('\n')[2]).toBe(
    '{"riding":{"id":"ocd-division/country:ca/ed:59036","province":"BC"},"complaints":{"suppressed":true},"anonymousShare":{"suppressed":true},"firstCall":null,"isResolved":true,"countedAt":"2026-11-26T06:00:00Z","note":"=1+1"},', // prettier-ignore
  )
  expect((await readParquet(RIDINGS)).rows).toEqual(RIDINGS.rows)
})

test('a table without a row has its columns and their types in CSV and Parquet', async () => {
  const empty = { ...RIDINGS, rows: [] }
  expect(csvOf(empty)).toBe('riding.id,riding.province,complaints,anonymousShare,firstCall,isResolved,countedAt,note\r\n') // prettier-ignore
  expect(await readParquet(empty)).toEqual({ rows: [], types: typesOf(RIDINGS) })
})

test('a table of more rows than one row group holds is read whole', async () => {
  const rows = Array.from({ length: 100_001 }, (_, n) => ({ ...RIDINGS.rows[n % 3]!, 'riding.id': `riding ${n}` }))
  const found = await readParquet({ ...RIDINGS, rows })
  expect(found.rows).toHaveLength(100_001)
  expect(found.rows.every((row, n) => isDeepStrictEqual(row, rows[n]))).toBe(true)
})

test('DuckDB reads the CSV by what is declared of it, and finds what is in the Parquet file', async () => {
  writeFileSync(join(dir, 'table.parquet'), parquetOf(RIDINGS))
  writeFileSync(join(dir, 'table.csv'), csvOf(RIDINGS))
  const [counted] = await duck.query(`
    select count(*) as rows, count(*) filter (csv.complaints is distinct from parquet.complaints
      or csv."anonymousShare" is distinct from parquet."anonymousShare" or csv."firstCall" is distinct from parquet."firstCall"
      or regexp_replace(csv.note, '^''', '') is distinct from parquet.note) as differing
    from read_csv('${join(dir, 'table.csv')}', nullstr = ['', 'x']) as csv
    join read_parquet('${join(dir, 'table.parquet')}') as parquet using ("riding.id")`)
  expect(counted).toEqual({ rows: 3n, differing: 0n })
})
