import * as z from 'zod/mini'
import type { Memory } from '../protection/memory.ts'
import type { LoggedEdition } from './edition-of.ts'
import type { Listed } from './fold-unlisted.ts'

const Known = z.object({ edition: z.string(), number: z.int(), asOf: z.string() })

/**
 * Which edition everyone may read, and which one waits for that. From `isApproved` on nothing holds a draft back: whoever finds it so
 * finishes what was begun.
 */
export const EditionState = z.object({
  v: z.literal(1),
  published: z.optional(Known),
  draft: z.optional(z.extend(Known, { releaseAt: z.string(), isApproved: z.boolean() })),
})
export type EditionState = z.infer<typeof EditionState>
export type Draft = NonNullable<EditionState['draft']>

export const NO_EDITION: EditionState = { v: 1 }

/** What is kept of an edition, where nobody reads it, for the one that comes after it; of one that another rule made, no memory. */
export type Kept = { v: 2; memory?: Memory; listed: Listed; log: LoggedEdition[] }

/** Whether anything was reported, and a number that is shown is another, or is no longer: what brings a new edition. */
export function hasMoved(before: Memory, after: Memory): boolean {
  if (before.fingerprint === after.fingerprint) return false
  return Object.entries(after.cells).some(([id, { shown }]) => {
    const was = before.cells[id]?.shown
    return isOther(was?.all, shown.all) || isOther(was?.own, shown.own)
  })
}

function isOther(before: unknown, after: unknown): boolean {
  const isShown = typeof before === 'object' || typeof after === 'object'
  return isShown && JSON.stringify(before) !== JSON.stringify(after)
}
