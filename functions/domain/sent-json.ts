import { RejectedError } from './rejected.ts'
import type { Sent } from './sent-form.ts'

/** Reads a JSON body. As in a form, a blank text is an absent one. Throws a RejectedError when it is not JSON. */
export function readJson(body: string): Sent {
  try {
    return { input: withoutBlanks(JSON.parse(body), DEEPEST), errors: [] }
  } catch {
    throw new RejectedError('not-json')
  }
}

// A report, its reporter, and the earlier poll of that one: nothing below is ours.
const DEEPEST = 3

function withoutBlanks(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || depth === 0) return value
  const told = Object.entries(value).filter(([, inner]) => typeof inner !== 'string' || inner.trim() !== '')
  return Object.fromEntries(told.map(([name, inner]) => [name, withoutBlanks(inner, depth - 1)]))
}
