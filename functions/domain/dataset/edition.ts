import { checkTable, UnpublishableError } from './check-table.ts'
import type { Bilingual, Source, Table, TableDefinition } from './table.ts'

/** What is said of an edition as a whole. No clock is in it: the same counts and definitions give the same bytes whenever they are written. */
export type EditionMeta = {
  /** `ca-ge-46` */
  event: string
  /** The day and which edition of that day: `2026-11-26.1`. */
  edition: string
  /** What the counts are as of, a datetime. */
  asOf: string
  title: Bilingual
  description: Bilingual
  publisher: { name: string; url?: string }
  licence: { name: string; title: string; path: string }
  /** The rule by which cells are protected, with its parameters. */
  protection: Bilingual
  /** The parameters of that rule. */
  parameters?: Readonly<Record<string, unknown>>
  /** The version of what the columns mean. */
  definitions: string
  /** Why there is another edition than the one before. */
  change?: Bilingual
  sources?: readonly Source[]
  /** First and last day that the tables are about. */
  coverage?: { from: string; to: string }
  /** Where the editions are read, without a slash at its end. */
  baseUrl?: string
  isInvented?: boolean
}

export type Edition = { tables: readonly Table[]; meta: EditionMeta }

export const FORMATS = ['csv', 'json', 'parquet'] as const
export type Format = (typeof FORMATS)[number]

/** A file of an edition, within its folder. */
export type FileFacts = { path: string; bytes: number; sha256: string }

/** The name of an edition. */
export const EDITION = /^\d{4}-\d{2}-\d{2}\.[1-9]\d*$/

/** Throws an UnpublishableError unless the whole edition can be published, under a path that is its own. */
export function checkEdition({ tables, meta }: Edition): void {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(meta.event)) throw new UnpublishableError('no name of an event')
  if (!EDITION.test(meta.edition)) throw new UnpublishableError('no name of an edition')
  if (tables.length === 0) throw new UnpublishableError('an edition without tables')
  if (new Set(tables.map(({ name }) => name)).size < tables.length) throw new UnpublishableError('two tables of one name') // prettier-ignore
  for (const table of tables) checkTable(table)
}

/** Where an edition is, for ever. */
export function editionFolder({ event, edition }: EditionMeta): string {
  return `${event}/editions/${edition}`
}

/** The file with the checksum of every other file, as `sha256sum -c` takes them. */
export const SUMS = 'SHA256SUMS'

/** As GNU sha256sum writes and checks it. */
export function checksums(files: readonly FileFacts[]): string {
  return files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('')
}

/** Which edition is the newest that was approved. The one file that changes. */
export function latestPointer(meta: EditionMeta, sums: FileFacts): { path: string; content: object } {
  return {
    path: `${meta.event}/editions/latest.json`,
    content: {
      event: meta.event,
      edition: meta.edition,
      asOf: meta.asOf,
      path: `${meta.edition}/`,
      dataPackage: `${meta.edition}/datapackage.json`,
      checksums: { path: `${meta.edition}/${sums.path}`, sha256: sums.sha256 },
    },
  }
}

/** All of an edition but its rows, for programs: from it and the rows it can be read back. */
export function definitionsOf({ tables, meta }: Edition): { meta: EditionMeta; tables: TableDefinition[] } {
  const definition = ({ name, title, description, columns, key }: Table) => ({ name, title, description, columns, key })
  return { meta, tables: tables.map(definition) }
}

/** What a reader of one JSON file must know without the others. */
export function fileMeta({ name }: Table, meta: EditionMeta): object {
  const { event, edition, asOf, definitions, protection, licence, isInvented } = meta
  return {
    event,
    edition,
    table: name,
    asOf,
    definitions,
    protection: protection.en,
    licence: licence.name,
    ...(isInvented ? { invented: true } : {}),
  }
}
