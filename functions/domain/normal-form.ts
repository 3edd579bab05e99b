import * as z from 'zod/mini'
import { CallTime, callTime } from './call-time.ts'
import { CallerIdNormal, normaliseCallerId } from './caller-id.ts'
import type { Told } from './message.ts'
import { resolveRiding } from './ridings/resolve-riding.ts'
import { isRepresentationOrder } from './ridings/riding.ts'
import { RidingNormal } from './ridings/riding-normal.ts'
import { zonesOf } from './ridings/riding-zones.ts'
import { readWrittenTime } from './written-time.ts'

/** The version of the rules below; stored with every normal form, raised whenever one of them would answer differently. */
export const NORM_VERSION = 2

/** Stored with the report: what it is counted as. */
export const NormalForm = z.object({
  normVersion: z.int(),
  /** Absent when no caller ID was given. */
  callerId: z.optional(CallerIdNormal),
  callbackNumber: z.optional(CallerIdNormal),
  /** Absent unless the call was about a federal election. */
  riding: z.optional(RidingNormal),
  callTime: CallTime,
})
export type NormalForm = z.infer<typeof NormalForm>

/** The normal forms of what was told; `receivedAt` (an instant) stands in for a call time that was not given. */
export function normalise(told: Told, receivedAt: string): NormalForm {
  const { call, representationOrder: order } = told
  const where = isRepresentationOrder(order) ? { order } : { date: call.receivedAt ?? receivedAt }
  const riding = resolveRiding(told.riding ?? '', where)
  const written = call.receivedAt === undefined ? undefined : readWrittenTime(call.receivedAt)
  const callerId = shownNumber(call.callerId, call.callerIdSigns)
  const callbackNumber = shownNumber(call.callbackNumber, call.callbackNumberSigns)
  return {
    normVersion: NORM_VERSION,
    ...(callerId ? { callerId } : {}),
    ...(callbackNumber ? { callbackNumber } : {}),
    ...(call.election === 'federal' ? { riding } : {}),
    callTime: callTime(written, { zones: zonesOf(riding), isRiding: riding.id !== undefined }),
  }
}

function shownNumber(text: string | undefined, signs: string[] | undefined): CallerIdNormal | undefined {
  return text || signs ? normaliseCallerId(text ?? '', signs) : undefined
}
