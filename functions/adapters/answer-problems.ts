import type { MiddlewareObj } from '@middy/core'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { describeProblem, type Problem } from '../domain/describe-problem.ts'
import type { Language } from '../domain/problem-texts.ts'
import { RejectedError } from '../domain/rejected.ts'
import { type HttpAnswer, jsonAnswer } from './http-answer.ts'
import { preferredLanguage } from './preferences.ts'

const RETRY_AFTER_SECONDS = '5'

type Present = (problem: Problem, language: Language, event: APIGatewayProxyEventV2) => HttpAnswer

/** Answers whatever was thrown: as problem details in the language asked for, unless `present` knows better. */
export function answerProblems(present: Present = problemAnswer): MiddlewareObj<APIGatewayProxyEventV2, HttpAnswer> {
  return {
    onError: (request) => {
      const language = preferredLanguage(request.event.headers)
      const problem = describeProblem(request.error, language)
      const answer = present(problem, language, request.event)
      request.response = { ...answer, headers: { ...answer.headers, ...extraHeaders(request.error, problem) } }
    },
  }
}

export function problemAnswer(problem: Problem, language: Language): HttpAnswer {
  const headers = { 'content-type': 'application/problem+json', 'content-language': language }
  return jsonAnswer(problem.status, problem, headers)
}

function extraHeaders(error: unknown, { status }: Problem): Record<string, string> {
  if (error instanceof RejectedError && error.allow.length > 0) return { allow: error.allow.join(', ') }
  return status === 503 ? { 'retry-after': RETRY_AFTER_SECONDS } : {}
}
