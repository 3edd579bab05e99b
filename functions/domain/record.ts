import * as z from 'zod/mini'
import { readSourceRecord } from './published-source.ts'
import { ridingById } from './ridings/riding.ts'

/** A riding as a row shows it; what is not resolved has its id alone. In the order of the columns. */
export const ShownRiding = z.object({
  id: z.string(),
  order: z.optional(z.string()),
  name: z.optional(z.object({ en: z.string(), fr: z.string() })),
  province: z.optional(z.string()),
})

/** A caller ID as a row shows it. In the order of the columns. */
export const ShownCallerId = z.object({
  kind: z.string(),
  e164: z.optional(z.string()),
  shortCode: z.optional(z.string()),
})

/** Where reports say that they come from, as a row shows it; without a source all that came through the door. */
export const ShownSource = z.object({ door: z.string(), source: z.nullable(z.string()) })

/** The normal attributes of a caller-ID, riding or source record, to be stored with its counts; nothing for other records. */
export function recordNormal(collection: string, record: string): { normal?: object } {
  if (collection === 'ridings') return { normal: ridingNormal(record.slice('RIDING#'.length)) }
  if (collection === 'caller-ids') return { normal: callerNormal(record.slice('CALLER#'.length)) }
  if (collection === 'sources') return { normal: readSourceRecord(record) }
  return {}
}

function ridingNormal(id: string): object {
  const riding = ridingById(id)
  return riding ? ShownRiding.parse(riding) : { id }
}

function callerNormal(form: string): object {
  if (form.startsWith('+')) return { kind: 'number', e164: form }
  const [kind, shortCode] = form.split(':')
  return { kind, ...(shortCode ? { shortCode } : {}) }
}
