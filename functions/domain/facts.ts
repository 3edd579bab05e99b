import * as z from 'zod/mini'
import { callerKey } from './caller-id.ts'
import type { Told } from './message.ts'
import type { NormalForm } from './normal-form.ts'
import { ridingKey } from './ridings/riding-normal.ts'

const fact = z.optional(z.string())

/** What of a report is countable: normal forms only, no words. */
export const Facts = z.object({
  /** Instant of the first acceptance. */
  receivedAt: z.string(),
  /** Key of the caller-ID record; absent when no caller ID was given. */
  caller: fact,
  /** Key of the riding record; absent unless the call was about a federal election. */
  riding: fact,
  /** Of a riding that is not resolved, where that much is sure. */
  province: fact,
  kind: z.string(),
  election: z.string(),
  door: z.string(),
  /** The call's own wall clock as written: YYYY-MM-DD, and HH:mm or HH. */
  day: fact,
  time: fact,
})
export type Facts = z.infer<typeof Facts>

export function factsOf(told: Told, { callerId, riding, callTime }: NormalForm, receivedAt: string): Facts {
  return {
    receivedAt,
    kind: told.call.kind,
    election: told.call.election,
    door: told.door,
    ...(callerId ? { caller: callerKey(callerId) } : {}),
    ...(riding ? { riding: ridingKey(riding) } : {}),
    ...(riding?.province && !riding.id ? { province: riding.province } : {}),
    ...(callTime.day ? { day: callTime.day } : {}),
    ...(callTime.time ? { time: callTime.time } : {}),
  }
}
