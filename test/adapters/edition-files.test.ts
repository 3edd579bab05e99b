import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { editionFiles, type Files, latestFile } from '../../functions/adapters/edition-files.ts'
import { headersOf } from '../../functions/adapters/edition-headers.ts'
import { UnpublishableError } from '../../functions/domain/dataset/check-table.ts'
import type { EditionMeta } from '../../functions/domain/dataset/edition.ts'
import { DataPackage } from '../support/data-package-shape.ts'
import { startDuck } from '../support/duck.ts'
import { DatasetJsonLd } from '../support/json-ld-shape.ts'
import { EDITION } from '../support/made-up-edition.ts'
import { RIDINGS } from '../support/made-up-table.ts'

const FOLDER = 'ca-ge-46/editions/2026-11-26.1'
const files = editionFiles(EDITION)

function textOf(path: string, all: Files = files): string {
  return new TextDecoder().decode(all.get(`${FOLDER}/${path}`))
}

function withMeta(meta: Partial<EditionMeta>) {
  return { ...EDITION, meta: { ...EDITION.meta, ...meta } }
}

test('an edition is one folder: each table three times, what it means in two languages, and checksums', () => {
  expect([...files.keys()].map((path) => path.replace(`${FOLDER}/`, ''))).toEqual([
    'ridings.csv', 'ridings.json', 'ridings.parquet', 'summary.csv', 'summary.json', 'summary.parquet',
    'codebook.en.md', 'codebook.fr.md', 'definitions.json', 'datapackage.json', 'dataset.jsonld', 'SHA256SUMS',
  ]) // prettier-ignore
})

test('the same edition has the same bytes in any time zone and locale', () => {
  const places = [
    { TZ: 'UTC', LC_ALL: 'C' },
    { TZ: 'Pacific/Kiritimati', LC_ALL: 'fr_CA.UTF-8', LANG: 'fr_CA.UTF-8' },
    { TZ: 'America/St_Johns', LC_ALL: 'ar_EG.UTF-8', LANG: 'ar_EG.UTF-8' },
    { TZ: 'Asia/Kathmandu', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' },
  ]
  const printed = places.map((env) => {
    const args = [join(import.meta.dirname, '../support/print-checksums.ts')]
    return JSON.parse(execFileSync(process.execPath, args, { env, encoding: 'utf8' })) as Record<string, unknown>
  })
  expect(new Set(printed.map(({ timeZone }) => timeZone)).size).toBe(4)
  expect(new Set(printed.map(({ locale }) => locale)).size).toBe(4)
  for (const { files: sums } of printed) expect(sums).toEqual(printed[0]!['files'])
  expect(Object.keys(printed[0]!['files'] as object)).toHaveLength(13)
})

test('the checksums are those that sha256sum finds', () => {
  const dir = mkdtempSync(join(tmpdir(), 'callwitness-edition-'))
  try {
    for (const [path, bytes] of files) {
      mkdirSync(dirname(join(dir, path)), { recursive: true })
      writeFileSync(join(dir, path), bytes)
    }
    const said = execFileSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: join(dir, FOLDER), encoding: 'utf8' })
    expect(said.match(/: OK$/gm)).toHaveLength(files.size - 1)
  } finally {
    rmSync(dir, { recursive: true })
  }
})

test('datapackage.json is a Data Package of version 2.0, its hashes and sizes those of the files', () => {
  const { resources, ...about } = DataPackage.parse(JSON.parse(textOf('datapackage.json')))
  expect(about).toMatchObject({
    name: 'invented-ca-ge-46',
    version: '2026-11-26.1',
    title: 'Complaints about election calls',
    'title@fr': 'Plaintes sur des appels électoraux',
    sources: [{ title: 'Reports' }, { title: 'Elections Canada', path: 'https://www.elections.ca/' }],
  })
  expect(resources.map(({ path }) => path)).toEqual([...files.keys()].slice(0, 8).map((path) => path.split('/').at(-1)))
  for (const { path, bytes, hash } of resources) {
    expect(bytes).toBe(path.endsWith('.parquet') ? undefined : files.get(`${FOLDER}/${path}`)!.length)
    expect(textOf('SHA256SUMS')).toContain(`${hash.replace('sha256:', '')}  ${path}\n`)
  }
})

test('the schema in it names the columns of the CSV file in their order, and what is absent', () => {
  const { resources } = DataPackage.parse(JSON.parse(textOf('datapackage.json')))
  const csv = resources[0]!.schema
  expect(csv?.fields.map(({ name }) => name).join()).toBe(textOf('ridings.csv').split('\r\n')[0])
  expect(csv).toMatchObject({
    missingValues: [{ value: '', label: 'missing' }, { value: 'x', label: 'suppressed' }],
    primaryKey: ['riding.id'],
  }) // prettier-ignore
  expect(csv?.fields[1]).toMatchObject({ type: 'string', categories: [{ value: 'ON', label: 'Ontario' }, { value: 'BC', label: 'British Columbia' }] }) // prettier-ignore
  expect(csv?.fields[2]).toMatchObject({ type: 'integer', unit: 'complaints', 'unit@fr': 'plaintes' })
})

test('that of a Parquet file names the columns that are in it, so that nobody guesses what they are', async () => {
  const { resources } = DataPackage.parse(JSON.parse(textOf('datapackage.json')))
  const fields = resources.find(({ name }) => name === 'ridings-parquet')!.schema!.fields
  const duck = await startDuck()
  const dir = mkdtempSync(join(tmpdir(), 'callwitness-edition-'))
  try {
    writeFileSync(join(dir, 'ridings.parquet'), files.get(`${FOLDER}/ridings.parquet`)!)
    const stored = await duck.query(`describe from read_parquet('${join(dir, 'ridings.parquet')}')`)
    expect(fields.map(({ name }) => name)).toEqual(stored.map((column) => column['column_name']))
  } finally {
    duck.stop()
    rmSync(dir, { recursive: true })
  }
  expect(fields.slice(1, 4)).toEqual([
    { name: 'riding.province', type: 'string' },
    { name: 'complaints', type: 'number' },
    { name: 'complaints.suppressed', type: 'boolean' },
  ])
})

test('dataset.jsonld is a Dataset as schema.org has it, with absolute addresses', () => {
  const described = DatasetJsonLd.parse(JSON.parse(textOf('dataset.jsonld')))
  expect(described.url).toBe('https://reports.example.org/v1/editions/2026-11-26.1/')
  expect(described.distribution.map(({ contentUrl }) => contentUrl)).toContain('https://reports.example.org/v1/editions/2026-11-26.1/ridings.parquet') // prettier-ignore
  expect(described.variableMeasured).toHaveLength(10)
})

test('each JSON file says what it is, also when it is alone', () => {
  expect(JSON.parse(textOf('summary.json'))).toEqual({
    meta: {
      event: 'ca-ge-46',
      edition: '2026-11-26.1',
      table: 'summary',
      asOf: '2026-11-26T06:00:00Z',
      definitions: '1',
      protection: 'Rounded to 5, from 10 on.',
      licence: 'CC-BY-4.0',
      invented: true,
    },
    rows: [],
  })
})

test('latest.json points to one edition, and to its checksums by their own', () => {
  const [path, bytes] = latestFile(EDITION, files)
  expect(path).toBe('ca-ge-46/editions/latest.json')
  expect(JSON.parse(new TextDecoder().decode(bytes))).toEqual({
    event: 'ca-ge-46',
    edition: '2026-11-26.1',
    asOf: '2026-11-26T06:00:00Z',
    path: '2026-11-26.1/',
    dataPackage: '2026-11-26.1/datapackage.json',
    checksums: { path: '2026-11-26.1/SHA256SUMS', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown },
  })
})

test('an edition is kept for ever by who has it, what is newest for minutes', () => {
  expect(headersOf(`${FOLDER}/ridings.parquet`)).toEqual({
    contentType: 'application/vnd.apache.parquet',
    cacheControl: 'public, max-age=31536000, immutable',
  })
  expect(headersOf(`${FOLDER}/SHA256SUMS`).contentType).toBe('text/plain; charset=utf-8')
  expect(headersOf('ca-ge-46/editions/latest.json').cacheControl).toBe('public, max-age=300')
})

test.each<[string, Partial<EditionMeta>]>([
  ['an event with a path in it', { event: '../other' }],
  ['an edition without a number', { edition: '2026-11-26' }],
  ['an edition with a path in it', { edition: '2026-11-26.1/..' }],
])('%s has no path', (_, meta) => {
  expect(() => editionFiles(withMeta(meta))).toThrow(UnpublishableError)
})

test('one table that contradicts itself keeps the whole edition back', () => {
  const broken = { ...RIDINGS, name: 'broken', rows: [{ ...RIDINGS.rows[0]!, complaints: 1.5 }] }
  expect(() => editionFiles({ ...EDITION, tables: [RIDINGS, broken] })).toThrow('broken, row 0, complaints')
  expect(() => editionFiles({ ...EDITION, tables: [RIDINGS, RIDINGS] })).toThrow(UnpublishableError)
  expect(() => editionFiles({ ...EDITION, tables: [] })).toThrow(UnpublishableError)
})
