import { fieldError } from './field-error.ts'
import { type FieldError, RejectedError } from './rejected.ts'
import { ReportForm } from './report-form.ts'
import { readWrittenTime, timeFault } from './written-time.ts'

/** Of a call: without any of these there is nothing to count. */
export const ONE_REQUIRED = ['message', 'callerId', 'receivedAt', 'callerName', 'claimedToBe']
const PAST_TIMES = ['/call/receivedAt', '/reporter/earlierPoll/receivedOn']

/** A valid report, or a RejectedError with everything that is wrong in it at once, `found` before included. */
export function readReport(input: unknown, now: Date, found: FieldError[] = []): ReportForm {
  const parsed = ReportForm.safeParse(input)
  const issues = parsed.error?.issues ?? []
  // The path of an issue holds names of our own schema only: an unknown field is reported on the object that holds it.
  const ofSchema = issues.map((issue) => fieldError(issue, ReportForm, 'wrong-type'))
  const errors = [...found, ...ofSchema, ...missing(input), ...timeErrors(input, now)]
  if (!parsed.success || errors.length > 0) throw new RejectedError('invalid-fields', { errors: distinct(errors) })
  return parsed.data
}

function missing(input: unknown): FieldError[] {
  if (!isObject(input)) return []
  const call = Object.hasOwn(input, 'call') ? input['call'] : {}
  if (!isObject(call) || ONE_REQUIRED.some((name) => Object.hasOwn(call, name))) return []
  return [{ pointer: '/call', code: 'one-required' }]
}

function timeErrors(input: unknown, now: Date): FieldError[] {
  return PAST_TIMES.flatMap((pointer) => {
    const value = valueAt(input, pointer)
    const written = typeof value === 'string' ? readWrittenTime(value) : undefined
    const code = written && timeFault(written, now)
    return code ? [{ pointer, code }] : []
  })
}

function valueAt(input: unknown, pointer: string): unknown {
  let value = input
  for (const name of pointer.split('/').slice(1))
    value = isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined
  return value
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function distinct(errors: FieldError[]): FieldError[] {
  return [...new Map(errors.map((error) => [`${error.pointer} ${error.code}`, error])).values()]
}
