import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** Whole or not at all, for its owner only, and on the disk before anything is made with it. */
export function writeDurably(file: string, content: string): void {
  const draft = openSync(`${file}.new`, 'w', 0o600)
  writeSync(draft, content)
  fsyncSync(draft)
  closeSync(draft)
  renameSync(`${file}.new`, file)
  // A name is durable only with its folder; Windows has no such call.
  if (process.platform === 'win32') return
  const folder = openSync(dirname(file), 'r')
  fsyncSync(folder)
  closeSync(folder)
}
