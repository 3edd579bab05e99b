import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { proposeColumns } from '../operate/import/columns.ts'
import { readHeader } from '../operate/import/header.ts'
import { importFile } from '../operate/import/import-file.ts'
import { openTable, rowsOf } from '../operate/import/open-table.ts'
import { rowPoster } from '../operate/import/post-row.ts'
import { readRow } from '../operate/import/read-row.ts'
import { keysFromContent } from '../operate/import/row-keys.ts'
import { survey } from '../operate/import/survey.ts'
import { runImport } from '../test/support/import-command.ts'
import { startStackProcess } from '../test/support/stack.ts'
import type { Claim } from './instruments/claim.ts'
import { writeList } from './instruments/list-file.ts'
import { postAll } from './instruments/post-load.ts'
import { printTable } from './instruments/print-table.ts'
import { interleave, median } from './instruments/samples.ts'
import { variantOf } from './instruments/variant.ts'

const ROUNDS = 9
const ROWS = 320
const [FEW, REAL, MANY] = [100, 20_000, 100_000]
const AT_LEAST = 0.6
const MOST_MEGABYTES = 200

/**
 * Rows of a spreadsheet that are answered 202, beside the same reports posted bare to the same host, which has no consumer behind
 * its queue; and what memory the command needs, checking and sending.
 */
export async function importing(): Promise<Claim[]> {
  const dir = mkdtempSync(join(tmpdir(), 'callwitness-bench-'))
  const { directory: assembly, remove } = await variantOf({ mappings: [] })
  const host = await startStackProcess(join(dir, 'host'), { assembly, environments: availableParallelism() })
  try {
    return [...(await rates(dir, host.url)), ...(await memory(dir, host.url))]
  } finally {
    await host.stop()
    remove()
    rmSync(dir, { recursive: true })
  }
}

async function rates(dir: string, url: string): Promise<Claim[]> {
  let round = 0
  const load = async () => await loadOf(join(dir, 'list.csv'), `round ${round++}`)
  const loads = await interleave(ROUNDS, {
    'plain API': async () => (await postAll(`${url}/v1/reports?door=import`, await postsOf(await load()))).perSecond,
    import: async () => await sendAll(await load(), url),
  })
  const [plain, own] = [loads['plain API'], loads.import]
  printTable(
    `Reports answered 202, ${ROWS} of a list, with keys, 16 at once, medians of ${ROUNDS}`,
    ['by', 'per second'],
    Object.entries(loads).map(([name, samples]) => [name, median(samples).toFixed(0)]),
  )
  const ratio = median(own.map((perSecond, i) => perSecond / plain[i]!))
  return [{ what: 'importing beside posting', measured: ratio, unit: '×', atLeast: AT_LEAST }]
}

async function loadOf(path: string, seed: string) {
  writeList(path, { rows: ROWS, seed })
  const table = await openTable(path, () => false)
  const { line, headers } = await readHeader(table)
  const { columns } = proposeColumns(headers)
  const { dates } = await survey({ table, headerLine: line }, columns)
  const plan = { columns, width: headers.length, delimiter: table.delimiter, dates, source: seed }
  return { table, headerLine: line, headers, columns, plan, language: 'en' as const }
}
type Load = Awaited<ReturnType<typeof loadOf>>

/** The requests that an import makes, ready to be sent. */
async function postsOf({ table, headerLine, plan }: Load) {
  const keyOf = keysFromContent('bare')
  const posts = []
  for await (const csvRow of rowsOf(table)) {
    if (csvRow.line <= headerLine) continue
    const row = readRow(csvRow, plan)
    const keyed = keyOf(row)
    if ('key' in keyed) posts.push({ body: JSON.stringify(row.report), headers: { 'idempotency-key': keyed.key } })
  }
  return posts
}

async function sendAll(load: Load, to: string): Promise<number> {
  const post = rowPoster({ to, language: 'en', signal: new AbortController().signal })
  const from = performance.now()
  const { sent } = await importFile(load, {
    take: async ({ report, key }) => {
      const answer = await post({ key, body: JSON.stringify(report) })
      return 'problem' in answer ? answer.problem : undefined
    },
    check: () => undefined,
    refused: { add: refuseNone },
    atOnce: 16,
  })
  return (1000 * sent) / (performance.now() - from)
}

function refuseNone({ reasons }: { reasons: { code: string }[] }): void {
  throw new Error(`a row was refused: ${reasons[0]?.code}`)
}

async function memory(dir: string, url: string): Promise<Claim[]> {
  const runs = [
    ['checked', FEW, ['--dry-run']],
    ['checked', MANY, ['--dry-run']],
    ['sent', FEW, ['--to', url]],
    ['sent', REAL, ['--to', url]],
  ] as const
  const measured: { what: string; rows: number; megabytes: number; seconds: number }[] = []
  for (const [what, rows, flags] of runs) {
    const path = join(dir, `${rows}.csv`)
    writeList(path, { rows, seed: 'memory' })
    const from = performance.now()
    const { code, megabytes } = await runImport(path, '--yes', ...flags)
    if (code !== 0) throw new Error(`an import of ${rows} rows ended with ${code}`)
    measured.push({ what, rows, megabytes, seconds: (performance.now() - from) / 1000 })
  }
  printTable(
    'The whole command, from its start to its end, in a process of its own',
    ['rows', '', 'seconds', 'rows per second', 'MB at most'],
    measured.map(({ what, rows, megabytes, seconds }) => [
      rows,
      what,
      seconds.toFixed(1),
      Math.round(rows / seconds),
      Math.round(megabytes),
    ]),
  )
  return [0, 2].map((few): Claim => {
    const [base, grown] = [measured[few]!, measured[few + 1]!]
    const what = `memory that ${grown.rows} rows take more than ${FEW}, ${grown.what},`
    return { what, measured: (grown.megabytes - base.megabytes) * 1024, unit: ' kB', atMost: MOST_MEGABYTES * 1024 }
  })
}
