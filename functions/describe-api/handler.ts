import middy from '@middy/core'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { answerProblems } from '../adapters/answer-problems.ts'
import { cacheableAnswer } from '../adapters/cacheable-answer.ts'
import { logRequests } from '../adapters/log-requests.ts'
import { describeApi } from './describe-api.ts'

// It changes with a deployment, and then clients should not wait long.
const CACHE_SECONDS = 3600

export const handler = middy(async (event: APIGatewayProxyEventV2) =>
  cacheableAnswer(event, { ...describeApi(event.routeKey.split(' ')[1]!), seconds: CACHE_SECONDS }),
)
  .use(logRequests())
  .use(answerProblems())
