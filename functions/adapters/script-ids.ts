import { createHash } from 'node:crypto'
import { reportId } from '../domain/ids.ts'

/** The id of what links complaints (`Link.name`); a script is named after the smallest of its own. */
export function scriptId(name: string): string {
  return `scr_${reportId(createHash('sha256').update(name).digest()).slice(4)}`
}

/** The numbers that everyone quotes, as they are configured: E.164, separated by blanks. */
export function readQuotedNumbers(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter(Boolean))
}
