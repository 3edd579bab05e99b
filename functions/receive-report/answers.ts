import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { problemAnswer } from '../adapters/answer-problems.ts'
import { type HttpAnswer, jsonAnswer } from '../adapters/http-answer.ts'
import { preferredLanguage, preferredType } from '../adapters/preferences.ts'
import { ADVICE, COPIES_REMAIN, WITHDRAWN } from '../domain/advice.ts'
import type { Problem } from '../domain/describe-problem.ts'
import type { Language } from '../domain/problem-texts.ts'
import { acceptedPage, problemPage } from './pages.ts'
import type { Kept } from './receive-report.ts'

/** 202: the queue has it. */
export function acceptedAnswer({ id, receipt }: Kept, event: APIGatewayProxyEventV2): HttpAnswer {
  const language = preferredLanguage(event.headers)
  const headers = { location: `/v1/reports/${id}`, 'content-language': language }
  if (!receipt) {
    const body = { id, status: 'accepted', notice: WITHDRAWN[language], copiesRemain: COPIES_REMAIN }
    return jsonAnswer(202, body, headers)
  }
  if (comesFromPage(event)) return pageAnswer(202, acceptedPage({ id, receipt }, language), headers)
  return jsonAnswer(202, { id, receipt, status: 'accepted', advice: ADVICE[language] }, headers)
}

/** Problem details, or the same in words for a form that a browser has sent. */
export function rejectedAnswer(problem: Problem, language: Language, event: APIGatewayProxyEventV2): HttpAnswer {
  if (!comesFromPage(event)) return problemAnswer(problem, language)
  return pageAnswer(problem.status, problemPage(problem, language), { 'content-language': language })
}

// A browser that posts a plain form shows whatever comes back.
function comesFromPage({ routeKey, headers }: APIGatewayProxyEventV2): boolean {
  const isForm = !headers['content-type']?.toLowerCase().startsWith('application/json')
  const type = preferredType(headers, ['application/json', 'text/html'])
  return routeKey.startsWith('POST ') && isForm && type === 'text/html'
}

function pageAnswer(
  status: number,
  page: { html: string; policy: string },
  headers: Record<string, string>,
): HttpAnswer {
  return {
    ...jsonAnswer(status, undefined, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': page.policy,
      'referrer-policy': 'no-referrer',
      ...headers,
    }),
    body: page.html,
  }
}
