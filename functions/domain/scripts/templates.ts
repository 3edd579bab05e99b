/** Who sent a text, and when it was received first (ISO instants); '' where that can make no template. */
export type Senders = Record<string, string>

/** From when to when, both inclusive, a text came as a template. */
export type Span = [from: string, to: string]

/** What is noted of the sending of a text. */
export type Sending = {
  senders: Senders
  spans: Span[]
  /** Whether some were not noted: then it cannot be said what the spans would be without one who goes. */
  isPartial?: boolean | undefined
}

/** So many reporters who send one text within so few hours were given it: a campaign's template. */
const TEMPLATE_SENDERS = 10
const WINDOW_MS = 6 * 3_600_000
/** A text of fewer telling words comes to many by itself. */
const FEWEST_WORDS = 8
/** Of those whose times decide what is a span, and of those who make none. */
const MOST_TIMED = 100
const MOST_UNTIMED = 20

type Change = { came?: Senders; gone?: ReadonlySet<string> }

/** The sending once these came, or send otherwise, and those went; and who of all is marked now and was not, or was and is not. */
export function changeSending(before: Sending, { came = {}, gone }: Change): Sending & { concerned: string[] } {
  const all = Object.fromEntries(Object.entries({ ...before.senders, ...came }).filter(([key]) => !gone?.has(key)))
  const spans = templateSpans(before.isPartial ? before.spans : [], all)
  const senders = notedSenders(all, spans)
  const isPartial = before.isPartial || Object.keys(senders).length < Object.keys(all).length
  const isConcerned = (at: string) => isWithin(spans, at) !== isWithin(before.spans, at)
  const concerned = Object.entries(all).flatMap(([key, at]) => (isConcerned(at) ? [key] : []))
  return { senders, spans, ...(isPartial ? { isPartial } : {}), concerned }
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

/**
 * Who of them must be known to say which spans others will make with them: who came outside of all spans, and the first and last nine
 * within each. Ten at once that hold one from between lie within the span already. Of very many the latest.
 */
function notedSenders(all: Senders, spans: readonly Span[]): Senders {
  const ordered = Object.entries(all).toSorted(([a, atA], [b, atB]) =>
    atA === atB ? (a < b ? -1 : 1) : atA < atB ? 1 : -1,
  )
  const timed = ordered.filter(([, at]) => at)
  const between = new Set(spans.flatMap((span) => timed.filter(([, at]) => isWithin([span], at)).slice(TEMPLATE_SENDERS - 1, 1 - TEMPLATE_SENDERS))) // prettier-ignore
  const deciding = timed.filter((sender) => !between.has(sender)).slice(0, MOST_TIMED)
  const untimed = ordered.filter(([, at]) => !at).slice(0, MOST_UNTIMED)
  return Object.fromEntries([...deciding, ...untimed])
}
