import { S3Client } from '@aws-sdk/client-s3'
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { editionStore } from '../../functions/adapters/edition-store.ts'
import { objectLinks } from '../../functions/adapters/object-link.ts'
import { type ObjectStore, objectStore } from '../../functions/adapters/object-store.ts'
import type { Contribution } from '../../functions/domain/contribution.ts'
import { publishDataset } from '../../functions/publish-dataset/publish-dataset.ts'
import type { PublishRequest } from '../../functions/publish-dataset/publish-request.ts'
import { showEdition } from '../../functions/show-edition/show-edition.ts'
import { startS3 } from '../../infra/local/s3/s3-api.ts'
import { keyNamed } from './test-key.ts'

export const EVENT = 'ca-ge-test'
const BUCKETS = ['drafts', 'editions'] as const
const REVIEW_MILLIS = 20 * 3_600_000

/** The death of whoever writes: before the n-th write, or when it is done. `made`: how many there were. */
export type Cut = { write: number; isDone: boolean; made?: number }

/** The publisher on buckets of its own, with counts and a clock that a test sets. */
export async function openPublisher(counts: Contribution, from?: { directory: string }) {
  const directory = mkdtempSync(join(tmpdir(), 'callwitness-editions-'))
  if (from) cpSync(from.directory, directory, { recursive: true })
  const s3 = await startS3(BUCKETS, directory)
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  const client = new S3Client({ endpoint: s3.url, region: 'local', credentials })
  const buckets = { drafts: objectStore(client, 'drafts'), editions: objectStore(client, 'editions') }
  const world = { counts, now: new Date('2026-05-01T12:00:30.000Z') }
  return {
    directory,
    world,
    buckets,
    async publish(request: PublishRequest = {}, cut?: Cut) {
      const { drafts, editions } = cut ? cutStores(buckets, cut) : buckets
      return await publishDataset(request, {
        readCounts: async () => ({ counts: world.counts, scripts: [] }),
        editions: editionStore({ drafts, editions }, EVENT),
        readKeyed: async () => keyNamed('the key'),
        now: () => world.now,
        reviewMillis: REVIEW_MILLIS,
        about: { event: EVENT, isInvented: true, baseUrl: undefined },
      })
    },
    /** As the public reads it; a RejectedError for what is not published. */
    show: async (path: string): Promise<Buffer> => {
      const linkTo = objectLinks(client, 'editions')
      const shown = await showEdition(path, { editions: buckets.editions, linkTo, event: EVENT, whole: new Set() })
      return Buffer.from('read' in shown ? (await shown.read()).bytes : new Uint8Array(await (await fetch(shown.link)).arrayBuffer())) // prettier-ignore
    },
    /** Everything in both buckets of which the path holds this, by its path. */
    files: (holding = ''): Map<string, Buffer> => {
      const found = globSync('{drafts,editions}/**/*', { cwd: directory, withFileTypes: true })
      const files = found.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
      const paths = files.map((file) => file.slice(directory.length + 1)).filter((path) => path.includes(holding))
      return new Map(paths.toSorted().map((path) => [path, readFileSync(join(directory, path))]))
    },
    async stop() {
      client.destroy()
      await s3.stop()
      rmSync(directory, { recursive: true })
    },
  }
}

export type Publisher = Awaited<ReturnType<typeof openPublisher>>

type Stores = Record<(typeof BUCKETS)[number], ObjectStore>

/** From the cut on nothing is done any more. */
function cutStores({ drafts, editions }: Stores, cut: Cut): Stores {
  const { write, isDone } = cut
  let writes = 0
  const doing = async <T>(isWrite: boolean, work: () => Promise<T>): Promise<T> => {
    const n = isWrite ? (writes += 1) : writes
    cut.made = n
    if (n > write || (n === write && isWrite && !isDone)) throw new Error('cut')
    const done = await work()
    if (n === write && isWrite) throw new Error('cut')
    return done
  }
  const cutStore = (store: ObjectStore): ObjectStore => ({
    head: async (...asked) => await doing(false, async () => await store.head(...asked)),
    get: async (...asked) => await doing(false, async () => await store.get(...asked)),
    create: async (...asked) => await doing(true, async () => await store.create(...asked)),
    replace: async (...asked) => await doing(true, async () => await store.replace(...asked)),
    remove: async (...asked) => await doing(true, async () => await store.remove(...asked)),
  })
  return { drafts: cutStore(drafts), editions: cutStore(editions) }
}
