import { setTimeout as sleep } from 'node:timers/promises'
import type { Contribution } from '../domain/contribution.ts'
import { recordCells } from '../domain/editions/record-cells.ts'
import { wholeScripts } from '../domain/editions/whole-scripts.ts'
import { PROVINCES } from '../domain/ridings/provinces.ts'
import type { CountRecord, CountRecords } from '../domain/stats-row.ts'
import { inParallel } from './in-parallel.ts'

export type CubeCounts = { counts: Contribution; scripts: CountRecord[] }
type Records = Pick<CountRecords, 'list'> & { asOf: () => Promise<string | null> }

/** Reports were counted all the time: nothing was read of one moment. Try again in a quieter hour. */
export class RestlessError extends Error {
  override name = 'RestlessError' as const
}

/** How long is waited for counting to pause, in all for some minutes. */
const PAUSES = [0, 1, 2, 4, 8, 15, 30, 30, 30, 60].map((seconds) => seconds * 1000)

/**
 * All that the closed cube is made of, as of one moment: whoever counts meanwhile changes some records before they are read and others
 * after. Throws a RestlessError when counting never pauses for so long.
 */
export async function readCubeCounts(records: Records, pauses = PAUSES): Promise<CubeCounts> {
  for (const millis of pauses) {
    await sleep(millis)
    const before = await records.asOf()
    const read = await readOnce(records)
    if (before === (await records.asOf())) return read
  }
  throw new RestlessError('reports were counted without a pause')
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
