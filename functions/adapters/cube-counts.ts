import { setTimeout as sleep } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { Contribution } from '../domain/contribution.ts'
import { recordCells } from '../domain/editions/record-cells.ts'
import { wholePairs, wholeScripts } from '../domain/editions/whole-scripts.ts'
import { PROVINCES } from '../domain/ridings/provinces.ts'
import type { CountRecord, CountRecords } from '../domain/stats-row.ts'
import { inParallel } from './in-parallel.ts'
import type { MergePause } from './merge-pause.ts'

export type CubeCounts = { counts: Contribution; scripts: CountRecord[] }
type Records = Pick<CountRecords, 'list'>
type Ports = { records: Records; pause: Pick<MergePause, 'begin' | 'end'>; restMillis?: number }

/** Reports were counted all the time, although none was merged: there is more to catch up with than can be waited for. */
export class RestlessError extends Error {
  override name = 'RestlessError' as const
}

const MOST_READS = 6
/** So long the streams of what was merged have for reaching the counts before they are read again: they wait for a second to fill a batch. */
const REST_MILLIS = 2_000

/**
 * All that the closed cube is made of, as of one moment, read consistently: twice, until nothing has changed between, while merging pauses.
 * What is counted in the meantime changes some records before they are read and others after, and then two reads differ. Throws a
 * RestlessError when they always do.
 */
export async function readCubeCounts({ records, pause, restMillis = REST_MILLIS }: Ports): Promise<CubeCounts> {
  try {
    let before: ReadCollections | undefined
    for (let reads = 0; reads < MOST_READS; reads += 1) {
      await pause.begin()
      const read = await readAll(records)
      if (isDeepStrictEqual(read, before)) return cubeOf(read)
      before = read
      await sleep(restMillis)
    }
  } finally {
    await pause.end()
  }
  throw new RestlessError('reports were counted without a rest')
}

/** The records of each collection, by its name. */
type ReadCollections = Map<string, CountRecord[]>

async function readAll(records: Records): Promise<ReadCollections> {
  const ridings = await collect(records.list('ridings'))
  const scopes = ['ALL', ...PROVINCES.map((province) => `PROVINCE#${province}`), ...ridings.map(({ record }) => record)]
  const timelines = ['call', 'received'].flatMap((clock) => scopes.map((scope) => `timeline#${clock}#${scope}`))
  const read: ReadCollections = new Map([['ridings', ridings]])
  await inParallel(
    ['summary', 'hours', 'caller-ids', 'polls', ...timelines, ...SCRIPTS],
    async (collection) => void read.set(collection, await collect(records.list(collection))),
  )
  return read
}

/** Of parts of scripts, which are counted under whatever they have become. */
const SCRIPTS = ['scripts', 'script-meetings', 'caller-scripts', 'caller-script-meetings']

function cubeOf(read: ReadCollections): CubeCounts {
  const counts: Contribution = new Map()
  for (const [collection, all] of read)
    for (const record of SCRIPTS.includes(collection) ? [] : all)
      for (const [key, count] of recordCells(collection, record)) counts.set(key, count)
  const [scripts = [], meetings = [], pairs = [], pairMeetings = []] = SCRIPTS.map((collection) =>
    read.get(collection)!,
  )
  for (const pair of wholePairs({ scripts, pairs, meetings: pairMeetings }))
    for (const [key, count] of recordCells('caller-scripts', pair)) counts.set(key, count)
  return { counts, scripts: wholeScripts(scripts, meetings) }
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}
