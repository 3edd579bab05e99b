import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { type ClaimedDoor, PostQuery } from '../domain/claimed-door.ts'
import { readQuery } from '../domain/read-query.ts'
import { IDEMPOTENCY_KEY } from '../domain/idempotency-key.ts'
import { RejectedError } from '../domain/rejected.ts'
import { formPairs } from '../domain/form-pairs.ts'
import { readForm, type Sent } from '../domain/sent-form.ts'
import { readJson } from '../domain/sent-json.ts'

const MAX_BODY_BYTES = 32 * 1024

const FORM = 'application/x-www-form-urlencoded'
const READERS = new Map([
  ['application/json', readJson],
  [FORM, readForm],
])

type Event = Pick<APIGatewayProxyEventV2, 'headers' | 'body' | 'isBase64Encoded'>
type Asked = Pick<APIGatewayProxyEventV2, 'queryStringParameters'>

/** The body as a tree, and its idempotency key, or a RejectedError that says why it has none. */
export function readSent(event: Event): Sent {
  const { headers } = event
  if (headers['content-encoding'] !== undefined) throw new RejectedError('unsupported-encoding')
  const read = READERS.get(mediaType(headers['content-type']))
  if (!read) throw new RejectedError('unsupported-media-type')
  const sent = read(bodyText(event))
  return { ...sent, idempotencyKey: readKey(headers['idempotency-key'] ?? sent.idempotencyKey) }
}

/** The fields of a URL-encoded form as they came, or a RejectedError that says why there are none. */
export function readPairs(event: Event): [string, string][] {
  const { headers } = event
  if (headers['content-encoding'] !== undefined) throw new RejectedError('unsupported-encoding')
  if (mediaType(headers['content-type']) !== FORM) throw new RejectedError('unsupported-media-type')
  return [...formPairs(bodyText(event))]
}

/** `?door=import`, or the door of forms. Throws a RejectedError when it names another. */
export function readDoor({ queryStringParameters = {} }: Asked): ClaimedDoor {
  return readQuery(PostQuery, queryStringParameters).door
}

export function readIdempotencyKey({ headers }: Event): string | undefined {
  return readKey(headers['idempotency-key'])
}

function readKey(key: string | undefined): string | undefined {
  if (key !== undefined && !IDEMPOTENCY_KEY.test(key)) throw new RejectedError('malformed-header')
  return key
}

// Empty when the text is in any other charset than UTF-8.
function mediaType(contentType = ''): string {
  const [type = '', ...parameters] = contentType
    .toLowerCase()
    .split(';')
    .map((part) => part.trim())
  const isForeign = parameters.some((part) => part.startsWith('charset') && !/^charset="?utf-?8"?$/.test(part))
  return isForeign ? '' : type
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

function bodyText({ body = '', isBase64Encoded }: Event): string {
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8')
  if (bytes.length > MAX_BODY_BYTES) throw new RejectedError('too-large')
  // The gateway hands text over as text: what was no UTF-8 has become U+FFFD on the way.
  if (!isBase64Encoded && body.includes('\uFFFD')) throw new RejectedError('not-utf-8')
  try {
    return utf8.decode(bytes)
  } catch {
    throw new RejectedError('not-utf-8')
  }
}
