import { isOverLimit, type Reporter } from '../reporter.ts'
import { type Features, unpackFeatures } from '../text-features.ts'
import type { Grouping } from './grouped.ts'
import { linksOf } from './script-links.ts'
import { canBeTemplate, type Senders } from './templates.ts'

/** A text and who of some reporters sends it, with when it was received first; '' where that can make no template. */
export type SentText = { features: Features; senders: Senders }

/** The texts of these reporters by their nodes. */
export function sentTexts(reporters: readonly Reporter[], { quoted, idOf }: Grouping): Map<string, SentText> {
  const texts = new Map<string, SentText>()
  for (const { key, reports } of reporters) {
    for (const report of Object.values(reports)) {
      const link = linksOf(report, quoted).find(({ reason }) => reason === 'text')
      if (!link || !report.text) continue
      const id = idOf(link.name)
      const text = texts.get(id) ?? { features: unpackFeatures(report.text), senders: {} }
      const isCounted = canBeTemplate({ kind: report.kind, words: text.features.length })
      const at = isCounted && !isOverLimit({ key }) ? report.receivedAt : ''
      const known = text.senders[key]
      text.senders[key] = known && (!at || known < at) ? known : at
      texts.set(id, text)
    }
  }
  return texts
}
