import type { ScriptStore, StoredText } from '../adapters/script-store.ts'
import { changeSending } from '../domain/scripts/templates.ts'

type Ports = { scripts: Pick<ScriptStore, 'texts' | 'saveText' | 'forgetText' | 'bands'> }

/** Takes reporters off texts that they tell no more: the texts as they are to be, and who else is concerned. */
export async function releaseTexts(
  left: Map<string, Set<string>>,
  { scripts }: Pick<{ scripts: Pick<ScriptStore, 'texts'> }, 'scripts'>,
): Promise<{ released: Map<string, StoredText>; concerned: string[] }> {
  const texts = [...(await scripts.texts([...left.keys()])).values()].map((text) => {
    const { concerned, ...sending } = changeSending(text, { gone: left.get(text.id)! })
    return { concerned, text: { ...text, ...sending } }
  })
  return {
    released: new Map(texts.map(({ text }) => [text.id, text])),
    concerned: texts.flatMap(({ concerned }) => concerned),
  }
}

/** Saves them. What nobody is known to send is forgotten, with all that was kept of its words. */
export async function saveReleased(texts: Iterable<StoredText>, { scripts }: Ports): Promise<void> {
  for (const text of texts) {
    const isForgotten = Object.keys(text.senders).length === 0
    await (isForgotten ? scripts.forgetText(text, await scripts.bands(text.bands)) : scripts.saveText(text))
  }
}
