import * as z from 'zod/mini'
import { parseNumber } from './parse-number.ts'

/** The number displayed, in normal form. It may belong to a spoofed bystander. */
export const CallerIdNormal = z.object({
  kind: z.enum(['number', 'withheld', 'unavailable', 'invalid']),
  /** Such as `+14505550146`; for kind `number` only. */
  e164: z.optional(z.string()),
  /** What speaks against the number being real; `same-line` is the reporter's own number, which is never kept. */
  signs: z.array(z.string()),
})
export type CallerIdNormal = z.infer<typeof CallerIdNormal>

/** Longer texts than any display shows are not searched for a number. */
const MAX_SEARCHED = 250

const WITHHELD =
  /\b(private|privé|blocked|bloqué|anonymous|anonyme|restricted|confidentiel|masqué|no caller id)(?!\p{L})/iu
const UNAVAILABLE = /\b(unknown|inconnu|unavailable|indisponible|out of area|hors zone)(?!\p{L})/iu

/** Any text gives an answer, never an exception. National numbers are read as Canadian. */
export function normaliseCallerId(text: string, signs: string[] = []): CallerIdNormal {
  if (signs.includes('same-line')) return { kind: 'invalid', signs }
  const shown = text.slice(0, MAX_SEARCHED)
  const number = parseNumber(shown)
  if (number?.isValid()) return { kind: 'number', e164: number.number, signs }
  if (WITHHELD.test(shown)) return { kind: 'withheld', signs }
  if (UNAVAILABLE.test(shown)) return { kind: 'unavailable', signs }
  return { kind: 'invalid', signs }
}

/** The key of the caller-ID record: one per distinct normal form. */
export function callerKey(normal: CallerIdNormal): string {
  return `CALLER#${normal.e164 ?? normal.kind}`
}
