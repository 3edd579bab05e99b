import { createHmac, createSecretKey } from 'node:crypto'
import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { reportId } from '../domain/ids.ts'
import { onceFromSecret } from './keys.ts'

/** The id of what links complaints (`Link.name`); a script is named after the smallest of its own. */
export type ScriptIds = (name: string) => string

const FEWEST_CHARACTERS = 32

/** Without their secret nobody finds by trying which number, or which text, a published script is named after. */
export function scriptIds(secret: string): ScriptIds {
  if (secret.length < FEWEST_CHARACTERS) throw new Error('the secret that scripts are named by is too short')
  const key = createSecretKey(Buffer.from(secret))
  return (name) => `scr_${reportId(createHmac('sha256', key).update(name).digest()).slice(4)}`
}

export function readScriptIds(client: SecretsManagerClient, secret: string): () => Promise<ScriptIds> {
  return onceFromSecret(client, secret, scriptIds)
}

/** The numbers that everyone quotes, as they are configured: E.164, separated by blanks. */
export function readQuotedNumbers(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter(Boolean))
}
