import { normaliseCallerId } from './caller-id.ts'
import type { Told } from './message.ts'
import { normalise } from './normal-form.ts'
import { ridingById } from './riding.ts'

/** A child's report: counted like any other, but nothing is kept that the child wrote, only what it means in normal form. */
export function withoutText(told: Told, acceptedAt: string): Told {
  const { call, earlierPoll } = told
  return {
    ...told,
    call: {
      ...call,
      ...withoutDisplay(call.callerId, call.callerIdSigns),
      callbackNumber: call.callbackNumber && normaliseCallerId(call.callbackNumber).e164,
    },
    words: {},
    ...officialRiding(told, acceptedAt),
    source: undefined,
    earlierPoll: earlierPoll && { ...earlierPoll, ...withoutDisplay(earlierPoll.callerId, earlierPoll.callerIdSigns) },
  }
}

// As any phone would show it. A display that is no number still is one: signs without a text say so.
const SHOWN = { withheld: 'private', unavailable: 'unknown', invalid: undefined }

function withoutDisplay(text: string | undefined, signs: string[] | undefined) {
  if (text === undefined) return {}
  const { kind, e164 } = normaliseCallerId(text)
  return { callerId: kind === 'number' ? e164 : SHOWN[kind], callerIdSigns: signs ?? [] }
}

function officialRiding(told: Told, acceptedAt: string): Pick<Told, 'riding' | 'representationOrder'> {
  const { riding } = normalise(told, acceptedAt)
  const official = riding?.id && ridingById(riding.id)
  return official ? { riding: official.name.en, representationOrder: official.order } : { riding: undefined }
}
