import { execFile, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { editionFiles, latestFile } from '../../functions/adapters/edition-files.ts'
import { headersOf } from '../../functions/adapters/edition-headers.ts'
import { startDuck } from '../support/duck.ts'
import { SUPPRESSED } from '../../functions/domain/dataset/table.ts'
import { EDITION } from '../support/made-up-edition.ts'
import { madeUp, RIDINGS } from '../support/made-up-table.ts'

const READERS = join(import.meta.dirname, '../../docs/readers')
const run = promisify(execFile)

/** As ridings are published: a row for each kind of call and each door, and one for all. */
const [id, province, ...counts] = RIDINGS.columns
const BY_KIND = {
  ...RIDINGS,
  key: ['riding.id', 'kind', 'door'],
  columns: [id!, madeUp('kind'), madeUp('door'), ...counts, province!],
  rows: RIDINGS.rows.flatMap((row) => [
    { ...row, kind: 'all', door: 'all' },
    { ...row, kind: 'text', door: 'all', complaints: SUPPRESSED },
    { ...row, kind: 'all', door: 'sms', complaints: SUPPRESSED },
  ]),
}
const editions = editionFiles({ ...EDITION, tables: [BY_KIND] })
const files = new Map([...editions, latestFile(EDITION, editions)])
let server: Server
let address: string
let dir: string
beforeAll(async () => {
  server = createServer(({ url }, answer) => {
    const bytes = files.get(url!.slice(1))
    answer.writeHead(bytes ? 200 : 404, { 'content-type': headersOf(url!).contentType }).end(bytes)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  dir = mkdtempSync(join(tmpdir(), 'callwitness-readers-'))
})
afterAll(() => {
  server.close()
  rmSync(dir, { recursive: true })
})

const env = { ...process.env, no_proxy: '127.0.0.1' }
async function curl(base = '/ca-ge-46/editions') {
  return await run('sh', [join(READERS, 'read.sh'), `${address}${base}`], { cwd: dir, env })
}

const WITH_AND_WITHOUT_SLASH = ['/ca-ge-46/editions', '/ca-ge-46/editions/']
/** Not every machine has them. */
const INSTALLED = { python3: hasRun('python3', ['-c', 'import pandas']), Rscript: hasRun('Rscript', ['--version']) }

function hasRun(command: string, args: string[]): boolean {
  return spawnSync(command, args).status === 0
}

test('every reader has at most ten lines, without its comments', () => {
  const lengths = ['read.R', 'read.py', 'read.sh', 'read.sql'].map((reader) => {
    const lines = readFileSync(join(READERS, reader), 'utf8').split('\n')
    return lines.filter((line) => line.trim() && !/^\s*(#|--)/.test(line)).length
  })
  expect(Math.max(...lengths)).toBeLessThanOrEqual(10)
})

test.each(WITH_AND_WITHOUT_SLASH)(
  'curl fetches the newest edition of %s, and sha256sum finds it whole',
  async (base) => {
    const { stdout } = await curl(base)
    expect(stdout.trim().split(/\r?\n/)).toEqual([
      'riding.id,complaints',
      'ocd-division/country:ca/ed:35027,45',
      'ocd-division/country:ca/ed:59036,x',
      'unresolved,0',
    ])
    expect(readdirSync(dir)).toHaveLength(editions.size)
  },
)

test('where no edition is published it says so', async () => {
  await expect(curl('/nowhere')).rejects.toMatchObject({ stderr: expect.stringContaining('no edition is published there') as string }) // prettier-ignore
})

test.each(WITH_AND_WITHOUT_SLASH)('pandas shows each riding of %s once', { skip: !INSTALLED.python3 }, async (base) => {
  const { stdout } = await run('python3', [join(READERS, 'read.py'), `${address}${base}`], { env })
  expect(wordsOf(stdout)).toEqual([
    ['ocd-division/country:ca/ed:35027', '45', 'False'],
    ['ocd-division/country:ca/ed:59036', '<NA>', 'True'],
    ['unresolved', '0', 'False'],
  ])
})

test.each(WITH_AND_WITHOUT_SLASH)('R shows each riding of %s once', { skip: !INSTALLED.Rscript }, async (base) => {
  const { stdout } = await run('Rscript', [join(READERS, 'read.R'), `${address}${base}`], { env })
  expect(wordsOf(stdout)).toEqual([
    ['ocd-division/country:ca/ed:35027', '45', 'FALSE'],
    ['ocd-division/country:ca/ed:59036', 'NA', 'TRUE'],
    ['unresolved', '0', 'FALSE'],
  ])
})

/** What is printed of each row, without its number. */
function wordsOf(stdout: string): string[][] {
  const [, ...rows] = stdout.trimEnd().split('\n')
  return rows.map((row) => row.trim().split(/\s+/).slice(1))
}

test('a file that is not as published stops it', async () => {
  const path = 'ca-ge-46/editions/2026-11-26.1/ridings.csv'
  const published = files.get(path)!
  files.set(path, published.with(40, 0))
  await expect(curl()).rejects.toMatchObject({ stdout: 'ridings.csv: FAILED\n' })
  files.set(path, published)
})

test.each(WITH_AND_WITHOUT_SLASH)(
  'DuckDB reads the newest edition of the folder %s, and tells suppressed from zero',
  async (base) => {
    for (const [path, bytes] of files) {
      mkdirSync(dirname(join(dir, path)), { recursive: true })
      writeFileSync(join(dir, path), bytes)
    }
    const sql = readFileSync(join(READERS, 'read.sql'), 'utf8')
    expect(sql).toContain("'https://reports.example.org/v1/editions'")
    const duck = await startDuck()
    try {
      const rows = await duck.query(sql.replace('https://reports.example.org/v1/editions', join(dir, base)))
      expect(rows).toEqual([
        { 'riding.id': 'ocd-division/country:ca/ed:35027', complaints: 45n, status: 'shown' },
        { 'riding.id': 'ocd-division/country:ca/ed:59036', complaints: null, status: 'suppressed' },
        { 'riding.id': 'unresolved', complaints: 0n, status: 'shown' },
      ])
    } finally {
      duck.stop()
    }
  },
)
