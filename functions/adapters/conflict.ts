import { setTimeout as sleep } from 'node:timers/promises'

/** Somebody else wrote first: read again and decide anew. */
export class ConflictError extends Error {
  override name = 'ConflictError' as const
}

const MAX_ATTEMPTS = 30
const MAX_PAUSE_MS = 400

/** Runs `attempt` again, after a random pause that grows, as long as it loses against another writer. */
export async function retryConflicts<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof ConflictError) || tries === MAX_ATTEMPTS) throw error
      await sleep(Math.random() * Math.min(MAX_PAUSE_MS, 5 * 2 ** tries))
    }
  }
}
