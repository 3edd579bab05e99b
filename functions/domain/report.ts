import * as z from 'zod/mini'
import { canonicalJson } from './canonical.ts'
import { ChangeOrder, compareOrder, type ReportMessage, Told } from './message.ts'
import { namedBeside, namedLines } from './named-lines.ts'

/** A report as it is stored: the outcome of all its changes so far. */
export const Report = z.object({
  id: z.string(),
  event: z.string(),
  /** Of the change that decides what is told. */
  order: ChangeOrder,
  /** Whose line was called, and the change that said so; absent until one did. */
  line: z.optional(z.object({ order: ChangeOrder, token: z.nullable(z.string()) })),
  /** By which an exact copy from the same place on the same day is known, as long as nobody's line is. */
  marker: z.optional(z.string()),
  /** Earlier namings of lines than `line` tells: of each token the earliest acceptance of a change that named it. */
  alsoNamed: z.optional(z.record(z.string(), z.string())),
  /** Instant of the earliest acceptance seen. */
  receivedAt: z.string(),
  /** Absent once withdrawn: then this is a tombstone, which stays. */
  told: z.optional(Told),
})
export type Report = z.infer<typeof Report>

/**
 * The report after one more change; the same object when nothing changes. The changes of a report may come in any order and any
 * number of times: the outcome is the same.
 */
export function applyChange(report: Report | undefined, message: ReportMessage): Report {
  if (report && !report.told) return report
  const { id, event, rank, acceptedAt, messageId } = message
  const order = { rank, acceptedAt, messageId }
  if (message.type === 'report.withdrawn') return { id, event, order, receivedAt: acceptedAt }
  const wins = !report || compareOrder(order, report.order) > 0
  const line = latestLine(report?.line, message.line, order)
  const receivedAt = !report || acceptedAt < report.receivedAt ? acceptedAt : report.receivedAt
  const marker = leastMarker(report?.marker, message.marker)
  const alsoNamed = namedBeside(line, [
    ...(report ? namedLines(report) : []),
    ...(message.line ? [[message.line, acceptedAt] as const] : []),
  ])
  const isKnown =
    line === report?.line &&
    marker === report?.marker &&
    receivedAt === report?.receivedAt &&
    canonicalJson(alsoNamed ?? {}) === canonicalJson(report?.alsoNamed ?? {})
  if (report && !wins && isKnown) return report
  return {
    id,
    event,
    order: wins ? order : report.order,
    ...(line ? { line } : {}),
    ...(marker ? { marker } : {}),
    ...(alsoNamed ? { alsoNamed } : {}),
    receivedAt,
    told: wins ? message.told : report.told,
  }
}

function latestLine(known: Report['line'], token: string | null | undefined, order: ChangeOrder): Report['line'] {
  if (token === undefined) return known
  return known && compareOrder(order, known.order) <= 0 ? known : { order, token }
}

// A POST that is sent again from elsewhere has another.
function leastMarker(known: string | undefined, other: string | undefined): string | undefined {
  return known && other ? (known < other ? known : other) : (known ?? other)
}
