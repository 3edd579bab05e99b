import middy from '@middy/core'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { answerProblems } from '../adapters/answer-problems.ts'
import { cacheableAnswer } from '../adapters/cacheable-answer.ts'
import { logRequests } from '../adapters/log-requests.ts'
import { preferredLanguage } from '../adapters/preferences.ts'
import { offerTemplate } from './offer-template.ts'

const CACHE_SECONDS = 86_400

export const handler = middy(async (event: APIGatewayProxyEventV2) => {
  const preferred = preferredLanguage(event.headers)
  const { name, language, csv } = offerTemplate(event.queryStringParameters ?? {}, preferred)
  return cacheableAnswer(event, {
    body: csv,
    seconds: CACHE_SECONDS,
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="${name}"`,
      'content-language': language,
      vary: 'accept-language',
      'x-content-type-options': 'nosniff',
    },
  })
})
  .use(logRequests())
  .use(answerProblems())
