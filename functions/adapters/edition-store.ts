import { createHash } from 'node:crypto'
import { type Edition, SUMS } from '../domain/dataset/edition.ts'
import { EditionState, type Kept, NO_EDITION } from '../domain/editions/edition-state.ts'
import { ConflictError } from './conflict.ts'
import { type Files, latestFile } from './edition-files.ts'
import { headersOf } from './edition-headers.ts'
import { inParallel } from './in-parallel.ts'
import type { ObjectStore, StoredObject } from './object-store.ts'

/** What is kept of editions contradicts itself: publish nothing more until a person has looked. */
export class LostEditionError extends Error {
  override name = 'LostEditionError' as const
}

type Buckets = {
  /** Drafts, and what must not be seen of an edition. */
  drafts: ObjectStore
  /** What everyone may read, and nothing else. */
  editions: ObjectStore
}

export type EditionStore = ReturnType<typeof editionStore>
export type ReadState = { state: EditionState; read: StoredObject | undefined }

export function editionStore({ drafts, editions }: Buckets, event: string) {
  const stateKey = `${event}/state.json`
  const latestKey = `${event}/editions/latest.json`
  const keptKey = (edition: string) => `${event}/memory/${edition}.json`
  const folderOf = (edition: string) => `${event}/editions/${edition}`

  return {
    /** Which edition is published and which one waits. Throws a LostEditionError when that is not known any more. */
    async readState(): Promise<ReadState> {
      const read = await drafts.get(stateKey)
      if (read) return { state: EditionState.parse(parse(read)), read }
      // To begin anew beside editions that are out would let both be compared.
      if (await editions.get(latestKey)) throw new LostEditionError('editions are published, and their state is lost')
      return { state: NO_EDITION, read }
    },

    /** Throws a ConflictError when it is no longer what was read. */
    async writeState(state: EditionState, { read }: ReadState): Promise<void> {
      await drafts.replace(stateKey, json(state), { read })
    },

    async readKept(edition: string): Promise<Kept> {
      const stored = await drafts.get(keptKey(edition))
      if (!stored) throw new LostEditionError(`what was kept of ${edition} is lost`)
      // Of our own making; what another rule remembered is of no use to this one.
      const { v, memory, ...kept } = parse(stored) as Kept
      return { ...kept, v: 2, ...(memory && v === 2 ? { memory } : {}) }
    },

    async forget(edition: string): Promise<void> {
      await drafts.remove(keptKey(edition))
    },

    /**
     * Writes an edition where the public cannot read it; the checksums come first and claim its name. Throws a ConflictError when another
     * content has that. What an earlier attempt began is finished.
     */
    async writeDraft(edition: string, { files, kept }: { files: Files; kept: Kept }): Promise<void> {
      const sums = `${folderOf(edition)}/${SUMS}`
      await createSame(drafts, sums, files.get(sums)!)
      // Of an earlier attempt it may have other counts, which made the same files: as good.
      await drafts.create(keptKey(edition), json(kept)).catch(ignoreConflict)
      await inParallel([...files], async ([key, bytes]) => await createSame(drafts, key, bytes))
    },

    /** What of a draft or of a published edition is JSON, and its checksums, by their paths within its folder. */
    async readFiles(edition: string, from: 'drafts' | 'editions'): Promise<Files> {
      const bucket = { drafts, editions }[from]
      const sums = await readFile(bucket, `${folderOf(edition)}/${SUMS}`)
      const files: Files = new Map([[SUMS, sums]])
      const names = [...sumsIn(sums).keys()].filter((name) => name.endsWith('.json'))
      await inParallel(
        names,
        async (name) => void files.set(name, await readFile(bucket, `${folderOf(edition)}/${name}`)),
      )
      return files
    },

    /** Copies a draft to where everyone may read it, its checksums last, and then points to it. What was begun is finished. */
    async release(edition: string): Promise<void> {
      const folder = folderOf(edition)
      const latest = await editions.get(latestKey)
      const sums = await readFile(drafts, `${folder}/${SUMS}`)
      await inParallel([...sumsIn(sums)], async ([name, sum]) => {
        const bytes = await readFile(drafts, `${folder}/${name}`)
        if (sha256(bytes) !== sum) throw new LostEditionError(`${folder}/${name} is not as it was written`)
        await createSame(editions, `${folder}/${name}`, bytes).catch(throwLost)
      })
      await createSame(editions, `${folder}/${SUMS}`, sums).catch(throwLost)
      const { meta } = parse(await readStored(drafts, `${folder}/definitions.json`)) as Pick<Edition, 'meta'>
      const [key, pointer] = latestFile({ meta }, new Map([[`${folder}/${SUMS}`, sums]]))
      if (latest && Buffer.compare(latest.bytes, pointer) === 0) return
      await editions.replace(key, pointer, { read: latest, ...headersOf(key) })
    },
  }
}

/** Puts it there, once for ever. Throws a ConflictError when there is something else. */
async function createSame(bucket: ObjectStore, key: string, bytes: Uint8Array): Promise<void> {
  try {
    await bucket.create(key, bytes, headersOf(key))
  } catch (error) {
    const there = error instanceof ConflictError ? await bucket.get(key) : undefined
    if (!there || Buffer.compare(there.bytes, bytes) !== 0) throw error
  }
}

async function readStored(bucket: ObjectStore, key: string): Promise<StoredObject> {
  const stored = await bucket.get(key)
  if (!stored) throw new LostEditionError(`${key} is not there`)
  return stored
}

async function readFile(bucket: ObjectStore, key: string): Promise<Uint8Array> {
  return (await readStored(bucket, key)).bytes
}

/** As `checksums` wrote them: the sum of each file by its name. */
function sumsIn(sums: Uint8Array): Map<string, string> {
  const lines = new TextDecoder().decode(sums).split('\n').filter(Boolean)
  return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]))
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function throwLost(error: unknown): never {
  throw error instanceof ConflictError ? new LostEditionError('another edition has that name', { cause: error }) : error
}

function ignoreConflict(error: unknown): void {
  if (!(error instanceof ConflictError)) throw error
}

function json(value: object): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value))
}

function parse({ bytes }: Pick<StoredObject, 'bytes'>): unknown {
  return JSON.parse(new TextDecoder().decode(bytes))
}
