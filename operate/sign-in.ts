import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import * as z from 'zod'
import type { RunningStack } from './stack-outputs.ts'

type Outputs = Pick<
  RunningStack['outputs'],
  'AnalystSignInUrl' | 'AnalystClientId' | 'AnalystScope' | 'AnalystCallbackUrl'
>

/**
 * The access token of whoever signs in at the address that is told: an authorization code that comes back to this machine
 * (RFC 8252), bound to this process by PKCE (RFC 7636). Throws when the sign-in is refused.
 */
export async function signIn(outputs: Outputs, tell: (address: string) => void): Promise<string> {
  const [verifier, state] = [randomBytes(32).toString('base64url'), randomBytes(16).toString('base64url')]
  const coming = await listen(outputs.AnalystCallbackUrl, state)
  const asked = new URLSearchParams({
    response_type: 'code',
    client_id: outputs.AnalystClientId,
    redirect_uri: outputs.AnalystCallbackUrl,
    scope: outputs.AnalystScope,
    state,
    code_challenge_method: 'S256',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  })
  tell(`${outputs.AnalystSignInUrl}/oauth2/authorize?${asked.toString()}`)
  return await exchange(outputs, { code: await coming.code, verifier })
}

/** Waits for the browser to come back with our state; anything else that calls is sent away. */
async function listen(callback: string, state: string): Promise<{ code: Promise<string> }> {
  const { pathname, hostname, port } = new URL(callback)
  const { promise: code, resolve, reject } = Promise.withResolvers<string>()
  const server = createServer((request, response) => {
    const { pathname: path, searchParams: told } = new URL(request.url ?? '/', callback)
    if (path !== pathname || told.get('state') !== state) return void response.writeHead(404).end()
    response.setHeader('connection', 'close').end('You may close this page. Vous pouvez fermer cette page.\n')
    const [given, error] = [told.get('code'), told.get('error')]
    if (given) resolve(given)
    else reject(new Error(`the sign-in was refused: ${error ?? 'without a reason'}`))
    return void server.close()
  })
  server.listen(Number(port), hostname)
  await once(server, 'listening')
  code.catch(() => {})
  return { code }
}

type Code = { code: string; verifier: string }

async function exchange(outputs: Outputs, { code, verifier }: Code): Promise<string> {
  const response = await fetch(`${outputs.AnalystSignInUrl}/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: outputs.AnalystClientId,
      redirect_uri: outputs.AnalystCallbackUrl,
      code,
      code_verifier: verifier,
    }),
  })
  if (!response.ok) throw new Error(`the code was refused: ${response.status}`)
  return z.object({ access_token: z.string() }).parse(await response.json()).access_token
}
