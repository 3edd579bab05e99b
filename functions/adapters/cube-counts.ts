import type { Contribution } from '../domain/contribution.ts'
import { recordCells } from '../domain/editions/record-cells.ts'
import { wholeScripts } from '../domain/editions/whole-scripts.ts'
import { PROVINCES } from '../domain/ridings/provinces.ts'
import type { CountRecord, CountRecords } from '../domain/stats-row.ts'
import { inParallel } from './in-parallel.ts'

export type CubeCounts = { counts: Contribution; scripts: CountRecord[] }
type Records = Pick<CountRecords, 'list'> & { asOf: () => Promise<string | null> }

/** Whoever counts meanwhile changes some records before they are read and others after. */
const TRIES = 3

/** All that the closed cube is made of, as of one moment if counting pauses so long. */
export async function readCubeCounts(records: Records): Promise<CubeCounts> {
  for (let tries = 1; ; tries += 1) {
    const before = await records.asOf()
    const read = await readOnce(records)
    if (tries === TRIES || before === (await records.asOf())) return read
  }
}

async function readOnce(records: Records): Promise<CubeCounts> {
  const counts: Contribution = new Map()
  const read = async (collection: string): Promise<CountRecord[]> => {
    const all = await collect(records.list(collection))
    for (const record of all) for (const [key, count] of recordCells(collection, record)) counts.set(key, count)
    return all
  }
  const ridings = await read('ridings')
  const scopes = ['ALL', ...PROVINCES.map((province) => `PROVINCE#${province}`), ...ridings.map(({ record }) => record)]
  const timelines = ['call', 'received'].flatMap((clock) => scopes.map((scope) => `timeline#${clock}#${scope}`))
  await inParallel(
    ['summary', 'caller-ids', 'polls', ...timelines],
    async (collection) => void (await read(collection)),
  )
  const [scripts, meetings] = [await collect(records.list('scripts')), await collect(records.list('script-meetings'))]
  return { counts, scripts: wholeScripts(scripts, meetings) }
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}
