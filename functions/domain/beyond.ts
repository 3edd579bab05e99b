import { ALPHABET } from './ids.ts'
import { namedLines } from './named-lines.ts'
import type { Report } from './report.ts'
import { reporterKey } from './reporter.ts'

/**
 * Under which key a line's reports are listed that its reporter does not hold: those beyond the limit, and those that have named it
 * and belong to another line, or to nobody, now. In 32 parts, by the first character of the report's id.
 */
export function beyondKey(token: string, reportId: string): string {
  return `BEYOND#${token}#${reportId.charAt('rpt_'.length)}`
}

export function beyondKeys(token: string): string[] {
  return Array.from(ALPHABET, (character) => `BEYOND#${token}#${character}`)
}

/** The lines under which a report filed there is to be listed, each with the earliest change that named it. */
export function listings(report: Report, filedUnder: string | undefined): Record<string, string> {
  if (!report.told) return {}
  return Object.fromEntries(
    namedLines(report).filter(([token]) => reporterKey({ id: report.id, token }) !== filedUnder),
  )
}
