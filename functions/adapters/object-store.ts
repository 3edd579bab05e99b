import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import { ConflictError } from './conflict.ts'

export type StoredObject = { bytes: Uint8Array; etag: string }
/** How others are to keep it. */
type Headers = { contentType?: string; cacheControl?: string }

export type ObjectStore = ReturnType<typeof objectStore>

/** The objects of one bucket. */
export function objectStore(client: S3Client, bucket: string) {
  const put = async (
    Key: string,
    Body: Uint8Array,
    { contentType, cacheControl, ...condition }: Headers & Condition,
  ) => {
    const headers = { ContentType: contentType, CacheControl: cacheControl }
    await client
      .send(new PutObjectCommand({ Bucket: bucket, Key, Body, ...headers, ...condition }))
      .catch(throwConflict)
  }
  return {
    /** Undefined only where nothing is: who may not read it gets an error. */
    async get(Key: string): Promise<StoredObject | undefined> {
      try {
        const { Body, ETag = '' } = await client.send(new GetObjectCommand({ Bucket: bucket, Key }))
        return { bytes: await Body!.transformToByteArray(), etag: ETag }
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined
        throw error
      }
    },

    /** What is known of an object without reading it; undefined only where nothing is. */
    async head(Key: string): Promise<{ size: number; etag: string } | undefined> {
      try {
        const { ContentLength, ETag } = await client.send(new HeadObjectCommand({ Bucket: bucket, Key }))
        return { size: ContentLength!, etag: ETag! }
      } catch (error) {
        if (error instanceof NotFound) return undefined
        throw error
      }
    },

    /** Throws a ConflictError when there is an object of this name: it stays as it is. */
    async create(key: string, bytes: Uint8Array, headers: Headers = {}): Promise<void> {
      await put(key, bytes, { ...headers, IfNoneMatch: '*' })
    },

    /** In the place of what was read, or of nothing. Throws a ConflictError when something else is there now. */
    async replace(
      key: string,
      bytes: Uint8Array,
      { read, ...headers }: Headers & { read: StoredObject | undefined },
    ): Promise<void> {
      await put(key, bytes, { ...headers, ...(read ? { IfMatch: read.etag } : { IfNoneMatch: '*' }) })
    },

    async remove(Key: string): Promise<void> {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key }))
    },
  }
}

type Condition = { IfNoneMatch?: string; IfMatch?: string }

function throwConflict(error: unknown): never {
  throw isConflict(error) ? new ConflictError('another writer came first', { cause: error }) : error
}

/** 412: what is there is not what was expected; 409: somebody is writing it. */
function isConflict(error: unknown): boolean {
  return error instanceof S3ServiceException && [409, 412].includes(error.$metadata.httpStatusCode ?? 0)
}
