import { createHash } from 'node:crypto'
import { editionFiles, latestFile } from '../../functions/adapters/edition-files.ts'
import { EDITION } from './made-up-edition.ts'

// Run in a process of its own, under another time zone and locale.
const files = editionFiles(EDITION)
const all = [...files, latestFile(EDITION, files)].map(([path, bytes]) => [path, sha256(bytes)])
const { timeZone, locale } = Intl.DateTimeFormat().resolvedOptions()
console.log(JSON.stringify({ files: Object.fromEntries(all) as object, timeZone, locale }))

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
