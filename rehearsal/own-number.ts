import { spelled } from './numbers.ts'
import type { ReportBody } from './rehearsed.ts'
import type { Language } from './scripts.ts'

/** Says the report for one line (its phone, its number in texts), or for nobody's. */
export type Say = (body: ReportBody, line: string | null) => ReportBody

/** A riding nobody can resolve; where numbers are marked, the reporter's own follows. */
export const NEAR_MY_LINE = 'near my line'

type Typing = { as: string; isInText: boolean; language: Language; n: number }

/** The same report with the line it is given for and, if wanted, that number typed where it does not belong. */
export function withPhone(body: ReportBody, line: string, { as, isInText, language, n }: Typing): ReportBody {
  const message = (body.call.message ?? '') + (isInText ? inWords(spelled(line, n), language) : '')
  return { ...body, call: message ? { ...body.call, message } : body.call, reporter: { phone: as, ...body.reporter } }
}

/** The same report with the reporter's own number in every field that takes a text or a number, in spellings that `n` turns. */
export function marked(body: ReportBody, line: string, n: number): ReportBody {
  const own = (field: number) => spelled(line, n + field)
  const { call, riding, reporter } = body
  return {
    ...body,
    call: {
      ...call,
      callerName: `LINE ${own(0)}`,
      claimedToBe: `${call.claimedToBe ?? 'nobody'} calling ${own(1)}`,
      message: `${call.message ?? ''} (called at ${own(2)})`,
      callbackNumber: own(3),
      pollingPlace: `${call.pollingPlace ?? 'the usual place'}, ask for ${own(4)}`,
    },
    ...(riding === NEAR_MY_LINE ? { riding: `${NEAR_MY_LINE} ${own(5)}` } : {}),
    source: `form of ${own(6)}`,
    reporter: { ...reporter, earlierPoll: { received: 'yes', ...reporter?.earlierPoll, callerId: own(7) } },
  }
}

function inWords(number: string, language: Language): string {
  return language === 'en'
    ? ` You can reach me at ${number} any time.`
    : ` On peut me joindre au ${number} en tout temps.`
}
