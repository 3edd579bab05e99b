import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** The little this host itself must remember; holding it open is also the lock on the data folder. */
export type HostState = {
  enginePid: () => number | undefined
  setEnginePid: (pid: number | undefined) => void
  checkpoint: (mapping: string) => string | undefined
  setCheckpoint: (mapping: string, sequenceNumber: string) => void
  /** When a schedule is due next, in milliseconds since 1970. */
  dueAt: (schedule: string) => number | undefined
  setDueAt: (schedule: string, at: number) => void
  close: () => void
}

/** Throws when another host has the folder, or when it cannot be written. */
export function openHostState(directory: string): HostState {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  let database: DatabaseSync
  try {
    database = new DatabaseSync(join(directory, 'host.db'))
    // An exclusive lock of the operating system: it ends with the process, however that ends.
    database.exec(
      'PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; ' +
        'CREATE TABLE IF NOT EXISTS state (key TEXT PRIMARY KEY, value TEXT NOT NULL); ' +
        "INSERT INTO state VALUES ('opened', datetime()) ON CONFLICT DO UPDATE SET value = datetime()",
    )
  } catch (error) {
    const isLocked = error instanceof Error && error.message.includes('locked')
    throw isLocked ? new Error(`Another local host is running on ${directory}`) : error
  }
  const get = database.prepare('SELECT value FROM state WHERE key = ?')
  const put = database.prepare('INSERT INTO state VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value')
  const read = (key: string) => get.get(key)?.['value']?.toString()
  return {
    enginePid: () => Number(read('engine')) || undefined,
    setEnginePid: (pid) => put.run('engine', String(pid ?? '')),
    checkpoint: (mapping) => read(`checkpoint ${mapping}`),
    setCheckpoint: (mapping, sequenceNumber) => put.run(`checkpoint ${mapping}`, sequenceNumber),
    dueAt: (schedule) => Number(read(`due ${schedule}`)) || undefined,
    setDueAt: (schedule, at) => put.run(`due ${schedule}`, String(at)),
    close: () => database.close(),
  }
}
