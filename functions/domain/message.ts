import * as z from 'zod'

/** Where a change stands among all changes to one report; the greatest wins whatever arrives first. */
export const ChangeOrder = z.object({
  /** POST 0, PUT 1, DELETE 2 */
  rank: z.int().min(0).max(2),
  acceptedAt: z.iso.datetime(),
  messageId: z.string().min(1),
})
export type ChangeOrder = z.infer<typeof ChangeOrder>

/** Negative, zero or positive, as for `Array.sort`. */
export function compareOrder(a: ChangeOrder, b: ChangeOrder): number {
  return a.rank - b.rank || compareText(a.acceptedAt, b.acceptedAt) || compareText(a.messageId, b.messageId)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** What is decided about a number at the door, where alone the reporter's line is known. */
export const NumberSigns = z.array(z.string())

const text = z.string().optional()

/** The words of a report: what DELETE erases at once, kept apart from what is counted. */
export const Words = z.object({ message: text, pollingPlace: text, claimedToBe: text, callerName: text })
export type Words = z.infer<typeof Words>

/** What a report tells, after the door: valid, without the reporter's line. Unknown fields of later versions are ignored. */
export const Told = z.object({
  door: z.string().default('web'),
  call: z.object({
    callerId: text,
    callerIdSigns: NumberSigns.optional(),
    receivedAt: text,
    kind: z.string().default('unsure'),
    election: z.string().default('federal'),
    callbackNumber: text,
    callbackNumberSigns: NumberSigns.optional(),
    language: text,
  }),
  words: Words.default({}),
  riding: text,
  representationOrder: text,
  source: text,
  ageBand: text,
  earlierPoll: z
    .object({
      received: text,
      receivedOn: text,
      callerId: text,
      callerIdSigns: NumberSigns.optional(),
      how: text,
      askedBy: text,
      preference: text,
    })
    .optional(),
})
export type Told = z.infer<typeof Told>

/**
 * One change to one report, as it travels through the queue. `line` says whose line was called: a token, `null` for nobody's,
 * absent for "as before" (a PUT that does not name it). `told` is absent when the report is withdrawn.
 */
export const ReportMessage = z.object({
  v: z.literal(1),
  type: z.enum(['report.posted', 'report.amended', 'report.withdrawn']),
  event: z.string().min(1),
  id: z.string().regex(/^rpt_[0-9A-HJKMNP-TV-Z]{26}$/),
  ...ChangeOrder.shape,
  line: z.string().nullable().optional(),
  told: Told.optional(),
})
export type ReportMessage = z.infer<typeof ReportMessage>
