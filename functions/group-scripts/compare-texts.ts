import type { ScriptStore, StoredText } from '../adapters/script-store.ts'
import { type BandedText, joinTexts } from '../domain/scripts/join-texts.ts'
import { bandsOf } from '../domain/scripts/min-hash.ts'
import type { SentText } from '../domain/scripts/sent-texts.ts'
import { allSenders, isWithin, latestSenders, templateSpans } from '../domain/scripts/templates.ts'

type Ports = { scripts: Pick<ScriptStore, 'texts' | 'bands' | 'saveBands'> }

export type ComparedTexts = {
  /** Nodes whose texts are alike. */
  alike: [string, string][]
  /** All of these texts, as they are now. */
  texts: Map<string, StoredText>
  /** Those of them that are still to be saved. A text that is saved is compared no more: first comes what follows from it. */
  unsaved: StoredText[]
  /** Reporters who sent earlier what now turns out to be a template. */
  concerned: Set<string>
}

type Noted = { text: StoredText; concerned: string[] }

/** Finds what is like these texts, puts the new ones into their bands, and notes who sends them. Throws a ConflictError when another invocation came first. */
export async function compareTexts(sent: Map<string, SentText>, { scripts }: Ports): Promise<ComparedTexts> {
  const known = await scripts.texts([...sent.keys()])
  const banded = [...sent].map(([id, text]) => ({ id, ...text, bands: known.get(id)?.bands ?? bandsOf(text.features) }))
  const fresh = banded.filter(({ id }) => !known.has(id))
  const { bands, versions } = await scripts.bands(fresh.flatMap((text) => text.bands))
  const { changed, alike } = joinTexts(fresh, bands)
  await scripts.saveBands(changed, versions)

  const news = banded.flatMap((text) => noted(text, known.get(text.id)) ?? [])
  const unsaved = news.map(({ text }) => text)
  return {
    alike,
    texts: new Map([...known, ...unsaved.map((text) => [text.id, text] as const)]),
    unsaved,
    concerned: new Set(news.flatMap(({ concerned }) => concerned)),
  }
}

/** The text with these senders noted, and those whose sending lies in a span that was none before; undefined when nothing changes. */
function noted({ id, bands, senders: more }: BandedText & SentText, known?: StoredText): Noted | undefined {
  const before = known?.senders ?? {}
  const all = allSenders(before, more)
  const senders = latestSenders(all)
  const isNews = Object.entries(senders).some(([key, at]) => before[key] !== at)
  if (known && !isNews) return undefined
  const { version, spans: past } = known ?? { version: 0, spans: [] }
  const spans = templateSpans(past, all)
  const concerned = Object.entries(all).flatMap(([key, at]) =>
    isWithin(spans, at) && !isWithin(past, at) ? [key] : [],
  )
  return { text: { id, version, bands: [...bands], senders, spans }, concerned }
}
