import { parse } from 'csv-parse/sync'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The rows of a labelled set in this folder, written apart from the code that it judges; each with its source of difficulty. */
export function readLabelled<Column extends string>(name: string): Record<Column | 'difficulty', string>[] {
  return parse(readFileSync(join(import.meta.dirname, `${name}.csv`)), { columns: true })
}
