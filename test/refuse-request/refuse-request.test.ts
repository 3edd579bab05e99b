import type { Context } from 'aws-lambda'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { HttpAnswer } from '../../functions/adapters/http-answer.ts'
import { bodyOf } from '../support/door.ts'
import { httpEvent } from '../support/http-event.ts'

const logged = vi.spyOn(console, 'info').mockImplementation(() => {})
let ask: (routeKey: string, path?: string, language?: string) => Promise<HttpAnswer>
beforeAll(async () => {
  process.env['ROUTES'] = JSON.stringify({ '/v1/reports': ['POST'], '/v1/reports/{id}': ['GET', 'PUT', 'DELETE'] })
  const { handler } = await import('../../functions/refuse-request/handler.ts')
  ask = async (routeKey, path = '/', language = 'en') =>
    await handler(httpEvent({ method: 'GET', path, routeKey, headers: { 'Accept-Language': language } }), {} as Context)
})
afterAll(() => {
  delete process.env['ROUTES']
  logged.mockRestore()
})

test.each([
  ['ANY /v1/reports', 405, 'POST'],
  ['ANY /v1/reports/{id}', 405, 'GET, PUT, DELETE'],
  ['$default', 404, undefined],
  ['ANY /__proto__', 404, undefined],
])('%s is refused with %i', async (routeKey, status, allow) => {
  const answer = await ask(routeKey)
  expect(answer.statusCode).toBe(status)
  expect(answer.headers['allow']).toBe(allow)
  expect(answer.headers['content-type']).toBe('application/problem+json')
  expect(bodyOf(answer)).toMatchObject({ status, title: expect.any(String) as string })
})

test('the refusal is in the language asked for, and does not repeat the path', async () => {
  const answer = await ask('$default', '/XYZZY', 'fr')
  expect(bodyOf(answer)['title']).toContain('adresse')
  expect(answer.body).not.toContain('XYZZY')
  expect(logged.mock.calls.join('\n')).not.toContain('XYZZY')
})
