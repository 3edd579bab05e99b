import { normaliseCallerId, spellCallerId } from './caller-id.ts'
import type { Told } from './message.ts'
import { normalise } from './normal-form.ts'

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

// A display that is no number still is one: signs without a text say so.
function withoutDisplay(text: string | undefined, signs: string[] | undefined) {
  if (text === undefined) return {}
  const { kind, e164, shortCode } = normaliseCallerId(text)
  const spelled = spellCallerId({ kind, ...(e164 ? { e164 } : {}), ...(shortCode ? { shortCode } : {}), signs: [] })
  return { callerId: kind === 'invalid' ? undefined : spelled, callerIdSigns: signs ?? [] }
}

function officialRiding(told: Told, acceptedAt: string): Pick<Told, 'riding'> {
  const { riding } = normalise(told, acceptedAt)
  return { riding: riding?.id ?? riding?.province }
}
