import * as z from 'zod/mini'
import { REPORT_ID } from './ids.ts'

/** Where a change stands among all changes to one report; the greatest wins whatever arrives first. */
export const ChangeOrder = z.object({
  /** POST 0, PUT 1, DELETE 2 */
  rank: z.int().check(z.minimum(0), z.maximum(2)),
  acceptedAt: z.iso.datetime(),
  messageId: z.string().check(z.minLength(1)),
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

const text = z.optional(z.string())

/** The words of a report: what DELETE erases at once, kept apart from what is counted. */
export const Words = z.object({ message: text, pollingPlace: text, claimedToBe: text, callerName: text })
export type Words = z.infer<typeof Words>

/** What a report tells, after the door: valid, without the reporter's line. Unknown fields of later versions are ignored. */
export const Told = z.object({
  door: z._default(z.string(), 'web'),
  call: z.object({
    callerId: text,
    callerIdSigns: z.optional(NumberSigns),
    receivedAt: text,
    kind: z._default(z.string(), 'unsure'),
    election: z._default(z.string(), 'federal'),
    callbackNumber: text,
    callbackNumberSigns: z.optional(NumberSigns),
    language: text,
  }),
  words: z._default(Words, {}),
  riding: text,
  representationOrder: text,
  source: text,
  /** By text message: the sender could still be asked for more. */
  incomplete: z.optional(z.boolean()),
  /** What came with a text message: noted, not kept. */
  media: z.optional(z.object({ count: z.int(), types: z.array(z.string()) })),
  ageBand: text,
  earlierPoll: z.optional(
    z.object({
      received: text,
      receivedOn: text,
      callerId: text,
      callerIdSigns: z.optional(NumberSigns),
      how: text,
      askedBy: text,
      preference: text,
    }),
  ),
})
export type Told = z.infer<typeof Told>

const envelope = { v: z.literal(1), event: z.string().check(z.minLength(1)) }

/**
 * One change to one report, as it travels through the queue. `line` says whose line was called: a token, `null` for nobody's,
 * absent for "as before" (a PUT that does not name it). `marker` stands for where and in which words a report without a line came
 * first. `told` is absent when the report is withdrawn.
 */
export const ReportMessage = z.object({
  ...envelope,
  type: z.enum(['report.posted', 'report.amended', 'report.withdrawn']),
  id: z.string().check(z.regex(REPORT_ID)),
  ...ChangeOrder.shape,
  line: z.optional(z.nullable(z.string())),
  marker: text,
  told: z.optional(Told),
})
export type ReportMessage = z.infer<typeof ReportMessage>

/** What a line asks of all reports that name it and were accepted until then: that they are withdrawn. */
export const LineErased = z.object({
  ...envelope,
  type: z.literal('line.erased'),
  line: z.string().check(z.startsWith('t1.')),
  acceptedAt: ChangeOrder.shape.acceptedAt,
  messageId: ChangeOrder.shape.messageId,
})
export type LineErased = z.infer<typeof LineErased>

/** Whatever the queue of reports holds. */
export const QueuedMessage = z.discriminatedUnion('type', [ReportMessage, LineErased])
export type QueuedMessage = z.infer<typeof QueuedMessage>
