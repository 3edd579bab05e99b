import { generateKeyPair, importJWK, type JWK, type JWTHeaderParameters, type JWTPayload, SignJWT } from 'jose'
import { createHmac, createPublicKey } from 'node:crypto'
import { readFileSync } from 'node:fs'

const NOW = () => Math.floor(Date.now() / 1000)

/** The key pair with which the host of a data folder signs. */
export function readKey(file: string): JWK & { kid: string } {
  return JSON.parse(readFileSync(file, 'utf8')) as JWK & { kid: string }
}

export async function signed(key: JWK, claims: JWTPayload, header: Partial<JWTHeaderParameters> = {}): Promise<string> {
  const { kid } = key
  const signer = new SignJWT(claims).setProtectedHeader({ alg: 'RS256', ...(kid && { kid }), ...header })
  return await signer.sign(await importJWK(key, 'RS256'))
}

/** What is sent in place of a good token, by what is wrong with it; with the status that refuses it. */
export async function badTokens(
  key: JWK & { kid: string },
  good: JWTPayload,
): Promise<[string, string | undefined, number][]> {
  // prettier-ignore
  const stranger = (await generateKeyPair('RS256')).privateKey
  const strange = async (kid: string) =>
    await new SignJWT(good).setProtectedHeader({ alg: 'RS256', kid }).sign(stranger)
  const token = await signed(key, good)
  const [head, body, signature] = token.split('.') as [string, string, string]
  const without = (name: string) => ({ ...good, [name]: undefined })
  return [
    ['no token', undefined, 401],
    ['nothing after Bearer', 'Bearer ', 401],
    ['garbage', 'Bearer garbage', 401],
    ['three parts of garbage', 'Bearer a.b.c', 401],
    ['a name and a password', `Basic ${Buffer.from('a:b').toString('base64')}`, 401],
    ['two tokens', `Bearer ${token}, Bearer ${token}`, 401],
    ['expired', `Bearer ${await signed(key, { ...good, exp: NOW() - 1 })}`, 401],
    ['without an end', `Bearer ${await signed(key, without('exp'))}`, 401],
    ['an end that is no number', `Bearer ${await signed(key, { ...good, exp: 'never' as unknown as number })}`, 401],
    ['not valid yet', `Bearer ${await signed(key, { ...good, nbf: NOW() + 60 })}`, 401],
    ['issued in the future', `Bearer ${await signed(key, { ...good, iat: NOW() + 60 })}`, 401],
    ['of another issuer', `Bearer ${await signed(key, { ...good, iss: `${good.iss}x` })}`, 401],
    ['of no issuer', `Bearer ${await signed(key, without('iss'))}`, 401],
    ['for another client', `Bearer ${await signed(key, { ...good, client_id: 'other' })}`, 401],
    ['for no client', `Bearer ${await signed(key, without('client_id'))}`, 401],
    ['for another audience, whatever its client', `Bearer ${await signed(key, { ...good, aud: 'other' })}`, 401],
    ['unsigned', `Bearer ${part({ alg: 'none', kid: key.kid })}.${body}.`, 401],
    ['said to be unsigned, with a signature', `Bearer ${part({ alg: 'none', kid: key.kid })}.${body}.${signature}`, 401], // prettier-ignore
    ['HS256, signed with the public key', `Bearer ${hmacByPublicKey(key, body)}`, 401],
    ['another RSA algorithm', `Bearer ${await rs512(key, good)}`, 401],
    ['signed with another key, under the known id', `Bearer ${await strange(key.kid)}`, 401],
    ['signed with another key, under its own id', `Bearer ${await strange('its-own')}`, 401],
    ['signed with the key, under an unknown id', `Bearer ${await signed(key, good, { kid: 'unknown' })}`, 401],
    ['without the id of a key', `Bearer ${await signed({ ...key, kid: undefined } as unknown as JWK, good)}`, 401],
    ['with a key of its own inside', `Bearer ${await signed(key, good, { kid: 'x', jwk: { kty: 'RSA' } })}`, 401],
    ['changed after it was signed', `Bearer ${head}.${part({ ...good, username: 'Other' })}.${signature}`, 401],
    ['without its signature', `Bearer ${head}.${body}.`, 401],
    ['another scope', `Bearer ${await signed(key, { ...good, scope: 'stats:other openid' })}`, 403],
    ['a scope that begins like it', `Bearer ${await signed(key, { ...good, scope: `${String(good['scope'])}s` })}`, 403], // prettier-ignore
    ['no scope', `Bearer ${await signed(key, without('scope'))}`, 403],
  ]
}

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

/** What a verifier takes that lets the token choose its algorithm. */
function hmacByPublicKey(key: JWK & { kid: string }, body: string): string {
  const pem = createPublicKey({ key: { kty: key.kty!, n: key.n!, e: key.e! }, format: 'jwk' })
  const secret = pem.export({ type: 'spki', format: 'pem' })
  const signing = `${part({ alg: 'HS256', kid: key.kid })}.${body}`
  return `${signing}.${createHmac('sha256', secret).update(signing).digest('base64url')}`
}

async function rs512(key: JWK & { kid: string }, claims: JWTPayload): Promise<string> {
  const signer = new SignJWT(claims).setProtectedHeader({ alg: 'RS512', kid: key.kid })
  return await signer.sign(await importJWK({ ...key, alg: 'RS512' }, 'RS512'))
}
