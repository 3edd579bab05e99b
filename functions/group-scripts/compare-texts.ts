import { isDeepStrictEqual } from 'node:util'
import type { ScriptStore, StoredText } from '../adapters/script-store.ts'
import { type BandedText, joinTexts } from '../domain/scripts/join-texts.ts'
import { bandsOf } from '../domain/scripts/min-hash.ts'
import { withoutText } from '../domain/scripts/representatives.ts'
import type { SentText } from '../domain/scripts/sent-texts.ts'
import { changeSending } from '../domain/scripts/templates.ts'

type Ports = { scripts: Pick<ScriptStore, 'texts' | 'bands' | 'saveBands'> }

export type ComparedTexts = {
  /** Nodes whose texts are alike. */
  alike: [string, string][]
  /** All of these texts, as they are now. */
  texts: Map<string, StoredText>
  /** Those of them that are still to be saved. A text that is saved is compared no more: first comes what follows from it. */
  unsaved: StoredText[]
  /** Reporters whose sending turns out to be of a template now, or of none. */
  concerned: Set<string>
}

type Noted = { text: StoredText; concerned: string[] }

/** Finds what is like these texts, puts the new ones into their bands, and notes who sends them. Throws a ConflictError when another invocation came first. */
export async function compareTexts(sent: Map<string, SentText>, { scripts }: Ports): Promise<ComparedTexts> {
  const known = await scripts.texts([...sent.keys()])
  const banded = [...sent].map(([id, text]) => ({ id, ...text, bands: known.get(id)?.bands ?? bandsOf(text.features) }))
  const fresh = banded.filter(({ id }) => isGoing(known.get(id) ?? NOBODY))
  const { bands, versions } = await scripts.bands(fresh.flatMap((text) => text.bands))
  // What is about to be forgotten is put in again, so that whoever forgets it finds its bands changed.
  const going = fresh.filter(({ id }) => known.has(id))
  for (const [name, those] of bands) bands.set(name, going.reduce((rest, { id }) => withoutText(rest, id), those)) // prettier-ignore
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

const NOBODY = { senders: {} }

function isGoing({ senders }: Pick<StoredText, 'senders'>): boolean {
  return Object.keys(senders).length === 0
}

/** The text with these senders noted, and whom that concerns; undefined when nothing changes. */
function noted({ id, bands, senders: came }: BandedText & SentText, known?: StoredText): Noted | undefined {
  const { version, ...before } = known ?? { version: 0, senders: {}, spans: [] }
  const { concerned, ...sending } = changeSending(before, { came })
  const text = { id, version, bands: [...bands], ...sending }
  return known && isDeepStrictEqual(text, known) ? undefined : { text, concerned }
}
