import * as z from 'zod/mini'

/** What can be asked of the ridings: what was typed, and the representation order or a day that decides it. */
export const RidingsQuery = z.strictObject({
  q: z._default(z.string().check(z.maxLength(200, 'too-long')), ''),
  order: z.optional(z.enum(['2003', '2013', '2023'])),
  date: z.optional(z.iso.date('not-a-date')),
})
export type RidingsQuery = z.infer<typeof RidingsQuery>
