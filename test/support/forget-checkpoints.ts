import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** The next host on this folder reads each stream from its start, as on its first day. Answers how many it forgot. */
export function forgetCheckpoints(dataDir: string): number {
  using state = new DatabaseSync(join(dataDir, 'host.db'))
  return Number(state.prepare("DELETE FROM state WHERE key LIKE 'checkpoint %'").run().changes)
}
