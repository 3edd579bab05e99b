import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import * as z from 'zod/mini'
import { UnavailableError } from '../domain/rejected.ts'

/** A token, or two while one is exchanged for the other. A short one could be guessed, and no token is like a known one. */
const Token = z.string().check(z.minLength(32))
const Tokens = z.record(z.string().check(z.regex(/^AC[0-9a-f]{32}$/)), z.union([Token, z.array(Token)]))

/** The auth tokens of a Twilio account, none when it is not ours. */
export type TokensOf = (account: string) => string[]

/** So long may an environment go on with tokens that were changed. */
const KEPT_MILLIS = 5 * 60_000

/** Who may send us texts, from the secret: read when first asked, and again five minutes later. Throws when it cannot be read. */
export function gatewayTokens(client: SecretsManagerClient, secret: string, now = Date.now): () => Promise<TokensOf> {
  let kept: { tokens: Promise<TokensOf>; until: number } | undefined
  return () => {
    if (kept && now() < kept.until) return kept.tokens
    const tokens = readTokens(client, secret)
    kept = { tokens, until: now() + KEPT_MILLIS }
    tokens.catch(() => (kept = undefined))
    return tokens
  }
}

async function readTokens(client: SecretsManagerClient, secret: string): Promise<TokensOf> {
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secret })).catch((error) => {
    throw new UnavailableError('the tokens of gateways cannot be read', { cause: error })
  })
  return tokensIn(SecretString ?? '{}')
}

export function tokensIn(secret: string): TokensOf {
  const tokens = new Map(Object.entries(Tokens.parse(JSON.parse(secret))))
  return (account) => [tokens.get(account) ?? []].flat()
}
