import type { ScriptStore, StoredText } from '../adapters/script-store.ts'

type Ports = { scripts: Pick<ScriptStore, 'texts' | 'saveText' | 'forgetText' | 'bands'> }

/** Takes reporters off texts that they tell no more. What nobody is known to send is forgotten, with all that was kept of its words. */
export async function releaseTexts(left: Map<string, Set<string>>, { scripts }: Ports): Promise<void> {
  const texts = [...(await scripts.texts([...left.keys()])).values()].map((text) => without(text, left.get(text.id)!))
  for (const text of texts) {
    const isForgotten = Object.keys(text.senders).length === 0
    await (isForgotten ? scripts.forgetText(text, await scripts.bands(text.bands)) : scripts.saveText(text))
  }
}

function without({ senders, ...text }: StoredText, gone: Set<string>): StoredText {
  return { ...text, senders: Object.fromEntries(Object.entries(senders).filter(([key]) => !gone.has(key))) }
}
