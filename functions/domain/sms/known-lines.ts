import { normaliseCallerId } from '../caller-id.ts'

/** The line of Elections Canada that every advice of ours names. */
const ELECTIONS_CANADA = '+18004636868'

/** Whether people name this number as the one that they asked, and calls name it to sound real. */
export function isPublicLine(number: string): boolean {
  return normaliseCallerId(number).e164 === ELECTIONS_CANADA
}
