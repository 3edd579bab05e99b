import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const COMPILED = new URL('../../node_modules/.cache/callwitness-compiled', import.meta.url).pathname
const MEMORY = '/dev/shm'
const ROOM = 2 ** 30

let folder: string

/**
 * What all processes of a run share. Their files lie in memory where there is room for them: a test kills processes, never the
 * machine, so that nothing is to be learned from a disk, only to be waited for. Code that was compiled once is found again.
 */
export function setup(): void {
  folder = mkdtempSync(join(hasRoom() ? MEMORY : tmpdir(), 'callwitness-run-'))
  process.env['TMPDIR'] = folder
  process.env['NODE_COMPILE_CACHE'] ??= COMPILED
}

export function teardown(): void {
  rmSync(folder, { recursive: true, force: true })
}

function hasRoom(): boolean {
  if (!existsSync(MEMORY)) return false
  const { bavail, bsize } = statfsSync(MEMORY)
  return bavail * bsize >= ROOM
}
