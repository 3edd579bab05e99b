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
}

export function readPortCall(service: Service, headers: IncomingHttpHeaders, body: string): PortCall {
  const [, operation = ''] = String(headers['x-amz-target']).split('.')
  const [, caller = ''] = /Credential=([^/]+)\//.exec(headers.authorization ?? '') ?? []
  const sdkInvocation = headers['amz-sdk-invocation-id']
  return { service, operation, caller, invocation: String(sdkInvocation ?? crypto.randomUUID()), body }
}

/** `merge-report TransactWriteItems` */
export function nameOfCall({ caller, operation }: PortCall): string {
  return `${caller} ${operation}`
}
