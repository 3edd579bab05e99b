import type { IncomingMessage, ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { type Loopback, serveOnLoopback } from '../loopback.ts'
import { type BucketFolders, bucketFolders } from './bucket-folders.ts'

type Asked = { method: string; bucket: string; key: string; headers: IncomingMessage['headers']; body: Buffer }
type Answer = { status: number; headers?: Record<string, string>; body?: string | Buffer }

/** S3 as far as a function needs it: single objects, by path, with the conditions of a put. */
export async function startS3(buckets: readonly string[], directory: string): Promise<Loopback> {
  const folders = bucketFolders(buckets, directory)
  const respond = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await buffer(request)
    const { status, headers, body: content = '' } = answer(readAsked(request, body), folders)
    response.writeHead(status, { 'content-length': Buffer.byteLength(content), ...headers })
    response.end(request.method === 'HEAD' ? undefined : content)
  }
  return serveOnLoopback((request, response) => void respond(request, response).catch(() => response.destroy()))
}

/** Nothing for what is no request for one object: a list, an upload in parts, a path that leaves its folder. */
function readAsked({ method = '', url = '', headers }: IncomingMessage, body: Buffer): Asked | undefined {
  const { pathname, searchParams } = new URL(url, 'http://127.0.0.1')
  const [bucket = '', ...segments] = pathname.slice(1).split('/').map(decodeURIComponent)
  const isPlain = segments.every((segment) => segment !== '' && segment !== '.' && segment !== '..' && !/[/\\\0]/.test(segment)) // prettier-ignore
  const isWhole = [...searchParams.keys()].every((name) => name === 'x-id' || /^x-amz-/i.test(name)) && headers['content-encoding'] !== 'aws-chunked' // prettier-ignore
  return segments.length > 0 && isPlain && isWhole ? { method, bucket, key: segments.join('/'), headers, body } : undefined // prettier-ignore
}

function answer(asked: Asked | undefined, folders: BucketFolders): Answer {
  if (!asked) return refusal(501, 'NotImplemented')
  const { method, bucket, key, headers, body } = asked
  if (!folders.has(bucket)) return refusal(404, 'NoSuchBucket')
  switch (method) {
    case 'GET':
    case 'HEAD':
      return given(folders.get(bucket, key))
    case 'PUT': {
      const etag = folders.put(bucket, key, body, { ifNoneMatch: headers['if-none-match'], ifMatch: headers['if-match'] }) // prettier-ignore
      return etag ? { status: 200, headers: { etag } } : refusal(412, 'PreconditionFailed')
    }
    case 'DELETE':
      folders.remove(bucket, key)
      return { status: 204 }
    default:
      return refusal(501, 'NotImplemented')
  }
}

function given(object: ReturnType<BucketFolders['get']>): Answer {
  if (!object) return refusal(404, 'NoSuchKey')
  return { status: 200, headers: { etag: object.etag, 'content-type': 'application/octet-stream' }, body: object.bytes } // prettier-ignore
}

function refusal(status: number, code: string): Answer {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${code}</Message></Error>`
  return { status, headers: { 'content-type': 'application/xml' }, body }
}
