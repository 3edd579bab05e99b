import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import * as z from 'zod/mini'
import { UnavailableError } from '../domain/rejected.ts'

/** One key per purpose, so that what is made with one says nothing about another. */
export type Keys = {
  tokens: KeyObject
  ids: KeyObject
  guards: KeyObject
  sources: KeyObject
  dialogues: KeyObject
  codes: KeyObject
  editions: KeyObject
  /** By version, from 1; all verify, the last one issues. */
  receipts: KeyObject[]
}

const EventSecret = z.object({ receiptVersion: z.int().check(z.minimum(1)), master: z.string().check(z.minLength(32)) })

/** Another event has other keys: its tokens cannot be linked to ours. */
export function deriveKeys(secret: string, event: string): Keys {
  const { receiptVersion, master } = EventSecret.parse(JSON.parse(secret))
  const derive = (purpose: string) => createSecretKey(Buffer.from(hkdfSync('sha256', master, event, purpose, 32)))
  return {
    tokens: derive('tokens 1'),
    ids: derive('ids 1'),
    guards: derive('guards 1'),
    sources: derive('sources 1'),
    dialogues: derive('dialogues 1'),
    codes: derive('codes 1'),
    editions: derive('editions 1'),
    receipts: Array.from({ length: receiptVersion }, (_, index) => derive(`receipts ${index + 1}`)),
  }
}

export function eventKeys(client: SecretsManagerClient, from: { secret: string; event: string }): () => Promise<Keys> {
  return onceFromSecret(client, from.secret, (value) => deriveKeys(value, from.event))
}

/** Reads a secret when first asked, then never again in this environment; a failed reading is not remembered. */
export function onceFromSecret<T>(
  client: SecretsManagerClient,
  secret: string,
  make: (value: string) => T,
): () => Promise<T> {
  let made: Promise<T> | undefined
  const read = async () => {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secret })).catch((error) => {
      throw new UnavailableError('the secret cannot be read', { cause: error })
    })
    return make(SecretString ?? '')
  }
  return () => {
    made ??= read().catch((error: unknown) => {
      made = undefined
      throw error
    })
    return made
  }
}

/** HMAC-SHA-256 over parts that cannot run into each other. */
export function keyed(key: KeyObject, ...parts: string[]): Buffer {
  return createHmac('sha256', key).update(JSON.stringify(parts)).digest()
}
