import { type CountRecord, type CountRecords, withoutTemplates } from '../stats-row.ts'

export const EMPTY: CountRecord = { record: 'ALL', counters: {} }

export type Templated = { templated: 'with' | 'without' }

/** The records with what came as a template, or without. */
export function asAsked({ templated }: Templated, records: CountRecords): CountRecords {
  if (templated === 'with') return records
  return {
    async *list(...asked) {
      for await (const record of records.list(...asked)) yield withoutTemplates(record)
    },
    async get(...asked) {
      const record = await records.get(...asked)
      return record && withoutTemplates(record)
    },
  }
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}
