import * as z from 'zod/mini'
import { CallerIdNormal, normaliseCallerId } from './caller-id.ts'
import type { Told } from './message.ts'
import { isRepresentationOrder, orderOfDay, resolveRiding, RidingNormal } from './riding.ts'
import { readWrittenTime } from './written-time.ts'

/** The version of the rules below; stored with every normal form, raised whenever one of them would answer differently. */
export const NORM_VERSION = 1

/** The call's own wall clock, as written: how precise, and the parts that were given. */
export const CallTime = z.object({
  precision: z.enum(['minute', 'day', 'month', 'unknown']),
  month: z.optional(z.string()),
  day: z.optional(z.string()),
  time: z.optional(z.string()),
  offset: z.optional(z.string()),
})

/** Stored with the report: what it is counted as. */
export const NormalForm = z.object({
  normVersion: z.int(),
  /** Absent when no caller ID was given. */
  callerId: z.optional(CallerIdNormal),
  /** Absent unless the call was about a federal election. */
  riding: z.optional(RidingNormal),
  callTime: CallTime,
})
export type NormalForm = z.infer<typeof NormalForm>

/** The normal forms of what was told; `receivedAt` (an instant) stands in for a call time that was not given. */
export function normalise(told: Told, receivedAt: string): NormalForm {
  const { call } = told
  const callTime = (call.receivedAt && readWrittenTime(call.receivedAt)) || { precision: 'unknown' as const }
  const order = isRepresentationOrder(told.representationOrder)
    ? told.representationOrder
    : orderOfDay(call.receivedAt ?? receivedAt)
  return {
    normVersion: NORM_VERSION,
    ...(call.callerId || call.callerIdSigns
      ? { callerId: normaliseCallerId(call.callerId ?? '', call.callerIdSigns) }
      : {}),
    ...(call.election === 'federal' ? { riding: resolveRiding(told.riding ?? '', order) } : {}),
    callTime,
  }
}
