import * as z from 'zod/mini'
import { readOneTimeCode } from './one-time-code.ts'

const token = z.string().check(z.regex(/^t1\.[\w-]{43}$/))

/** What a line asks of itself: how many reports it has, and a code that then opens them for a day; or that all are withdrawn. */
export const LineRequest = z.discriminatedUnion('action', [
  z.strictObject({
    action: z.literal('count'),
    token,
    code: z.string().check(z.refine((text) => readOneTimeCode(text) === text)),
  }),
  z.strictObject({ action: z.literal('erase'), token }),
])
export type LineRequest = z.infer<typeof LineRequest>

/** How many reports came through a door; of imported ones, from whose spreadsheet. */
const DoorCount = z.object({ door: z.string(), source: z.optional(z.string()), reports: z.int() })

/** How many current reports a line has, and had when it asked for their withdrawal. */
export const HeldCount = z.object({ reports: z.int(), doors: z.array(DoorCount) })
export type HeldCount = z.infer<typeof HeldCount>
export const ErasedCount = z.object({ reports: z.int() })
export type ErasedCount = z.infer<typeof ErasedCount>

type Told = { door: string; source?: string | undefined }

/** The most frequent first. Anyone may write anything as the source of a report of their own, so only an import’s is told. */
export function countByDoor(reports: readonly Told[]): HeldCount {
  const origins = Map.groupBy(reports, ({ door, source }) =>
    JSON.stringify(door === 'import' ? [door, source] : [door]),
  )
  const doors = [...origins.values()].map((those) => {
    const [{ door, source }] = those as [Told]
    return { door, ...(door === 'import' && source ? { source } : {}), reports: those.length }
  })
  const byNumber = doors.toSorted((a, b) => b.reports - a.reports || (nameOf(a) < nameOf(b) ? -1 : 1))
  return { reports: reports.length, doors: byNumber }
}

function nameOf({ door, source = '' }: Told): string {
  return `${door} ${source}`
}
