import type { ScriptStore, StoredText } from '../adapters/script-store.ts'
import { joinTexts } from '../domain/scripts/join-texts.ts'
import { bandsOf } from '../domain/scripts/min-hash.ts'
import type { SentText } from '../domain/scripts/sent-texts.ts'
import { isWithin, templateSpans, withSenders } from '../domain/scripts/templates.ts'

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

/** Finds what is like these texts, puts the new ones into their bands, and notes who sends them. Throws a ConflictError when another invocation came first. */
export async function compareTexts(sent: Map<string, SentText>, { scripts }: Ports): Promise<ComparedTexts> {
  const known = await scripts.texts([...sent.keys()])
  const fresh = [...sent]
    .filter(([id]) => !known.has(id))
    .map(([id, { features }]) => ({ id, features, bands: bandsOf(features) }))
  const { bands, versions } = await scripts.bands(fresh.flatMap((text) => text.bands))
  const { changed, alike } = joinTexts(fresh, bands)
  await scripts.saveBands(changed, versions)

  const unsaved = [...sent].flatMap(([id, text]) => noted({ id, ...text }, known.get(id)) ?? [])
  return {
    alike,
    texts: new Map([...known, ...unsaved.map((text) => [text.id, text] as const)]),
    unsaved,
    concerned: new Set(unsaved.flatMap((text) => concernedBy(text, known.get(text.id)))),
  }
}

/** The text with these senders among its latest; undefined when that changes nothing. */
function noted({ id, features, senders: more }: SentText & { id: string }, known?: StoredText): StoredText | undefined {
  const before = known?.senders ?? {}
  const senders = withSenders(before, more)
  const isNews = Object.entries(senders).some(([key, at]) => before[key] !== at)
  if (known && !isNews) return undefined
  const { version, bands } = known ?? { version: 0, bands: bandsOf(features) }
  return { id, version, bands, senders, spans: templateSpans(known?.spans ?? [], senders) }
}

function concernedBy({ senders, spans }: StoredText, before: StoredText | undefined): string[] {
  const known = before?.spans ?? []
  return Object.entries(senders).flatMap(([key, at]) => (isWithin(spans, at) && !isWithin(known, at) ? [key] : []))
}
