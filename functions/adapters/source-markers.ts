import type { Told } from '../domain/message.ts'
import { keyed, type Keys } from './keys.ts'

type Sent = { source: string; acceptedAt: string; told: Told | undefined }

/**
 * What stands for "from there, that day, in these very words, about this number", by which a report without a line that is sent
 * again is known: undefined without words. The day is part of what is signed, so no address is known again the next day; a key
 * for each day would hide no more from whoever holds the secret that all keys are made of.
 */
export function sourceMarker({ sources }: Keys, { source, acceptedAt, told }: Sent): string | undefined {
  const message = told?.words.message
  if (!message) return undefined
  const parts = [source, acceptedAt.slice(0, 10), message, told.call.callerId ?? '']
  return `a1.${keyed(sources, ...parts).toString('base64url')}`
}
