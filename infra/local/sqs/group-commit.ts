import type { Persistence } from './internals.ts'

const WRITES = [
  'insertMessage',
  'deleteMessage',
  'updateMessageInflight',
  'updateMessageReady',
  'updateQueueAttributes',
] as const

export type GroupCommit = {
  /** Resolves when everything written so far is on the disk; rejects when it could not be. */
  settled: () => Promise<void>
  flush: () => void
}

/**
 * One flush to the disk for all that is written in one turn of the event loop, in place of one per message. No answer may
 * leave before `settled`. It also makes a receive whole: the engine moves a message to the dead letters by a delete and an
 * insert, and a kill between them must not lose it.
 */
export function groupCommits(persistence: Persistence): GroupCommit {
  const { db } = persistence
  let group: { done: Promise<void>; commit: () => void } | undefined

  const join = () => {
    if (group) return
    db.exec('BEGIN')
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    // Whoever waits for it is told; that nobody may be waiting is no fault of its own.
    promise.catch(() => {})
    const commit = () => {
      clearImmediate(turn)
      group = undefined
      try {
        db.exec('COMMIT')
        resolve()
      } catch (error) {
        if (db.isTransaction) db.exec('ROLLBACK')
        reject(error instanceof Error ? error : new Error(String(error)))
      }
    }
    const turn = setImmediate(commit)
    group = { done: promise, commit }
  }

  for (const name of WRITES) {
    const write = persistence[name].bind(persistence)
    persistence[name] = (...given: unknown[]) => {
      join()
      write(...given)
    }
  }
  persistence.transaction = (work) => {
    join()
    work()
  }
  return { settled: async () => await group?.done, flush: () => group?.commit() }
}
