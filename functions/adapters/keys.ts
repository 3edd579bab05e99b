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

/** Reads the event's secret when first asked, then never again in this environment; a failed reading is not remembered. */
export function eventKeys(client: SecretsManagerClient, from: { secret: string; event: string }): () => Promise<Keys> {
  let keys: Promise<Keys> | undefined
  return () => {
    keys ??= readKeys(client, from).catch((error: unknown) => {
      keys = undefined
      throw error
    })
    return keys
  }
}

async function readKeys(client: SecretsManagerClient, from: { secret: string; event: string }): Promise<Keys> {
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: from.secret })).catch((error) => {
    throw new UnavailableError('the secret cannot be read', { cause: error })
  })
  return deriveKeys(SecretString ?? '', from.event)
}

/** HMAC-SHA-256 over parts that cannot run into each other. */
export function keyed(key: KeyObject, ...parts: string[]): Buffer {
  return createHmac('sha256', key).update(JSON.stringify(parts)).digest()
}
