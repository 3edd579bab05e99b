import type { ScriptStore, StoredText } from '../adapters/script-store.ts'
import type { Bands } from '../domain/scripts/join-texts.ts'
import { withoutText } from '../domain/scripts/representatives.ts'

type Ports = { scripts: Pick<ScriptStore, 'texts' | 'saveText' | 'forgetText' | 'bands' | 'saveBands'> }

/** Takes reporters off texts that they tell no more. What nobody is known to send is forgotten, with all that was kept of its words. */
export async function releaseTexts(left: Map<string, Set<string>>, { scripts }: Ports): Promise<void> {
  const texts = [...(await scripts.texts([...left.keys()])).values()].map((text) => without(text, left.get(text.id)!))
  const forgotten = texts.filter(({ senders }) => Object.keys(senders).length === 0)
  const { bands, versions } = await scripts.bands(forgotten.flatMap((text) => text.bands))
  await scripts.saveBands(emptied(forgotten, bands), versions)
  for (const text of texts) await (forgotten.includes(text) ? scripts.forgetText(text) : scripts.saveText(text))
}

function without({ senders, ...text }: StoredText, gone: Set<string>): StoredText {
  return { ...text, senders: Object.fromEntries(Object.entries(senders).filter(([key]) => !gone.has(key))) }
}

function emptied(texts: readonly StoredText[], bands: Bands): Bands {
  const changed: Bands = new Map()
  for (const { id, bands: names } of texts) {
    for (const name of names) {
      const before = bands.get(name) ?? []
      const after = withoutText(before, id)
      if (after === before) continue
      bands.set(name, after)
      changed.set(name, after)
    }
  }
  return changed
}
