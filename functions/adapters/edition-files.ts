import { createHash } from 'node:crypto'
import { codeBook } from '../domain/dataset/code-book.ts'
import { csvOf } from '../domain/dataset/csv-table.ts'
import { dataPackage } from '../domain/dataset/data-package.ts'
import { datasetJsonLd } from '../domain/dataset/dataset-json-ld.ts'
import {
  checkEdition,
  checksums,
  definitionsOf,
  type Edition,
  editionFolder,
  type FileFacts,
  fileMeta,
  latestPointer,
  SUMS,
} from '../domain/dataset/edition.ts'
import { jsonOf } from '../domain/dataset/nested-rows.ts'
import { parquetOf } from './parquet-table.ts'

export type Files = Map<string, Uint8Array>

/**
 * Every file of an edition by its path in the bucket; the same edition gives the same bytes. Nothing of it may be overwritten once it is
 * published. Throws an UnpublishableError.
 */
export function editionFiles(edition: Edition): Files {
  checkEdition(edition)
  const { tables, meta } = edition
  const files = new Map<string, Uint8Array>()
  for (const table of tables) {
    files.set(`${table.name}.csv`, utf8(csvOf(table)))
    files.set(`${table.name}.json`, utf8(jsonOf(table, fileMeta(table, meta))))
    files.set(`${table.name}.parquet`, parquetOf(table))
  }
  files.set('codebook.en.md', utf8(codeBook(edition, 'en')))
  files.set('codebook.fr.md', utf8(codeBook(edition, 'fr')))
  files.set('definitions.json', json(definitionsOf(edition)))
  const facts = factsOf(files)
  files.set('datapackage.json', json(dataPackage(edition, facts)))
  files.set('dataset.jsonld', json(datasetJsonLd(edition, facts)))
  files.set(SUMS, utf8(checksums([...factsOf(files).values()])))
  return new Map([...files].map(([path, bytes]) => [`${editionFolder(meta)}/${path}`, bytes]))
}

/** The file that says which edition is the newest: its path, and what to write there once these files are all in their places. */
export function latestFile({ meta }: Pick<Edition, 'meta'>, files: Files): [path: string, bytes: Uint8Array] {
  const { path, content } = latestPointer(meta, factOf(SUMS, files.get(`${editionFolder(meta)}/${SUMS}`)!))
  return [path, json(content)]
}

function factsOf(files: Files): Map<string, FileFacts> {
  return new Map([...files].map(([path, bytes]) => [path, factOf(path, bytes)]))
}

function factOf(path: string, bytes: Uint8Array): FileFacts {
  return { path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
}

function json(content: object): Uint8Array {
  return utf8(`${JSON.stringify(content, null, 2)}\n`)
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
