/** First and last of the days that an edition lists, YYYY-MM-DD. */
export type Span = { from: string; to: string }

/** A riding has a row for each of them: beyond a campaign and its aftermath they would only fill files. */
export const MOST_DAYS = 120
/** So far a span reaches back at most: days that are still to come find room. */
const MOST_BACK = 60

const DAY_MS = 86_400_000

/**
 * The days of calls that are listed: from the first to the last of which enough is told, around the busiest, and all that were listed
 * before. Anyone can report a call of any day: single ones must neither make the tables long nor be seen by the row that they bring.
 */
export function listedSpan(told: ReadonlyMap<string, number>, { isEnough, before }: Listing): Span | undefined {
  const days = [...told].filter(([day, reporters]) => isEnough(day, reporters))
  const [busiest] = days.toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  let span = before ?? (busiest && { from: busiest[0], to: busiest[0] })
  if (!span) return undefined
  const start = span
  for (const [day] of days.toSorted(([a], [b]) => distance(a, start) - distance(b, start) || (a < b ? -1 : 1))) {
    const wider: Span = { from: day < span.from ? day : span.from, to: day > span.to ? day : span.to }
    if (lengthOf(wider) <= (day < span.from ? MOST_BACK : MOST_DAYS)) span = wider
  }
  return span
}

type Listing = { isEnough: (day: string, reporters: number) => boolean; before?: Span | undefined }

/** The days on which reports were received, up to the day of the edition, as long as there is room for them. */
export function receivedSpan(
  days: readonly string[],
  { asOf, before }: { asOf: string; before?: Span | undefined },
): Span {
  const all = [...days, asOf, ...(before ? [before.from] : [])].toSorted()
  const from = before?.from ?? all[0]!
  return { from, to: [all.at(-1)!, plus(from, MOST_DAYS - 1)].toSorted()[0]! }
}

export function daysOf({ from, to }: Span): string[] {
  return Array.from({ length: lengthOf({ from, to }) }, (_, n) => plus(from, n))
}

export function isIn(day: string, span: Span | undefined): boolean {
  return span !== undefined && day >= span.from && day <= span.to
}

export function lengthOf({ from, to }: Span): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1
}

function distance(day: string, { from, to }: Span): number {
  return Math.max(0, Date.parse(from) - Date.parse(day), Date.parse(day) - Date.parse(to))
}

function plus(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
}
