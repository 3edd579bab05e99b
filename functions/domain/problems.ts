/** What can go wrong with a request, and its status. The codes are stable: clients may branch on them. */
const CLIENT_PROBLEMS = {
  'not-json': 400,
  'not-a-form': 400,
  'not-utf-8': 400,
  'malformed-header': 400,
  'purpose-required': 400,
  'bad-signature': 403,
  'outside-limits': 403,
  'unknown-limit': 403,
  'unknown-report': 404,
  'unknown-caller-id': 404,
  'unknown-script': 404,
  'nothing-published': 404,
  'unknown-path': 404,
  'method-not-allowed': 405,
  'too-large': 413,
  'unsupported-media-type': 415,
  'unsupported-encoding': 415,
  'invalid-fields': 422,
  'idempotency-key-reused': 422,
  'invalid-query': 422,
} as const
export type ClientProblem = keyof typeof CLIENT_PROBLEMS

const SERVER_PROBLEMS = { internal: 500, unavailable: 503 } as const

export const PROBLEMS = { ...CLIENT_PROBLEMS, ...SERVER_PROBLEMS }
export type ProblemCode = keyof typeof PROBLEMS
