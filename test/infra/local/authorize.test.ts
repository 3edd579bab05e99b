import type { JWTPayload } from 'jose'
import { chmodSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { badTokens, readKey, signed } from '../../support/tokens.ts'
import { api, lambda, pool, type RunningTiny, startTiny } from './tiny-stack.ts'

const { resources: analysts, guard } = pool('things/read')
const routes = api({ 'GET /things': 'Echo', 'POST /things': 'Echo' }, { cors: { AllowOrigins: ['*'] } })
const stack = {
  code: { echo: 'export const handler = async (event) => event.requestContext.authorizer ?? null' },
  resources: { Echo: lambda('echo'), ...analysts, ...routes, Route0: guard(routes['Route0']) },
  outputs: { Issuer: { 'Fn::GetAtt': ['Pool', 'ProviderURL'] }, Client: { Ref: 'Client' } },
}

let tiny: RunningTiny
beforeAll(async () => {
  tiny = await startTiny(stack)
})
afterAll(() => tiny.end())

const keyFile = () => join(tiny.dataDir, 'issuer', 'ca-central-1_Pool.json')

/** As Cognito makes them. */
function claims(more: JWTPayload = {}): JWTPayload {
  const now = Math.floor(Date.now() / 1000)
  return {
    sub: '7d1c…',
    iss: tiny.outputs['Issuer']!,
    client_id: tiny.outputs['Client'],
    token_use: 'access',
    scope: 'openid things/read',
    exp: now + 60,
    iat: now,
    ...more,
  }
}

async function ask(authorization?: string): Promise<Response> {
  return await fetch(`${tiny.url}/things`, authorization === undefined ? {} : { headers: { authorization } })
}

test('the function is told every claim as text, lists without quotes, and the scopes', async () => {
  const token = await signed(readKey(keyFile()), claims({ 'cognito:groups': ['a:1', 'b'], admin: true, none: null, deep: { a: 1 } })) // prettier-ignore
  const answer = (await (await ask(`Bearer ${token}`)).json()) as { jwt: { claims: Record<string, string> } }
  expect(answer).toEqual({
    jwt: {
      claims: {
        sub: '7d1c…',
        iss: tiny.outputs['Issuer'],
        client_id: tiny.outputs['Client'],
        token_use: 'access',
        scope: 'openid things/read',
        exp: expect.stringMatching(/^\d+$/),
        iat: expect.stringMatching(/^\d+$/),
        'cognito:groups': '[a:1 b]',
        admin: 'true',
        deep: '{"a":1}',
      },
      scopes: ['openid', 'things/read'],
    },
  })
})

test('a token may come without the word Bearer, for an audience, and with scp in place of scope', async () => {
  const good = claims({ aud: ['x', tiny.outputs['Client']!], client_id: undefined, scope: undefined, scp: ['things/read'] }) // prettier-ignore
  expect((await ask(await signed(readKey(keyFile()), good))).status).toBe(200)
})

test('what is no good token is refused in the words of the gateway, and the function is not called', async () => {
  const before = tiny.invocations()['echo']!.invocations
  const refused = await Promise.all(
    (await badTokens(readKey(keyFile()), claims())).map(async ([what, header, status]) => {
      const answer = await ask(header)
      expect([what, answer.status]).toEqual([what, status])
      expect(await answer.json()).toEqual({ message: status === 401 ? 'Unauthorized' : 'Forbidden' })
      return [what, answer.headers.get('www-authenticate')!]
    }),
  )
  expect(tiny.invocations()['echo']!.invocations).toBe(before)
  expect(Object.fromEntries(refused)).toMatchObject({
    'no token': 'Bearer',
    expired: 'Bearer scope="things/read" error="invalid_token"',
    'for another client':
      'Bearer scope="things/read" error="invalid_token" error_description="the token does not have a valid audience"',
    'no scope': 'Bearer scope="things/read" error="insufficient_scope"',
  })
})

test('a route without an authorizer is told of no token, and a refusal can be read by any site', async () => {
  const token = await signed(readKey(keyFile()), claims())
  const open = await fetch(`${tiny.url}/things`, { method: 'POST', headers: { authorization: `Bearer ${token}` } })
  expect([open.status, await open.json()]).toEqual([200, null])
  const refused = await fetch(`${tiny.url}/things`, { headers: { origin: 'https://example.org' } })
  expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([401, '*'])
})

test('the private key is for its owner only, and the same after a restart: tokens live on', async () => {
  expect(readdirSync(join(tiny.dataDir, 'issuer'))).toEqual(['ca-central-1_Pool.json'])
  expect(statSync(keyFile()).mode & 0o777).toBe(0o600)
  expect(statSync(join(tiny.dataDir, 'issuer')).mode & 0o777).toBe(0o700)
  const token = await signed(readKey(keyFile()), claims())
  await tiny.stop()
  chmodSync(keyFile(), 0o400)
  const again = await startTiny(stack, { dataDir: tiny.dataDir })
  const answer = await fetch(`${again.url}/things`, { headers: { authorization: `Bearer ${token}` } })
  expect(answer.status).toBe(200)
  await again.stop()
})
