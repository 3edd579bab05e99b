import { randomBytes, randomUUID } from 'node:crypto'
import { reportId } from '../domain/ids.ts'
import { keyed, type Keys } from './keys.ts'

export function newReportId(): string {
  return reportId(randomBytes(17))
}

/** The id that a body has under an idempotency key, whenever it comes. */
export function keyedReportId({ ids }: Keys, idempotencyKey: string, body: string): string {
  return reportId(keyed(ids, idempotencyKey, body))
}

export function newMessageId(): string {
  return randomUUID()
}
