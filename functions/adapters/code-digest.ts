import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** Names the code of a function by its bundle, which is one file: whatever changes it, the digest changes too. */
export function codeDigest(bundle: string): string {
  return createHash('sha256').update(readFileSync(bundle)).digest('base64url')
}
