import { type Call, clockAt, type Said, type Teller, type Telling } from './told-call.ts'

/** Could this telling as well be of that call? Judged by what was told and by what the calls were, never by the matcher. */
function fits(said: Said, call: Call): boolean {
  const day = clockAt(call.at).slice(0, 10)
  if (said.time) {
    if (
      said.time.minutes === undefined ? said.time.day !== day : Math.abs(said.time.minutes - call.at) > said.time.slack!
    )
      return false
  }
  const { number } = said
  if (number?.digits && number.digits !== call.number) return false
  if (number?.part && !call.number.endsWith(number.part)) return false
  if (number?.isHidden && call.number !== 'withheld') return false
  // Whether it was a machine is mistaken too often to tell two calls apart by.
  return !said.campaign || said.campaign === call.campaign.name
}

/** What both tell: of the kind of facts that a person could recognise one call by. */
function inCommon(a: Said, b: Said): { time: 'clock' | 'day' | undefined; others: number } {
  const time =
    a.time && b.time ? (a.time.minutes !== undefined && b.time.minutes !== undefined ? 'clock' : 'day') : undefined
  const number = a.number && b.number
  const words = Array.from(a.facets ?? '').some((facet) => b.facets?.includes(facet))
  return { time, others: (number ? 1 : 0) + (words ? 1 : 0) }
}

/**
 * Whether a careful person could tell from two tellings alone if they are of one call: each fits only its own call of this reporter; and
 * where they are of one call, they agree on the day and on something else, or on the clock.
 */
export function isDecidable(teller: Teller, a: Telling, b: Telling): boolean {
  const only = (t: Telling) => teller.calls.every((call, i) => fits(t.said, call) === (i === t.call))
  if (!only(a) || !only(b)) return false
  if (a.call !== b.call) return true
  const { time, others } = inCommon(a.said, b.said)
  if (!time) return false
  return a.said.time!.day === b.said.time!.day && others >= 1
}
