import middy from '@middy/core'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { answerProblems } from '../adapters/answer-problems.ts'
import { cacheableAnswer } from '../adapters/cacheable-answer.ts'
import { logRequests } from '../adapters/log-requests.ts'
import { suggestRidings } from './suggest-ridings.ts'

// Names of ridings change once in ten years, and today's order with an election.
const CACHE_SECONDS = 86_400

export const handler = middy(async (event: APIGatewayProxyEventV2) => {
  const suggestions = suggestRidings(event.queryStringParameters ?? {}, { now: () => new Date() })
  return cacheableAnswer(event, {
    body: JSON.stringify(suggestions),
    seconds: CACHE_SECONDS,
    headers: { 'content-type': 'application/json' },
  })
})
  .use(logRequests())
  .use(answerProblems())
