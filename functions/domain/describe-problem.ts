import { FIELD_TEXTS, type Language, PROBLEM_TITLES } from './problem-texts.ts'
import { problemType } from './problem-type.ts'
import { PROBLEMS, type ProblemCode } from './problems.ts'
import { type FieldError, RejectedError, UnavailableError } from './rejected.ts'

/** Problem details as of RFC 9457. Made of our own texts and known field names only: nothing echoes what was sent. */
export type Problem = {
  type: string
  title: string
  status: number
  detail: string
  errors?: (FieldError & { message: string })[]
}

/** What an error means to the one who asked. An unforeseen one says nothing of itself. */
export function describeProblem(error: unknown, language: Language): Problem {
  const code = problemCode(error)
  const errors = error instanceof RejectedError ? error.errors : []
  const described = errors.map((one) => ({ ...one, message: FIELD_TEXTS[one.code][language] }))
  return {
    type: problemType(code),
    title: PROBLEM_TITLES[code][language],
    status: PROBLEMS[code],
    detail: [PROBLEM_TITLES[code][language], ...described.map(({ message }) => message)].join(' '),
    ...(described.length > 0 ? { errors: described } : {}),
  }
}

export function problemCode(error: unknown): ProblemCode {
  if (error instanceof RejectedError) return error.problem
  return error instanceof UnavailableError ? 'unavailable' : 'internal'
}
