import { createHash } from 'node:crypto'
import { UnpublishableError } from '../domain/dataset/check-table.ts'
import { checkEdition, type Edition, SUMS } from '../domain/dataset/edition.ts'
import { flatRow } from '../domain/dataset/nested-rows.ts'
import type { TableDefinition } from '../domain/dataset/table.ts'
import type { Files } from './edition-files.ts'

/**
 * An edition from its files, by their paths within its folder: what a draft is compared with. Throws an UnpublishableError when a file is not
 * as it was published, because then nothing should be compared with it.
 */
export function readEdition(files: Files): Edition {
  const read = (path: string): unknown => JSON.parse(new TextDecoder().decode(intact(path, files)))
  // Of our own making, as the checksums say.
  const { meta, tables } = read('definitions.json') as { meta: Edition['meta']; tables: TableDefinition[] }
  const edition = {
    meta,
    tables: tables.map((table) => {
      const { rows } = read(`${table.name}.json`) as { rows: object[] }
      return { ...table, rows: rows.map((row) => flatRow(row, table)) }
    }),
  }
  checkEdition(edition)
  return edition
}

function intact(path: string, files: Files): Uint8Array {
  const [bytes, sums] = [files.get(path), files.get(SUMS)]
  const sum = bytes && createHash('sha256').update(bytes).digest('hex')
  if (!bytes || !new TextDecoder().decode(sums).split('\n').includes(`${sum}  ${path}`)) {
    throw new UnpublishableError(`${path}: not as it was published`)
  }
  return bytes
}
