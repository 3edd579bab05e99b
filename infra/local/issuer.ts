import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serveOnLoopback } from './loopback.ts'
import type { Pool } from './template/stack.ts'
import { writeDurably } from './write-durably.ts'

export type Issuer = {
  /** Where what an issuer publishes about itself is found: `/.well-known/…` follows. */
  addressOf: (issuer: string) => string
  stop: () => Promise<void>
}

/**
 * User pools as far as a gateway needs them: their public keys, on loopback. The private ones lie in the folder, `<pool>.json`
 * each, for its owner only: who can read them signs tokens, as npm run token does.
 */
export async function startIssuer(pools: Pool[], directory: string): Promise<Issuer> {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const keys = new Map<string, JWK>()
  for (const { poolId } of pools) keys.set(poolId, publicPart(await readOrCreate(directory, poolId)))

  const { url, stop } = await serveOnLoopback((request, response) => {
    const [, pool = '', file] =
      /^\/([\w-]+)\/\.well-known\/(openid-configuration|jwks\.json)$/.exec(request.url ?? '') ?? []
    const found = pools.find(({ poolId }) => poolId === pool)
    response.setHeader('content-type', 'application/json')
    if (!found) response.writeHead(404).end('{}')
    else if (file === 'jwks.json') response.end(JSON.stringify({ keys: [keys.get(pool)] }))
    else response.end(JSON.stringify({ issuer: found.issuer, jwks_uri: `${address(pool)}/.well-known/jwks.json` }))
  })
  const address = (pool: string) => `${url}/${pool}`
  return { addressOf: (issuer) => address(pools.find((pool) => pool.issuer === issuer)?.poolId ?? ''), stop }
}

async function readOrCreate(directory: string, pool: string): Promise<JWK> {
  const file = join(directory, `${pool}.json`)
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as JWK
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const jwk = await exportJWK(privateKey)
  const key = { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'RS256', use: 'sig' }
  writeDurably(file, JSON.stringify(key))
  return key
}

function publicPart({ kty, n, e, kid, alg, use }: JWK): JWK {
  return { kty, n, e, kid, alg, use } as JWK
}
