import * as z from 'zod/mini'

/**
 * What may be said about how a report is posted: by hand, or as a row of a list. Whoever posts can say either, so it is shown as
 * claimed. Whatever else stands in the address is the sender's own business.
 */
export const PostQuery = z.object({ door: z._default(z.enum(['web', 'import']), 'web') })
export type ClaimedDoor = z.infer<typeof PostQuery>['door']
