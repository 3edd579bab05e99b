import type { ClientProblem } from './problems.ts'

/**
 * One thing that is wrong in what was sent: where (a JSON Pointer of known fields only), what, as a stable code, and what would
 * be known there: the options of a choice, or the names of fields.
 */
export type FieldError = { pointer: string; code: FieldCode; allowed?: string[] }

export const FIELD_CODES = [
  'wrong-type',
  'unknown-field',
  'duplicate-field',
  'not-an-option',
  'too-long',
  'not-text',
  'one-required',
  'not-a-time',
  'no-such-date',
  'too-early',
  'in-the-future',
  'not-a-language',
  'not-a-phone-number',
  'not-combinable',
  'not-a-span',
  'not-a-date',
  'out-of-range',
  'not-a-riding-id',
  'not-a-script-id',
] as const
export type FieldCode = (typeof FIELD_CODES)[number]

/** The sender must change something: answer 4xx, never retry. */
export class RejectedError extends Error {
  override name = 'RejectedError' as const
  problem: ClientProblem
  errors: FieldError[]
  /** The methods that the path does take, for 405. */
  allow: string[]

  constructor(problem: ClientProblem, facts: { errors?: FieldError[]; allow?: string[] } = {}) {
    super(problem)
    this.problem = problem
    this.errors = facts.errors ?? []
    this.allow = facts.allow ?? []
  }
}

/** A service that we need does not answer: the sender changes nothing and tries again later, with the same key. */
export class UnavailableError extends Error {
  override name = 'UnavailableError' as const
}
