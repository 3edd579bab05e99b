import type { Report } from './report.ts'

/** A line's token, and the earliest acceptance of a change that named it. */
export type Naming = readonly [token: string, since: string]

/** The lines named first and the present one are remembered: whoever names another line with each PUT fills no table. */
const MOST_NAMED = 8

/** Each line that a change of the report has named. */
export function namedLines({ line, alsoNamed = {} }: Pick<Report, 'line' | 'alsoNamed'>): Naming[] {
  const present: Naming[] = line?.token ? [[line.token, line.order.acceptedAt]] : []
  return earliest([...Object.entries(alsoNamed), ...present])
}

/** What of these namings `line` does not tell by itself; undefined when it tells all. */
export function namedBeside(line: Report['line'], namings: Naming[]): Record<string, string> | undefined {
  const beside = earliest(namings)
    .slice(0, MOST_NAMED)
    .filter(([token, since]) => token !== line?.token || since !== line.order.acceptedAt)
  return beside.length > 0 ? Object.fromEntries(beside) : undefined
}

function earliest(namings: Naming[]): Naming[] {
  const first = new Map<string, string>()
  for (const [token, since] of namings) if (since < (first.get(token) ?? '~')) first.set(token, since)
  return [...first].toSorted(([a, since], [b, other]) => (since + a < other + b ? -1 : 1))
}
