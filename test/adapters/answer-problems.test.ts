import middy from '@middy/core'
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'
import { afterEach, expect, test, vi } from 'vitest'
import { answerProblems } from '../../functions/adapters/answer-problems.ts'
import type { HttpAnswer } from '../../functions/adapters/http-answer.ts'
import { logRequests } from '../../functions/adapters/log-requests.ts'
import { RejectedError, UnavailableError } from '../../functions/domain/rejected.ts'
import { bodyOf } from '../support/door.ts'
import { httpEvent } from '../support/http-event.ts'

const logged = vi.spyOn(console, 'info').mockImplementation(() => {})
afterEach(() => void logged.mockClear())

async function answerTo(error: unknown, headers: Record<string, string> = {}): Promise<HttpAnswer> {
  const handler = middy<APIGatewayProxyEventV2, HttpAnswer>(async () => await Promise.reject(error))
    .use(logRequests())
    .use(answerProblems())
  return await handler(httpEvent({ headers }), {} as Context)
}
const lastLine = () => JSON.parse(String(logged.mock.calls.at(-1)![0])) as Record<string, unknown>

test('an unforeseen error is a 500 that says nothing, and its place is logged without its words', async () => {
  const answer = await answerTo(new SyntaxError('Unexpected token XYZZY\n    at XYZZY in JSON'))
  expect(answer.statusCode).toBe(500)
  expect(bodyOf(answer)['type']).toBe('urn:callwitness:problem:internal')
  expect(answer.body).not.toContain('XYZZY')
  expect(JSON.stringify(lastLine())).not.toContain('XYZZY')
  expect(lastLine()).toMatchObject({ status: 500, error: 'SyntaxError', route: 'POST /v1/reports' })
  expect(String((lastLine()['at'] as string[])[0])).toContain('answer-problems.test.ts')
})

test('a service that does not answer is a 503 that says when to come again', async () => {
  const answer = await answerTo(new UnavailableError('down', { cause: new TypeError('XYZZY') }))
  expect(answer).toMatchObject({ statusCode: 503, headers: { 'retry-after': '5' } })
  expect(bodyOf(answer)['detail']).toContain('Idempotency-Key')
  expect(lastLine()).toMatchObject({ error: 'UnavailableError', cause: 'TypeError' })
  expect(JSON.stringify(lastLine())).not.toContain('XYZZY')
})

test('a refused request is logged by its problem only', async () => {
  await answerTo(new RejectedError('invalid-fields', { errors: [{ pointer: '/call', code: 'one-required' }] }))
  expect(lastLine()).toEqual({
    requestId: expect.any(String) as string,
    route: 'POST /v1/reports',
    status: 422,
    problem: 'invalid-fields',
  })
})

test('a method that a path does not take is told which it takes', async () => {
  const answer = await answerTo(new RejectedError('method-not-allowed', { allow: ['GET', 'PUT'] }))
  expect(answer).toMatchObject({ statusCode: 405, headers: { allow: 'GET, PUT' } })
})

test.each(['fr', 'fr-CA, en;q=0.8', 'FR-ca'])('%s is answered in French', async (language) => {
  const answer = await answerTo(new RejectedError('unknown-report'), { 'Accept-Language': language })
  expect(bodyOf(answer)['title']).toContain('signalement')
})

test.each(['', '*', 'de', ';;;', 'fr;q=0, en', 'x'.repeat(5000)])('%j is answered in English', async (language) => {
  const answer = await answerTo(new RejectedError('unknown-report'), { 'Accept-Language': language })
  expect(bodyOf(answer)['title']).toContain('report')
})
