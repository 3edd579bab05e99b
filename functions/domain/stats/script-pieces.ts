import type { CountRecord, CountRecords } from '../stats-row.ts'
import { inTurns } from './in-turns.ts'

/** The record of a script, or of what it has become part of. */
export async function recordOfScript(script: string, records: CountRecords): Promise<CountRecord | undefined> {
  const record = await records.get('scripts', script)
  const { scriptName = script } = record ? await topOf(record, records) : {}
  return scriptName === script ? record : await records.get('scripts', scriptName)
}

/** All records of the script that this one is of, level by level of their tree. */
export async function piecesOf(record: CountRecord, records: CountRecords): Promise<CountRecord[]> {
  const pieces: CountRecord[] = []
  for (let level = [await topOf(record, records)]; level.length > 0;) {
    pieces.push(...level)
    const holders = level.filter((holder) => holder.pieces !== undefined)
    level = (await inTurns(holders, async (holder) => await heldBy(holder, records))).flat()
  }
  return pieces
}

async function topOf(record: CountRecord, records: CountRecords): Promise<CountRecord> {
  const holder = record.heldBy === undefined ? undefined : await records.get('scripts', record.heldBy)
  return holder ? await topOf(holder, records) : record
}

async function heldBy({ record }: CountRecord, records: CountRecords): Promise<CountRecord[]> {
  const names: string[] = []
  for await (const held of records.list('script-pieces', within(record)))
    names.push(held.record.slice(record.length + 1))
  const found = await inTurns(names, async (name) => await records.get('scripts', name))
  return found.filter((held) => held?.heldBy === record).filter((held) => held !== undefined)
}

/** The names that begin with this script's. */
export function within(record: string): { from: string; to: string } {
  return { from: `${record} `, to: `${record} ~` }
}
