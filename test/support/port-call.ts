import type { IncomingHttpHeaders } from 'node:http'
import type { Service } from '../../infra/local/engines.ts'

/** One request to an AWS service, as a proxy sees it. */
export type PortCall = {
  service: Service
  /** SendMessage, GetRecords… */
  operation: string
  /** The function's construct id, or `local-host` for the host's own pollers. */
  caller: string
  /** The same for all attempts that the SDK makes at one call. */
  invocation: string
  body: string
  /** Of a call to S3: bucket and key. */
  object?: string
  /** Of a call to Lambda: the function that is to answer. */
  callee?: string
}

/** `path` says which function is called, or which object; all else is in the body. */
export function readPortCall(service: Service, { headers, path = '', method = '' }: Asked, body: string): PortCall {
  const [, operation = ''] = String(headers['x-amz-target']).split('.')
  const [, caller = ''] = /Credential=([^/]+)\//.exec(headers.authorization ?? '') ?? []
  const sdkInvocation = headers['amz-sdk-invocation-id']
  const call = { service, caller, invocation: String(sdkInvocation ?? crypto.randomUUID()), body }
  if (service === 's3') return { ...call, operation: OBJECT_VERBS[method] ?? method, object: objectIn(path) }
  if (service !== 'lambda') return { ...call, operation }
  return { ...call, operation: 'Invoke', callee: /\/functions\/([^/?]+)\/invocations/.exec(path)?.[1] ?? '' }
}

type Asked = { headers: IncomingHttpHeaders; path?: string | undefined; method?: string | undefined }

const OBJECT_VERBS: Record<string, string> = {
  GET: 'GetObject',
  HEAD: 'GetObject',
  PUT: 'PutObject',
  DELETE: 'DeleteObject',
}

function objectIn(path: string): string {
  return decodeURIComponent(path.replace(/\?.*$/, '').slice(1))
}

/** `merge-report TransactWriteItems` */
export function nameOfCall({ caller, operation }: PortCall): string {
  return `${caller} ${operation}`
}
