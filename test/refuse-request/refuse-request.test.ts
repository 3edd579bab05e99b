import type { Context } from 'aws-lambda'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { HttpAnswer } from '../../functions/adapters/http-answer.ts'
import { bodyOf } from '../support/door.ts'
import { httpEvent } from '../support/http-event.ts'

const logged = vi.spyOn(console, 'info').mockImplementation(() => {})
let ask: (method: string, path: string, language?: string) => Promise<HttpAnswer>
beforeAll(async () => {
  process.env['ROUTES'] = JSON.stringify({ '/v1/reports': ['POST'], '/v1/reports/{id}': ['GET', 'PUT', 'DELETE'] })
  const { handler } = await import('../../functions/refuse-request/handler.ts')
  ask = async (method, path, language = 'en') =>
    await handler(
      httpEvent({ method, path, routeKey: '$default', headers: { 'Accept-Language': language } }),
      {} as Context,
    )
})
afterAll(() => {
  delete process.env['ROUTES']
  logged.mockRestore()
})

describe('a path that has routes is told apart from one that has none', () => {
  test.each([
    ['GET', '/v1/reports', 405, 'POST'],
    ['PATCH', '/v1/reports/rpt_1', 405, 'GET, PUT, DELETE'],
    ['POST', '/v1/reports/', 404, undefined],
    ['GET', '/v1/reports/rpt_1/more', 404, undefined],
    ['GET', '/', 404, undefined],
    ['GET', '/v1/reports/%2e%2e', 405, 'GET, PUT, DELETE'],
    ['GET', '/__proto__', 404, undefined],
    ['GET', '', 404, undefined],
  ])('%s %s: %i', async (method, path, status, allow) => {
    const answer = await ask(method, path)
    expect(answer.statusCode).toBe(status)
    expect(answer.headers['allow']).toBe(allow)
    expect(answer.headers['content-type']).toBe('application/problem+json')
    expect(bodyOf(answer)).toMatchObject({ status, title: expect.any(String) as string })
  })
})

test('the refusal is in the language asked for, and does not repeat the path', async () => {
  const answer = await ask('GET', '/XYZZY', 'fr')
  expect(bodyOf(answer)['title']).toContain('adresse')
  expect(answer.body).not.toContain('XYZZY')
  expect(logged.mock.calls.join('\n')).not.toContain('XYZZY')
})
