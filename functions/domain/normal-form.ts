import * as z from 'zod/mini'
import { CallerIdNormal, normaliseCallerId } from './caller-id.ts'
import type { Told } from './message.ts'
import { CallTime, callTime } from './call-time.ts'
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
  return {
    normVersion: NORM_VERSION,
    ...optional('callerId', shown(call.callerId, call.callerIdSigns)),
    ...optional('callbackNumber', shown(call.callbackNumber, call.callbackNumberSigns)),
    ...optional('riding', call.election === 'federal' ? riding : undefined),
    callTime: callTime(written, { zones: zonesOf(riding), isRiding: riding.id !== undefined }),
  }
}

function shown(text: string | undefined, signs: string[] | undefined): CallerIdNormal | undefined {
  return text || signs ? normaliseCallerId(text ?? '', signs) : undefined
}

function optional<Name extends string, Value>(name: Name, value: Value | undefined): { [key in Name]?: Value } {
  return (value === undefined ? {} : { [name]: value }) as { [key in Name]?: Value }
}
