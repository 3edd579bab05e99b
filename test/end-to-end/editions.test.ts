import { exactDoor } from '../support/exact-door.ts'
import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publish, type Published } from '../../operate/publish.ts'
import { rehearse } from '../../rehearsal/rehearsal.ts'
import { startDuck } from '../support/duck.ts'
import { operated, sendWeek } from '../support/exactly-once.ts'
import { type PermittedStack, startPermittedStack } from '../support/permitted-stack.ts'
import { send, senderTo } from '../support/sender.ts'

const run = promisify(execFile)
const READER = join(import.meta.dirname, '../../docs/readers/read.sh')

let stack: PermittedStack
let directory: string
let [draft, approved]: Published[] = []
let before: Record<string, number> = {}
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'callwitness-edition-'))
  stack = await startPermittedStack({ invented: true })
  await rehearse({ apiUrl: stack.url, door: await exactDoor(stack), seed: 'an edition', reports: 150, concurrency: 8 })
  await stack.idle()
  draft = await publish(operated(stack))
  before = { latest: (await read('latest.json')).status, file: (await read(`${name()}/summary.csv`)).status }
  approved = await publish(operated(stack), { approve: name() })
  await run('sh', [READER, `${stack.url}/v1/editions`], { cwd: directory, env: { ...process.env, no_proxy: '127.0.0.1' } }) // prettier-ignore
})
afterAll(async () => {
  await stack.stop()
  rmSync(directory, { recursive: true })
})

const name = () => draft!.draft!.edition
const read = async (path: string, headers: Record<string, string> = {}) =>
  await send(`${stack.url}/v1/editions/${path}`, { headers })

type Row = Record<string, unknown>
/** The exact rows, as whoever runs the stack can ask for them. */
const exact = async (table: string) => (await senderTo(stack).rows(table)) as Row[]
const published = async (table: string) => (await read(`${name()}/${table}.json`)).json['rows'] as Row[]

test('a draft is shown to who publishes, and to nobody else until it is approved', async () => {
  expect(draft).toMatchObject({ outcome: 'waiting', latest: null, differences: expect.stringContaining('The first edition') }) // prettier-ignore
  expect(before).toEqual({ latest: 404, file: 404 })
  expect(approved).toMatchObject({ released: name(), latest: name(), draft: null })
  const { status, json } = await read('latest.json')
  expect([status, json['edition'], json['path']]).toEqual([200, name(), `${name()}/`])
})

test('curl and sha256sum read it with the reader of the documentation, every file whole', () => {
  expect(readdirSync(directory)).toEqual(expect.arrayContaining(['SHA256SUMS', 'summary.csv', 'ridings.parquet', 'codebook.fr.md'])) // prettier-ignore
  expect(readFileSync(join(directory, 'codebook.en.md'), 'utf8')).toContain('Everything in this edition is invented.')
})

test('CSV, JSON and Parquet are the same, cell for cell', async () => {
  const duck = await startDuck()
  try {
    const file = (format: string) => `${directory}/ridings.${format}`
    const csv = await duck.query(`select "riding.id", kind, case complaints when 'x' then null else complaints::bigint end as complaints, complaints = 'x' as suppressed from read_csv('${file('csv')}', all_varchar = true) order by all`) // prettier-ignore
    const parquet = await duck.query(`select "riding.id", kind, complaints, "complaints.suppressed" as suppressed from read_parquet('${file('parquet')}') order by all`) // prettier-ignore
    expect(parquet).toEqual(csv)
    const json = await published('ridings')
    expect(json).toHaveLength(csv.length)
    const suppressed = json.filter(({ complaints }) => typeof complaints === 'object' && complaints)
    expect(suppressed).toHaveLength(csv.filter((row) => row['suppressed']).length)
  } finally {
    duck.stop()
  }
})

test('every count that is shown is a multiple of five and at most seven from the true one; zero is said where nobody is', async () => {
  const truth = new Map((await exact('ridings')).map((row) => [(row['riding'] as { id: string }).id, row]))
  const [total] = await exact('summary')
  const rows = (await published('ridings')).filter(({ kind, door }) => kind === 'all' && door === 'all')
  const [all] = (await published('summary')).filter(({ election, kind, door }) => [election, kind, door].every((one) => one === 'all')) // prettier-ignore
  const pairs = [
    [all!, total!],
    ...rows.map((row) => [row, truth.get((row['riding'] as { id: string }).id) ?? { reports: 0, reporters: 0, complaints: 0 }]), // prettier-ignore
  ] as [Row, Row][]
  const counts = ['reports', 'reporters', 'complaints'].flatMap((count) => pairs.map(([shown, true_]) => ({ shown: shown[count], is: Number(true_[count]), people: Number(true_['reporters']) }))) // prettier-ignore
  const shown = counts.filter(
    (one): one is { shown: number; is: number; people: number } => typeof one.shown === 'number',
  )
  expect(shown.filter((one) => one.shown % 5 !== 0 || Math.abs(one.shown - one.is) > 7)).toEqual([])
  expect(shown.filter((one) => one.shown === 0 && one.is > 0)).toEqual([])
  expect(shown.filter((one) => one.shown > 0).length).toBeGreaterThan(3)
  // By how many people told of it: of twelve with fifteen reports it may be chance.
  expect(counts.filter((one) => typeof one.shown === 'object' && one.people > 14)).toEqual([])
})

test('a file may be kept for ever, what is newest for minutes, and who holds either is told so', async () => {
  for (const [path, cache] of [[`${name()}/summary.parquet`, 'public, max-age=31536000, immutable'], ['latest.json', 'public, max-age=300']] as const) {
    const first = await read(path)
    expect([first.status, first.headers.get('cache-control')]).toEqual([200, cache])
    const again = await read(path, { 'if-none-match': first.headers.get('etag')! })
    expect([again.status, again.text]).toEqual([304, ''])
  }
}) // prettier-ignore

test.each([
  'nothing.json',
  '2026-01-01.1/summary.csv',
  'state.json',
  'EDITION/nothing.csv',
  'EDITION/',
  'EDITION',
  '../memory/EDITION.json',
  '..%2fmemory%2fEDITION.json',
  'EDITION/..%2f..%2fstate.json',
])('there is nothing at %s', async (path) => {
  const { status, json } = await read(path.replace('EDITION', name()))
  expect([status, json['type']]).toEqual([404, 'urn:callwitness:problem:unknown-path'])
})

test('other methods are refused with what is allowed', async () => {
  const { status, headers } = await send(`${stack.url}/v1/editions/latest.json`, { method: 'PUT', body: '{}' })
  expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD'])
})

test('a second edition says what changed; the first stays where it was, byte for byte', async () => {
  const first = readFileSync(join(directory, 'summary.csv'), 'utf8')
  await sendWeek(stack.url, { seed: 'another edition', reports: 120 })
  await stack.idle()
  const second = await publish(operated(stack))
  expect(second).toMatchObject({ latest: name(), draft: { number: 2 } })
  expect(second.differences).toMatch(
    /^reports \d+ → \d+, reporters \d+ → \d+, complaints \d+ → \d+\nsummary, cells: \d+ moved/,
  )
  await publish(operated(stack), { approve: second.draft!.edition })
  expect((await read('latest.json')).json['edition']).toBe(second.draft!.edition)
  expect((await read(`${name()}/summary.csv`)).text).toBe(first)
  expect((await read(`${second.draft!.edition}/summary.csv`)).text).not.toBe(first)
})

type Ended = { code?: number; stdout: string; stderr: string }
/** As an operator runs it. */
async function npmRunPublish(...flags: string[]): Promise<Ended> {
  const command = join(import.meta.dirname, '../../operate/publish.ts')
  return await run(process.execPath, [command, '--data', stack.dataDir, ...flags]).catch((error: Ended) => error)
}

test('npm run publish says what waits and why, and what is wrong in one sentence', async () => {
  const { stdout } = await npmRunPublish('--reason', 'Again.', '--reason-fr', 'Encore.')
  expect(stdout).toMatch(/^latest: \S+\ndraft: (\S+) \(number 3, as of .*\), public at .* or with --approve \1\n.* less than an hour old\n.* Again\.\n.* Encore\.\n\n/) // prettier-ignore
  const waits = /draft: (\S+)/.exec(stdout)![1]
  expect(await npmRunPublish('--approve', '2026-01-01.1')).toMatchObject({ code: 2, stderr: 'no draft 2026-01-01.1 waits\n' }) // prettier-ignore
  expect(await npmRunPublish('--reason', 'Other.', '--reason-fr', 'Autre.')).toMatchObject({
    code: 2,
    stderr: `the draft ${waits} waits, without this reason: approve or discard it first\n`,
  })
  const nonsense = await npmRunPublish('--approve', 'nonsense')
  expect([nonsense.code, nonsense.stderr]).toEqual([2, '"nonsense" names no edition: it is a day and a number, as 2026-11-26.1\n']) // prettier-ignore
})

test('npm run publish -- --now publishes the draft that waits, and then what is counted now', async () => {
  await sendWeek(stack.url, { seed: 'a third edition', reports: 120 })
  await stack.idle()
  const { stdout } = await npmRunPublish('--now')
  const [, waited, counted] = /^public since now: (\S+), (\S+)\nlatest: \2\nno draft waits\n$/.exec(stdout)!
  expect((await read(`${waited}/editions.csv`)).text).toContain('Again.')
  const { rows } = (await read(`${counted}/editions.json`)).json as { rows: Row[] }
  expect(rows).toHaveLength(4)
  expect((await npmRunPublish()).stdout).toBe(`latest: ${counted}\nno draft: no number moved since\n`)
})

test('whoever holds the folder holds the editions: they are files', () => {
  const folder = join(stack.dataDir, 'buckets/editions/ca-ge-test/editions')
  expect(readFileSync(join(folder, name(), 'summary.csv'), 'utf8')).toBe(readFileSync(join(directory, 'summary.csv'), 'utf8')) // prettier-ignore
})
