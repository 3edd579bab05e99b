/** Who sent a text, and when it was received first (ISO instants); '' where that can make no template. */
export type Senders = Record<string, string>

/** So many reporters who send one text within so few hours were given it: a campaign's template. */
const TEMPLATE_SENDERS = 10
const WINDOW_MS = 6 * 3_600_000
/** A text of fewer telling words comes to many by itself. */
const FEWEST_WORDS = 8
const MOST_SENDERS = 2 * TEMPLATE_SENDERS

/** From when to when, both inclusive, a text came as a template. */
export type Span = [from: string, to: string]

/** All of these senders. */
export function allSenders(senders: Senders, more: Senders): Senders {
  const all = new Map(Object.entries(senders))
  for (const [key, at] of Object.entries(more)) if (at < (all.get(key) ?? '~')) all.set(key, at)
  return Object.fromEntries(all)
}

/** The latest of them: enough to see whether many came at once. */
export function latestSenders(senders: Senders): Senders {
  const latest = Object.entries(senders).toSorted(([a, atA], [b, atB]) =>
    atA === atB ? (a < b ? -1 : 1) : atA < atB ? 1 : -1,
  )
  return Object.fromEntries(latest.slice(0, MOST_SENDERS))
}

/** The spans known before and those that these senders make, joined where they touch. */
export function templateSpans(known: readonly Span[], senders: Senders): Span[] {
  const times = Object.values(senders).filter(Boolean).toSorted()
  const dense = times.flatMap((from, i): Span[] => {
    const to = times[i + TEMPLATE_SENDERS - 1]
    return to !== undefined && Date.parse(to) - Date.parse(from) <= WINDOW_MS ? [[from, to]] : []
  })
  const spans: Span[] = []
  for (const [from, to] of [...known, ...dense].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const last = spans.at(-1)
    if (last && from <= last[1]) spans[spans.length - 1] = [last[0], to > last[1] ? to : last[1]]
    else spans.push([from, to])
  }
  return spans
}

export function isWithin(spans: readonly Span[], at: string): boolean {
  return spans.some(([from, to]) => from <= at && at <= to)
}

/** A forwarded text message is the same for all who got it: pasting it is evidence, not campaigning. */
export function canBeTemplate({ kind, words }: { kind: string; words: number }): boolean {
  return kind !== 'text' && words >= FEWEST_WORDS
}
