import { buildSync } from 'esbuild'
import { join } from 'node:path'
import { editionFiles } from '../functions/adapters/edition-files.ts'
import { parquetOf } from '../functions/adapters/parquet-table.ts'
import { checkTable } from '../functions/domain/dataset/check-table.ts'
import { csvOf } from '../functions/domain/dataset/csv-table.ts'
import { differences } from '../functions/domain/dataset/differences.ts'
import type { Edition } from '../functions/domain/dataset/edition.ts'
import { jsonOf } from '../functions/domain/dataset/nested-rows.ts'
import { type Cell, type Column, SUPPRESSED, type Table } from '../functions/domain/dataset/table.ts'
import { BUNDLING } from '../infra/bundle.ts'
import type { Claim } from './instruments/claim.ts'
import { printTable } from './instruments/print-table.ts'
import { interleave, median } from './instruments/samples.ts'

const ROUNDS = 5
/** Ridings by days of an election: more rows than any other table has. */
const ROWS = 343 * 290
const AT_MOST_TIMES = 30
const AT_MOST_KB = 100
const AIM_KB = 60

/** How long an edition takes to write, beside one `JSON.stringify` of its rows; how large it is, and what its writers add to a bundle. */
export async function edition(): Promise<Claim[]> {
  const [table, next] = [timeline(0), timeline(1)]
  const whole: Edition = { tables: [table], meta: META }
  const took = await interleave(ROUNDS, {
    floor: timed(() => JSON.stringify(table.rows)),
    check: timed(() => checkTable(table)),
    csv: timed(() => csvOf(table)),
    json: timed(() => jsonOf(table, {})),
    parquet: timed(() => parquetOf(table)),
    edition: timed(() => editionFiles(whole)),
    differences: timed(() => differences(whole, { tables: [next], meta: META })),
  })
  const files = new Map([...editionFiles(whole)].map(([path, { length }]) => [path.split('/').at(-1)!, length]))
  const sizeOf = (name: string) => {
    const bytes = files.get(`timeline.${name}`)
    return bytes ? `${Math.round(bytes / 1000)} kB` : ''
  }
  printTable(
    `An edition of one table of ${ROWS} rows and ${table.columns.length} columns, medians of ${ROUNDS}`,
    ['what', 'ms', 'size'],
    Object.entries(took).map(([name, samples]) => [name, median(samples).toFixed(0), sizeOf(name)]),
  )
  return [
    { what: 'edition beside JSON.stringify of its rows', measured: median(took.edition) / median(took.floor), unit: '×', atMost: AT_MOST_TIMES }, // prettier-ignore
    { what: 'writers of an edition, bundled', measured: bundledKb(), unit: ' kB', atMost: AT_MOST_KB, aim: AIM_KB },
  ] // prettier-ignore
}

function timed(run: () => unknown): () => number {
  return () => {
    const from = performance.now()
    run()
    return performance.now() - from
  }
}

function bundledKb(): number {
  const entryPoints = [join(import.meta.dirname, '../functions/adapters/edition-files.ts')]
  const [bundled] = buildSync({ ...BUNDLING, entryPoints, write: false }).outputFiles
  return bundled!.contents.length / 1000
}

function timeline(later: number): Table {
  const said = (text: string) => ({ en: text, fr: text })
  const column = (name: string, facts: Partial<Column> = {}): Column => ({ name, type: 'text', title: said(name), description: said(name), ...facts }) // prettier-ignore
  const count = { type: 'integer', isProtected: true } as const
  return {
    name: 'timeline',
    title: said('timeline'),
    description: said('timeline'),
    key: ['riding.id', 'day'],
    columns: [
      column('riding.id', { isRequired: true }),
      column('riding.name.fr'),
      column('day', { type: 'date', isRequired: true }),
      column('reports', count),
      column('reporters', count),
      column('complaints', count),
      column('anonymousShare', { type: 'number', isProtected: true }),
    ],
    rows: Array.from({ length: ROWS }, (_, n) => ({
      'riding.id': `ocd-division/country:ca/ed:${10_000 + (n % 343)}-2023`,
      'riding.name.fr': `Circonscription n° ${n % 343}`,
      day: new Date(Date.UTC(2026, 0, 1 + Math.floor(n / 343))).toISOString().slice(0, 10),
      reports: cell(n, later),
      reporters: cell(n + 1, later),
      complaints: cell(n + 2, later),
      anonymousShare: n % 3 === 0 ? null : (n % 20) / 20,
    })),
  }
}

/** Most cells are suppressed, as they will be. */
function cell(n: number, later: number): Cell {
  return n % 7 < 5 ? SUPPRESSED : ((n * 37) % 400) * 5 + later * 5
}

const META: Edition['meta'] = {
  event: 'bench',
  edition: '2026-11-26.1',
  asOf: '2026-11-26T06:00:00Z',
  title: { en: 'Bench', fr: 'Banc' },
  description: { en: 'Bench', fr: 'Banc' },
  publisher: { name: 'Bench' },
  licence: { name: 'CC-BY-4.0', title: 'CC BY 4.0', path: 'https://creativecommons.org/licenses/by/4.0/' },
  protection: { en: 'none', fr: 'aucune' },
  definitions: '1',
}
