import { createRemoteJWKSet, decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose'
import type { Authorizer } from '../template/stack.ts'
import { type Answer, gatewayAnswer } from './answer.ts'

/** What a function is told of a token: every claim as text, and the scopes where the route asks for one. */
export type Authorized = { claims: Record<string, string>; scopes: string[] | null }
type Keys = ReturnType<typeof createRemoteJWKSet>

/** So long API Gateway keeps the keys of an issuer; one that it does not know makes it look again. */
const KEYS_MILLIS = 2 * 60 * 60 * 1000

/** Decides on tokens as a JWT authorizer does: what the token is found to say, or the gateway's own refusal. */
export function authorizer(addressOf: (issuer: string) => string) {
  const known = new Map<string, Promise<Keys>>()
  const keysOf = (issuer: string): Promise<Keys> => {
    const keys = known.get(issuer) ?? discover(addressOf(issuer))
    known.set(issuer, keys)
    keys.catch(() => known.delete(issuer))
    return keys
  }
  return async (wanted: Authorizer, header: string | undefined): Promise<Authorized | Answer> => {
    const token = header?.replace(/^Bearer\s+/i, '')
    if (!token) return refusal(401, 'Unauthorized', 'Bearer')
    try {
      const payload = await verify(token, wanted, await keysOf(wanted.issuer))
      const scopes = scopesOf(payload)
      if (wanted.scopes.length > 0 && !wanted.scopes.some((scope) => scopes.includes(scope)))
        return refusal(403, 'Forbidden', challenge(wanted, 'insufficient_scope'))
      return { claims: claimsOf(payload), scopes: wanted.scopes.length > 0 ? scopes : null }
    } catch (error) {
      return refusal(401, 'Unauthorized', challenge(wanted, 'invalid_token', description(error)))
    }
  }
}

async function discover(address: string): Promise<Keys> {
  const answer = await fetch(`${address}/.well-known/openid-configuration`)
  const { jwks_uri } = (await answer.json()) as { jwks_uri: string }
  return createRemoteJWKSet(new URL(jwks_uri), { cacheMaxAge: KEYS_MILLIS, cooldownDuration: 1000 })
}

async function verify(token: string, { issuer, audience }: Authorizer, keys: Keys): Promise<JWTPayload> {
  // Where an issuer has one key only, jose would take it for a token that names none.
  if (!decodeProtectedHeader(token).kid) throw new errors.JWTInvalid('no kid')
  const { payload } = await jwtVerify(token, keys, { algorithms: ['RS256'], issuer, requiredClaims: ['exp'] })
  const { aud = payload['client_id'], iat = 0 } = payload
  if (![aud].flat().some((one) => audience.includes(String(one)))) throw new AudienceError()
  if (iat > Date.now() / 1000) throw new errors.JWTInvalid('from the future')
  return payload
}

class AudienceError extends Error {
  override name = 'AudienceError' as const
}

/** Of a list `[a b]`, without quotes; what is null is left out. Measured on AWS. */
function claimsOf(payload: JWTPayload): Record<string, string> {
  const told = Object.entries(payload).filter(([, value]) => value !== null)
  return Object.fromEntries(told.map(([name, value]) => [name, textOf(value)]))
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(textOf).join(' ')}]`
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function scopesOf({ scope, scp = scope }: JWTPayload): string[] {
  const listed = typeof scp === 'string' ? scp.split(' ') : Array.isArray(scp) ? scp.map(String) : []
  return listed.filter((each) => each !== '')
}

/** Only what AWS is known to say; of most faults it says nothing. */
function description(error: unknown): string | undefined {
  return error instanceof AudienceError ? 'the token does not have a valid audience' : undefined
}

function challenge({ scopes }: Authorizer, error: string, described?: string): string {
  const more = described ? ` error_description="${described}"` : ''
  return `Bearer scope="${scopes.join(' ')}" error="${error}"${more}`
}

function refusal(status: number, message: string, authenticate: string): Answer {
  const answer = gatewayAnswer(status, message)
  return { ...answer, headers: [...answer.headers, ['www-authenticate', authenticate]] }
}
