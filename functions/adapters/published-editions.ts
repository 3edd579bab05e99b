import { type definitionsOf, type EditionMeta, SUMS } from '../domain/dataset/edition.ts'
import { flatRow } from '../domain/dataset/nested-rows.ts'
import type { Row } from '../domain/dataset/table.ts'
import type { EditionTables, PublishedTable } from '../domain/published/answered.ts'
import { RejectedError, UnavailableError } from '../domain/rejected.ts'
import type { ObjectStore } from './object-store.ts'

export type PublishedEdition = { meta: EditionMeta; read: EditionTables }
type Definitions = ReturnType<typeof definitionsOf>

/** How long an environment trusts its pointer: an edition is public for days. */
const POINTER_MILLIS = 10_000
/** Editions kept in memory: the newest, and one whose pages are still being turned. */
const MOST_KEPT = 2

export type PublishedEditions = ReturnType<typeof publishedEditions>

/** What everyone may read, and nothing else. Editions never change: each table is fetched once per environment. */
export function publishedEditions(bucket: Pick<ObjectStore, 'get'>, event: string, now = Date.now) {
  const kept = new Map<string, Promise<PublishedEdition>>()
  let pointer: { edition: string; at: number } | undefined

  const get = async (path: string) => {
    const stored = await bucket.get(`${event}/editions/${path}`).catch(throwUnavailable)
    return stored && new TextDecoder().decode(stored.bytes)
  }
  const load = async (edition: string): Promise<PublishedEdition> => {
    // The checksums are put there when all else is.
    if (!(await get(`${edition}/${SUMS}`))) throw new RejectedError('nothing-published')
    const { meta, tables } = JSON.parse((await get(`${edition}/definitions.json`))!) as Definitions
    const rows = new Map<PublishedTable, Promise<readonly Row[]>>()
    const readRows = async (name: PublishedTable): Promise<readonly Row[]> => {
      const definition = tables.find((table) => table.name === name)!
      const file = JSON.parse((await get(`${edition}/${name}.json`))!) as { rows: object[] }
      return file.rows.map((row) => flatRow(row, definition))
    }
    return { meta, read: async (name) => await remember(rows, name, async () => await readRows(name)) }
  }

  return {
    /** The name of the newest. Throws a RejectedError while nothing is published. */
    async latest(): Promise<string> {
      if (pointer && now() - pointer.at < POINTER_MILLIS) return pointer.edition
      const latest = await get('latest.json')
      if (!latest) throw new RejectedError('nothing-published')
      pointer = { edition: (JSON.parse(latest) as { edition: string }).edition, at: now() }
      return pointer.edition
    },

    /** Throws a RejectedError when there is no edition of this name. */
    async at(edition: string): Promise<PublishedEdition> {
      const found = await remember(kept, edition, async () => await load(edition))
      for (const name of kept.keys())
        if (kept.size > MOST_KEPT && ![edition, pointer?.edition].includes(name)) kept.delete(name)
      return found
    },
  }
}

/** What was made once for a key; what failed is made again. */
async function remember<K, V>(made: Map<K, Promise<V>>, key: K, make: () => Promise<V>): Promise<V> {
  const making = made.get(key) ?? make()
  made.set(key, making)
  return await making.catch((error: unknown) => {
    made.delete(key)
    throw error
  })
}

function throwUnavailable(error: unknown): never {
  throw new UnavailableError('the bucket cannot be read', { cause: error })
}
