import type { ObjectStore } from '../adapters/object-store.ts'
import { SUMS } from '../domain/dataset/edition.ts'
import { RejectedError, UnavailableError } from '../domain/rejected.ts'

const PATH = /^(?:latest\.json|(\d{4}-\d{2}-\d{2}\.[1-9]\d*)\/[A-Za-z0-9][\w.-]*)$/

type Ports = {
  editions: Pick<ObjectStore, 'get'>
  event: string
  /** Of the editions that were found whole: they stay so. */
  whole: Set<string>
}

/** A file that was published. Throws a RejectedError for everything else, one of an edition that is still being copied included. */
export async function showEdition(path: string, { editions, event, whole }: Ports): Promise<Uint8Array> {
  const get = async (key: string) => await editions.get(`${event}/editions/${key}`).catch(throwUnavailable)
  const [known, edition] = PATH.exec(path) ?? []
  if (!known) throw new RejectedError('unknown-path')
  if (edition && !whole.has(edition)) {
    // The checksums are put there when all else is.
    if (!(await get(`${edition}/${SUMS}`))) throw new RejectedError('unknown-path')
    whole.add(edition)
  }
  const file = await get(path)
  if (!file) throw new RejectedError('unknown-path')
  return file.bytes
}

function throwUnavailable(error: unknown): never {
  throw new UnavailableError('the bucket cannot be read', { cause: error })
}
