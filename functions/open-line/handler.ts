import middy from '@middy/core'
import { answerProblems } from '../adapters/answer-problems.ts'
import type { HttpAnswer } from '../adapters/http-answer.ts'

export const handler = middy(async (): Promise<HttpAnswer> => {
  throw new Error('not written yet')
}).use(answerProblems())
