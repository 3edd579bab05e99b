import { aReport } from '../../support/sender.ts'

/** Is in everything that is sent here, and must be in nothing that comes back. */
export const MARKER = 'qqMarker7'

export type BadRequest = {
  what: string
  /** By default POST. */
  method?: string
  /** By default `/v1/reports`. */
  path?: string
  /** By default those of JSON. */
  headers?: Record<string, string>
  /** By default a valid report. */
  body?: string | Uint8Array
  status: number
  problem: string
  /** `pointer code`, all of them. */
  errors?: string[]
}

export const JSON_TYPE = { 'content-type': 'application/json' }
export const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' }

/** A body that cannot be read. */
export function unreadable(what: string, problem: string, body: string | Uint8Array, headers = JSON_TYPE): BadRequest {
  return { what, headers, body, status: problem === 'too-large' ? 413 : 400, problem }
}

/** A body that is read and found wrong; what is no text is sent as JSON. */
export function invalid(what: string, body: unknown, ...errors: string[]): BadRequest {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return { what, body: text, status: 422, problem: 'invalid-fields', errors }
}

export function invalidForm(what: string, body: string, ...errors: string[]): BadRequest {
  return { ...invalid(what, body, ...errors), headers: FORM_TYPE }
}

/** A report that is valid but for these fields of its call. */
export function invalidCall(what: string, call: object, ...errors: string[]): BadRequest {
  return invalid(what, aReport(call), ...errors)
}
