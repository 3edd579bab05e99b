import * as z from 'zod/mini'

const edition = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}\.[1-9]\d*$/))

/** What the schedule or an operator asks for; with nothing, what is due is done. */
export const PublishRequest = z.strictObject({
  /** What the counts are said to be as of: the time of the schedule, so that a call that is repeated writes the same again. */
  asOf: z.optional(z.iso.datetime()),
  /** Why there is to be another edition, whether a number moved or not. */
  reason: z.optional(z.strictObject({ en: z.string().check(z.minLength(1)), fr: z.string().check(z.minLength(1)) })),
  /** The draft that everyone may read from now on. */
  approve: z.optional(edition),
  /** The draft that nobody will. */
  discard: z.optional(edition),
})
export type PublishRequest = z.infer<typeof PublishRequest>
