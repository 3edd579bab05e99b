import { createHash, randomUUID } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

export type StoredObject = { bytes: Buffer; etag: string }
/** What must hold when an object is put: nothing is there, or what is there has this tag. */
export type Condition = { ifNoneMatch?: string | undefined; ifMatch?: string | undefined }

export type BucketFolders = {
  has: (bucket: string) => boolean
  get: (bucket: string, key: string) => StoredObject | undefined
  /** The tag of what is there then; undefined when the condition does not hold. */
  put: (bucket: string, key: string, bytes: Buffer, condition: Condition) => string | undefined
  remove: (bucket: string, key: string) => void
}

/** Each bucket is a folder, each object a file: whole or not there, and on the disk before anyone is told that it is. */
export function bucketFolders(buckets: readonly string[], directory: string): BucketFolders {
  const drafts = join(directory, '.unfinished')
  rmSync(drafts, { recursive: true, force: true })
  for (const bucket of buckets) mkdirSync(join(directory, bucket), { recursive: true, mode: 0o700 })
  const fileOf = (bucket: string, key: string) => join(directory, bucket, ...key.split('/'))

  const get = (bucket: string, key: string): StoredObject | undefined => {
    const file = fileOf(bucket, key)
    if (!existsSync(file)) return undefined
    const bytes = readFileSync(file)
    return { bytes, etag: tagOf(bytes) }
  }
  return {
    has: (bucket) => buckets.includes(bucket),
    get,
    // From the condition to the end without a turn of the event loop: nobody comes between.
    put(bucket, key, bytes, { ifNoneMatch, ifMatch }) {
      const there = ifNoneMatch || ifMatch ? get(bucket, key)?.etag : undefined
      if (ifNoneMatch === '*' && there) return undefined
      if (ifMatch && there !== ifMatch) return undefined
      const draft = join(drafts, randomUUID())
      writeDurably(draft, bytes)
      const file = fileOf(bucket, key)
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
      renameSync(draft, file)
      syncFolder(dirname(file))
      return tagOf(bytes)
    },
    remove(bucket, key) {
      rmSync(fileOf(bucket, key), { force: true })
    },
  }
}

function tagOf(bytes: Buffer): string {
  return `"${createHash('md5').update(bytes).digest('hex')}"`
}

function writeDurably(file: string, bytes: Buffer): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const opened = openSync(file, 'w', 0o600)
  for (let written = 0; written < bytes.length;) written += writeSync(opened, bytes, written)
  fsyncSync(opened)
  closeSync(opened)
}

/** A name is durable only with its folder; Windows has no such call. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  fsyncSync(folder)
  closeSync(folder)
}
