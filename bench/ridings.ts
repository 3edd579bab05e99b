import { parse } from 'csv-parse/sync'
import { build, type Plugin } from 'esbuild'
import Fuse from 'fuse.js'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { resolveRiding } from '../functions/domain/ridings/resolve-riding.ts'
import { REPRESENTATION_ORDERS, type RepresentationOrder, ridingByNumber } from '../functions/domain/ridings/riding.ts'
import { ridingIndex } from '../functions/domain/ridings/riding-index.ts'
import { BUNDLING } from '../infra/bundle.ts'
import type { Claim } from './instruments/claim.ts'
import { printTable } from './instruments/print-table.ts'
import { interleave, median } from './instruments/samples.ts'

const ROUNDS = 9
const CALLS = 2000

/** How fast ridings are resolved on one core, beside fuse.js over the same names; and what their table adds to merge-report. */
export async function ridings(): Promise<Claim[]> {
  return [...(await speed()), ...accuracy(), ...(await tableCost())]
}

const labelled = readFileSync(join(import.meta.dirname, '..', 'test', 'labelled', 'ridings.csv'))
type Row = { text: string; order: RepresentationOrder; right: string | undefined; difficulty: string }
const ROWS: Row[] = parse<{ text: string; order: RepresentationOrder; expected: string; difficulty: string }>(
  labelled,
  {
    columns: true,
  },
).map(({ expected, ...row }) => ({ ...row, right: expected ? ridingByNumber(expected, row.order)!.id : undefined }))

const fuses = new Map(REPRESENTATION_ORDERS.map((order) => [order, fuseOf(order)]))

function fuseOf(order: RepresentationOrder): Fuse<{ id: string; name: string }> {
  const names = ridingIndex(order).names.map(({ riding, words }) => ({ id: riding.id, name: words.join(' ') }))
  return new Fuse(names, { keys: ['name'], includeScore: true, ignoreLocation: true, ignoreDiacritics: true })
}

async function speed(): Promise<Claim[]> {
  const method = ({ text, order }: Row) => resolveRiding(text, { order }).method
  const kinds = {
    exact: ROWS.filter((row) => row.right && ['name', 'number'].includes(method(row))),
    close: ROWS.filter((row) => row.right && method(row) === 'close'),
    hopeless: ROWS.filter((row) => !row.right),
  }
  const runs = Object.entries(kinds).flatMap(([kind, rows]): [string, () => number][] => [
    [kind, () => perSecond(rows, CALLS, ({ text, order }) => resolveRiding(text, { order }))],
    [`fuse ${kind}`, () => perSecond(rows, CALLS / 50, ({ text, order }) => fuses.get(order)!.search(text))],
  ])
  for (const [, run] of runs) run()
  const samples = await interleave(ROUNDS, Object.fromEntries(runs))
  const rate = (name: string) => median(samples[name]!)
  printTable(
    `Ridings: texts per second on one core, medians of ${ROUNDS}`,
    ['texts', 'resolved', 'fuse.js', 'ratio'],
    Object.keys(kinds).map((kind) => [kind, Math.round(rate(kind)), Math.round(rate(`fuse ${kind}`)), (rate(kind) / rate(`fuse ${kind}`)).toFixed(0)]), // prettier-ignore
  )
  const aims: Record<string, number> = { exact: 50_000, close: 5000, hopeless: 5000 }
  return Object.keys(kinds).flatMap((kind): Claim[] => [
    { what: `ridings, ${kind}: resolved per second`, measured: rate(kind), unit: '/s', atLeast: aims[kind]! },
    { what: `ridings, ${kind}: beside fuse.js`, measured: rate(kind) / rate(`fuse ${kind}`), unit: '×', atLeast: 10 },
  ])
}

function perSecond(rows: Row[], calls: number, work: (row: Row) => unknown): number {
  const from = performance.now()
  for (let i = 0; i < calls; i += 1) work(rows[i % rows.length]!)
  return (calls * 1000) / (performance.now() - from)
}

/** The share of labelled texts that are answered rightly: with the riding that is meant, or with none where none is sure. */
function accuracy(): Claim[] {
  const ours = scoreOf(({ text, order }) => resolveRiding(text, { order }).id)
  // Each bound is a way to use it: its best is compared.
  const theirs = [0.05, 0.1, 0.2, 0.3, 0.4].map((bound) => {
    const search = ({ text, order }: Row) => {
      const [hit] = fuses.get(order)!.search(text, { limit: 1 })
      return hit && hit.score! <= bound ? hit.item.id : undefined
    }
    return { name: `fuse.js, score ≤ ${bound}`, ...scoreOf(search) }
  })
  const rows = [{ name: 'resolveRiding', ...ours }, ...theirs]
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`
  printTable(
    `Ridings: ${ROWS.length} labelled texts`,
    ['by', 'found of those meant', 'right of those given', 'answered rightly'],
    rows.map(({ name, found, right, answered }) => [name, percent(found), percent(right), percent(answered)]),
  )
  const best = Math.max(...theirs.map(({ answered }) => answered))
  return [{ what: 'ridings: answered rightly, beside the best of fuse.js', measured: ours.answered / best, unit: '×', atLeast: 1.001 }] // prettier-ignore
}

function scoreOf(resolve: (row: Row) => string | undefined): { found: number; right: number; answered: number } {
  const answers = ROWS.map((row) => ({ right: row.right, id: resolve(row) }))
  const meant = answers.filter(({ right }) => right !== undefined)
  const given = answers.filter(({ id }) => id !== undefined)
  const isRight = ({ right, id }: (typeof answers)[number]) => right === id
  return {
    found: meant.filter(isRight).length / meant.length,
    right: given.filter(isRight).length / given.length,
    answered: answers.filter(isRight).length / answers.length,
  }
}

const EMPTY_TABLES: Plugin = {
  name: 'empty-tables',
  setup: (builder) => {
    builder.onLoad({ filter: /ridings\/riding-(table|aliases)\.ts$/ }, () => ({
      contents: `const none = { 2003: '', 2013: '', 2023: '' }; export { none as RIDING_LINES, none as RIDING_ALIASES }`,
      loader: 'ts',
    }))
  },
}
const START = `const from = performance.now(); await import(process.argv[1]); console.log(performance.now() - from)`
const FIRST = `const { resolveRiding } = await import(process.argv[1]); const from = performance.now(); resolveRiding('Kitchner', { order: '2023' }); console.log(performance.now() - from)` // prettier-ignore

async function tableCost(): Promise<Claim[]> {
  const dir = mkdtempSync(join(tmpdir(), 'callwitness-bench-'))
  try {
    const functions = join(import.meta.dirname, '..', 'functions')
    const bundle = async (name: string, entry: string, plugins: Plugin[] = []) => {
      const outfile = join(dir, `${name}.mjs`)
      await build({ ...BUNDLING, entryPoints: [join(functions, entry)], outfile, plugins })
      return outfile
    }
    const whole = await bundle('whole', 'merge-report/handler.ts')
    const without = await bundle('without', 'merge-report/handler.ts', [EMPTY_TABLES])
    const resolver = await bundle('resolver', 'domain/ridings/resolve-riding.ts')
    const took = await interleave(15, { whole: timed(START, whole), without: timed(START, without), first: timed(FIRST, resolver) }) // prettier-ignore
    const added = median(took.whole) - median(took.without)
    const bytes = (statSync(whole).size - statSync(without).size) / 1000
    printTable(
      'Ridings: what the tables add to merge-report, medians of 15 fresh processes',
      ['module start with', 'without', 'bundle with, kB', 'without', 'first misspelt riding, ms'],
      [[median(took.whole).toFixed(1), median(took.without).toFixed(1), (statSync(whole).size / 1000).toFixed(0), (statSync(without).size / 1000).toFixed(0), median(took.first).toFixed(1)]], // prettier-ignore
    )
    return [
      { what: 'ridings: added to module start', measured: added, unit: ' ms', atMost: 10 },
      { what: 'ridings: added to bundle', measured: bytes, unit: ' kB', atMost: 150 },
    ]
  } finally {
    rmSync(dir, { recursive: true })
  }
}

const ENV = { AWS_REGION: 'ca-central-1', COMPLAINT_TABLE: 'c', WORD_TABLE: 'w', EVENT: 'bench' }

function timed(script: string, file: string): () => number {
  const args = ['--input-type=module', '--eval', script, pathToFileURL(file).href]
  return () => Number(execFileSync(process.execPath, args, { env: ENV, encoding: 'utf8' }))
}
