import { clearNumber, clearText } from './clear-own-line.ts'
import type { Told } from './message.ts'
import type { OwnLine } from './own-line.ts'
import type { ReportForm } from './report-form.ts'
import { withoutText } from './without-text.ts'

/** What of a report goes on behind the door: nothing that names its reporter, and of a child no text at all. */
export function tell(form: ReportForm, owns: OwnLine[], acceptedAt: string): Told {
  const { call, reporter, representationOrder } = form
  const clear = (text: string | undefined) => (text === undefined ? undefined : clearText(text, owns))
  const [callerId, callback] = [clearNumber(call.callerId, owns), clearNumber(call.callbackNumber, owns)]
  const told: Told = {
    door: 'web',
    call: {
      callerId: callerId.text,
      callerIdSigns: callerId.signs,
      receivedAt: call.receivedAt,
      kind: call.kind ?? 'unsure',
      election: call.election ?? 'federal',
      callbackNumber: callback.text,
      callbackNumberSigns: callback.signs,
      language: call.language,
    },
    words: {
      message: clear(call.message),
      pollingPlace: clear(call.pollingPlace),
      claimedToBe: clear(call.claimedToBe),
      callerName: clear(call.callerName),
    },
    riding: clear(form.riding),
    representationOrder,
    source: clear(form.source),
    ageBand: reporter.ageBand,
    earlierPoll: reporter.earlierPoll && tellPoll(reporter.earlierPoll, owns),
  }
  return reporter.ageBand === 'under-14' ? withoutText(told, acceptedAt) : told
}

type EarlierPoll = NonNullable<ReportForm['reporter']['earlierPoll']>

function tellPoll(poll: EarlierPoll, owns: OwnLine[]): Told['earlierPoll'] {
  const { text, signs } = clearNumber(poll.callerId, owns)
  return { ...poll, callerId: text, callerIdSigns: signs }
}
