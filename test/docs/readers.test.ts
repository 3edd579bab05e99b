import { execFile } from 'node:child_process'
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
import { EDITION } from '../support/made-up-edition.ts'

const READERS = join(import.meta.dirname, '../../docs/readers')
const run = promisify(execFile)

const editions = editionFiles(EDITION)
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

async function curl() {
  const env = { ...process.env, no_proxy: '127.0.0.1' }
  return await run('sh', [join(READERS, 'read.sh'), `${address}/ca-ge-46/editions`], { cwd: dir, env })
}

test('every reader has at most ten lines, without its comments', () => {
  const lengths = ['read.R', 'read.py', 'read.sh', 'read.sql'].map((reader) => {
    const lines = readFileSync(join(READERS, reader), 'utf8').split('\n')
    return lines.filter((line) => line.trim() && !/^\s*(#|--)/.test(line)).length
  })
  expect(Math.max(...lengths)).toBeLessThanOrEqual(10)
})

test('curl fetches the newest edition, and sha256sum finds it whole', async () => {
  const { stdout } = await curl()
  expect(stdout.trim().split(/\r?\n/)).toEqual([
    'riding.id,complaints',
    'ocd-division/country:ca/ed:35027,45',
    'ocd-division/country:ca/ed:59036,x',
    'unresolved,0',
  ])
  expect(readdirSync(dir)).toHaveLength(editions.size)
})

test('a file that is not as published stops it', async () => {
  const path = 'ca-ge-46/editions/2026-11-26.1/ridings.csv'
  const published = files.get(path)!
  files.set(path, published.with(40, 0))
  await expect(curl()).rejects.toMatchObject({ stdout: 'ridings.csv: FAILED\n' })
  files.set(path, published)
})

test('DuckDB reads the newest edition of a folder, and tells suppressed from zero', async () => {
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(dir, path)), { recursive: true })
    writeFileSync(join(dir, path), bytes)
  }
  const sql = readFileSync(join(READERS, 'read.sql'), 'utf8')
  expect(sql).toContain("'https://reports.example.org/v1/editions/'")
  const duck = await startDuck()
  try {
    const rows = await duck.query(sql.replace('https://reports.example.org/v1', join(dir, 'ca-ge-46')))
    expect(rows).toEqual([
      { 'riding.id': 'ocd-division/country:ca/ed:35027', complaints: 45n, status: 'shown' },
      { 'riding.id': 'ocd-division/country:ca/ed:59036', complaints: null, status: 'suppressed' },
      { 'riding.id': 'unresolved', complaints: 0n, status: 'shown' },
    ])
  } finally {
    duck.stop()
  }
})
