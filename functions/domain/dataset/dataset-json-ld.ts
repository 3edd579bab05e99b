import { type Edition, type FileFacts, FORMATS } from './edition.ts'
import type { Column, Table } from './table.ts'

const ENCODINGS = { csv: 'text/csv', json: 'application/json', parquet: 'application/vnd.apache.parquet' }

/** The edition as schema.org describes a Dataset, for search engines: texts are plain, English before French. */
export function datasetJsonLd({ tables, meta }: Edition, files: ReadonlyMap<string, FileFacts>): object {
  const folder = meta.baseUrl ? `${meta.baseUrl}/${meta.edition}/` : ''
  const organization = { '@type': 'Organization', name: meta.publisher.name, ...urlOf(meta.publisher.url) }
  return {
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    ...(folder ? { '@id': folder, url: folder } : {}),
    name: meta.title.en,
    alternateName: meta.title.fr,
    description: `${meta.description.en}\n\n${meta.description.fr}`,
    identifier: `${meta.isInvented ? 'invented-' : ''}${meta.event}/${meta.edition}`,
    version: meta.edition,
    dateModified: meta.asOf,
    inLanguage: ['en', 'fr'],
    isAccessibleForFree: true,
    license: meta.licence.path,
    creator: organization,
    publisher: organization,
    spatialCoverage: { '@type': 'Country', name: 'Canada' },
    ...(meta.coverage ? { temporalCoverage: `${meta.coverage.from}/${meta.coverage.to}` } : {}),
    measurementTechnique: meta.protection.en,
    variableMeasured: tables.flatMap((table) => table.columns.map((column) => variable(table, column))),
    distribution: tables.flatMap(({ name }) => FORMATS.map((format) => download(`${name}.${format}`, ENCODINGS[format]))), // prettier-ignore
  }

  function download(path: string, encodingFormat: string): object {
    const { bytes, sha256 } = files.get(path)!
    return { '@type': 'DataDownload', name: path, contentUrl: `${folder}${path}`, encodingFormat, contentSize: `${bytes} B`, sha256 } // prettier-ignore
  }
}

function variable(table: Table, { name, title, description, unit }: Column): object {
  return {
    '@type': 'PropertyValue',
    name: title.en,
    alternateName: title.fr,
    description: description.en,
    propertyID: `${table.name}/${name}`,
    ...(unit ? { unitText: unit.en } : {}),
  }
}

function urlOf(url: string | undefined): object {
  return url ? { url } : {}
}
