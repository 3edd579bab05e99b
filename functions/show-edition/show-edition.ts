import type { ShownFile } from '../adapters/file-answer.ts'
import type { ObjectStore, StoredObject } from '../adapters/object-store.ts'
import { SUMS } from '../domain/dataset/edition.ts'
import { RejectedError, UnavailableError } from '../domain/rejected.ts'

const PATH = /^(?:latest\.json|(\d{4}-\d{2}-\d{2}\.[1-9]\d*)\/[A-Za-z0-9][\w.-]*)$/

/** An answer of a function is at most 6 MB, as JSON: a file of so many bytes fits in any case. */
export const MOST_BYTES = 2_500_000

type Ports = {
  editions: Pick<ObjectStore, 'get' | 'head'>
  linkTo: (key: string) => Promise<string>
  event: string
  /** Of the editions that were found whole: they stay so. */
  whole: Set<string>
}

/** A file that was published. Throws a RejectedError for everything else, one of an edition that is still being copied included. */
export async function showEdition(path: string, { editions, linkTo, event, whole }: Ports): Promise<ShownFile> {
  const head = async (key: string) => await editions.head(`${event}/editions/${key}`).catch(throwUnavailable)
  const [known, edition] = PATH.exec(path) ?? []
  if (!known) throw new RejectedError('unknown-path')
  if (edition && !whole.has(edition)) {
    // The checksums are put there when all else is.
    if (!(await head(`${edition}/${SUMS}`))) throw new RejectedError('unknown-path')
    whole.add(edition)
  }
  const file = await head(path)
  if (!file) throw new RejectedError('unknown-path')
  const key = `${event}/editions/${path}`
  if (file.size > MOST_BYTES) return { link: await linkTo(key) }
  return { etag: file.etag, read: async () => await editions.get(key).then(found, throwUnavailable) }
}

/** Nothing that was published goes away. */
function found(file: StoredObject | undefined): StoredObject {
  if (!file) throw new UnavailableError('a file has gone')
  return file
}

function throwUnavailable(error: unknown): never {
  throw new UnavailableError('the bucket cannot be read', { cause: error })
}
