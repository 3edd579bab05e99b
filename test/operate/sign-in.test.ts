import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '../../infra/local/free-port.ts'
import { signIn } from '../../operate/sign-in.ts'

/** As the token endpoint of a pool: one code, for one verifier. */
const exchanged: URLSearchParams[] = []
let challenge = ''
const pool = createServer(async (request, response) => {
  const form = new URLSearchParams(await text(request))
  exchanged.push(form)
  const hash = createHash('sha256').update(form.get('code_verifier') ?? '').digest('base64url') // prettier-ignore
  const isGood = request.url === '/oauth2/token' && form.get('code') === 'the-code' && hash === challenge
  response.writeHead(isGood ? 200 : 400, { 'content-type': 'application/json' })
  response.end(JSON.stringify(isGood ? { access_token: 'the-token', expires_in: 3600 } : { error: 'invalid_grant' }))
})
let outputs: Parameters<typeof signIn>[0]
beforeAll(async () => {
  await once(pool.listen(0, '127.0.0.1'), 'listening')
  outputs = {
    AnalystSignInUrl: `http://127.0.0.1:${(pool.address() as AddressInfo).port}`,
    AnalystClientId: 'client',
    AnalystScope: 'call-witness/stats:exact',
    AnalystCallbackUrl: `http://127.0.0.1:${await freePort()}/signed-in`,
  }
})
afterAll(() => void pool.close())

/** The sign-in begins, and the browser is sent to the address that this makes of what it was told. */
async function signedIn(comingBack: (asked: URLSearchParams) => string): Promise<string> {
  const { promise: address, resolve } = Promise.withResolvers<string>()
  const token = signIn(outputs, resolve)
  token.catch(() => {})
  const asked = new URL(await address).searchParams
  challenge = asked.get('code_challenge') ?? ''
  await fetch(comingBack(asked))
  return await token
}

test('whoever signs in gets a token for a code that only this process can use', async () => {
  const stranger = `${outputs.AnalystCallbackUrl}?code=of-somebody-else&state=guessed`
  const token = await signedIn((asked) => {
    expect(Object.fromEntries(asked)).toEqual({
      response_type: 'code',
      client_id: 'client',
      redirect_uri: outputs.AnalystCallbackUrl,
      scope: 'call-witness/stats:exact',
      state: expect.stringMatching(/^[\w-]{22}$/),
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    })
    void fetch(stranger)
    return `${outputs.AnalystCallbackUrl}?code=the-code&state=${asked.get('state')}`
  })
  expect(token).toBe('the-token')
  expect(exchanged.map((form) => form.get('code'))).toEqual(['the-code'])
  expect(exchanged[0]?.has('client_secret')).toBe(false)
})

test('a sign-in that is refused, and a code that is, are said to be', async () => {
  const refused = signedIn((asked) => `${outputs.AnalystCallbackUrl}?error=access_denied&state=${asked.get('state')}`)
  await expect(refused).rejects.toThrow('the sign-in was refused: access_denied')
  const other = signedIn((asked) => `${outputs.AnalystCallbackUrl}?code=used&state=${asked.get('state')}`)
  await expect(other).rejects.toThrow('the code was refused: 400')
})
