import * as z from 'zod/mini'

/** A riding as it was told, resolved or not. Without `id` it is counted as not resolved. */
export const RidingNormal = z.object({
  /** OCD division id. */
  id: z.optional(z.string()),
  order: z.enum(['2003', '2013', '2023']),
  /** By what it was found, or what is known of it; `none` where nothing is. */
  method: z.enum(['number', 'name', 'alias', 'close', 'postal', 'none']),
  /** That `id` is what was meant, from 0 to 1: it ranks the methods, and is no measured share. Absent in what version 1 stored. */
  confidence: z.optional(z.number()),
  /** Two letters, where that much is sure. */
  province: z.optional(z.string()),
  /** Ids of the ridings that may be meant where none is sure, the likeliest first; at most ten. */
  candidates: z._default(z.array(z.string()), []),
  /** A postal code was given, and no table says which ridings it lies in. */
  note: z.optional(z.literal('no-postal-table')),
})
export type RidingNormal = z.infer<typeof RidingNormal>

/** The key of the riding record: one per riding, and one for all that is not resolved. */
export function ridingKey({ id }: Pick<RidingNormal, 'id'>): string {
  return `RIDING#${id ?? 'unresolved'}`
}
