import { CSV_SUPPRESSED } from './csv-table.ts'
import { type Edition, type FileFacts, FORMATS, type Format } from './edition.ts'
import type { Source, Table } from './table.ts'
import { parquetSchema, PROFILES, said, tableSchema } from './table-schema.ts'

const MEDIA_TYPES: Record<Format, string> = {
  csv: 'text/csv',
  json: 'application/json',
  parquet: 'application/vnd.apache.parquet',
}
const READ_SO: Record<Format, string> = {
  csv: `An empty field is missing, ${CSV_SUPPRESSED} is suppressed. Drop one apostrophe at the beginning of a text.`,
  json: 'Under rows: null is missing, {"suppressed": true} is suppressed, dots in names are nested objects.',
  parquet: 'Null is missing, unless the column <name>.suppressed beside it is true.',
}

type Facts = ReadonlyMap<string, FileFacts>

/** The edition as a Data Package, version 2.0 of the standard (datapackage.org); French stands beside English under names with `@fr`. */
export function dataPackage({ tables, meta }: Edition, files: Facts): object {
  return {
    $schema: `${PROFILES}/datapackage.json`,
    name: `${meta.isInvented ? 'invented-' : ''}${meta.event}`,
    ...(meta.baseUrl ? { id: `${meta.baseUrl}/${meta.edition}/datapackage.json` } : {}),
    ...said('title', meta.title),
    ...said('description', meta.description),
    languages: ['en', 'fr'],
    version: meta.edition,
    created: meta.asOf,
    ...(meta.isInvented ? { invented: true } : {}),
    definitions: meta.definitions,
    ...said('protection', meta.protection),
    ...(meta.change ? said('change', meta.change) : {}),
    contributors: [{ title: meta.publisher.name, ...pathOf(meta.publisher.url), roles: ['publisher'] }],
    licenses: [meta.licence],
    ...sources([...(meta.sources ?? []), ...tables.flatMap(sourcesOf)]),
    resources: [
      ...tables.flatMap((table) => FORMATS.map((format) => tableResource(table, format, files))),
      codeBookResource('en', files),
      codeBookResource('fr', files),
    ],
  }
}

function tableResource(table: Table, format: Format, files: Facts): object {
  return {
    // The CSV file is the table; the others are the same again.
    name: format === 'csv' ? table.name : `${table.name}-${format}`,
    path: `${table.name}.${format}`,
    $schema: `${PROFILES}/dataresource.json`,
    // A suppressed cell of JSON is an object, which no type of Table Schema allows beside numbers.
    ...(format === 'json' ? {} : { type: 'table' }),
    ...said('title', table.title),
    ...said('description', table.description),
    format,
    mediatype: MEDIA_TYPES[format],
    ...(format === 'parquet' ? {} : { encoding: 'utf-8' }),
    ...sizeOf(format, files.get(`${table.name}.${format}`)!),
    reading: READ_SO[format],
    ...(format === 'csv' ? { dialect: DIALECT, schema: tableSchema(table) } : {}),
    ...(format === 'parquet' ? { schema: parquetSchema(table) } : {}),
    ...sources(sourcesOf(table)),
  }
}

const DIALECT = { header: true, delimiter: ',', quoteChar: '"', doubleQuote: true, lineTerminator: '\r\n' }

function codeBookResource(language: 'en' | 'fr', files: Facts): object {
  const path = `codebook.${language}.md`
  return {
    name: `codebook-${language}`,
    path,
    $schema: `${PROFILES}/dataresource.json`,
    title: language === 'en' ? 'Code book' : 'Dictionnaire des données',
    format: 'md',
    mediatype: 'text/markdown',
    encoding: 'utf-8',
    ...sizeOf('md', files.get(path)!),
  }
}

function sizeOf(format: string, { bytes, sha256 }: FileFacts): object {
  // frictionless-py 5 counts no bytes of Parquet, and finds any number of them wrong.
  return { ...(format === 'parquet' ? {} : { bytes }), hash: `sha256:${sha256}` }
}

function sources(all: readonly Source[]): object {
  const named = new Map(all.map(({ title, path }) => [title.en, { ...said('title', title), ...pathOf(path) }]))
  return named.size > 0 ? { sources: [...named.values()] } : {}
}

function sourcesOf({ columns }: Table): Source[] {
  return columns.flatMap(({ source }) => (source ? [source] : []))
}

function pathOf(path: string | undefined): { path?: string } {
  return path ? { path } : {}
}
