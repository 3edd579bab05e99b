import type { Bilingual } from './dataset/table.ts'

/** A person's answer, as `personOf` names it. `yes`: polled, with no preference told, or with several. */
const OTHER_PREFERENCES = ['supporter', 'undecided', 'refused'] as const

type Comparison = {
  comparison: string
  exposed: readonly string[]
  unexposed: readonly string[]
  says: Bilingual
}

/** What is compared between those misdirected and all others. Who fits neither side is left out. */
export const COMPARISONS: readonly Comparison[] = [
  {
    comparison: 'polled',
    exposed: ['yes', 'opponent', ...OTHER_PREFERENCES],
    unexposed: ['no'],
    says: {
      en: 'Exposed: an earlier poll was received. Unexposed: none was.',
      fr: 'Exposé : un sondage a été reçu auparavant. Non exposé : aucun ne l’a été.',
    },
  },
  {
    comparison: 'polled-opponent',
    exposed: ['opponent'],
    unexposed: ['no', ...OTHER_PREFERENCES],
    says: {
      en: 'Exposed: polled, and an opponent of the party that asked. Unexposed: not polled, or polled with another answer.',
      fr: 'Exposé : sondé, et opposé au parti qui sondait. Non exposé : non sondé, ou sondé avec une autre réponse.',
    },
  },
  {
    comparison: 'opponent-among-polled',
    exposed: ['opponent'],
    unexposed: OTHER_PREFERENCES,
    says: {
      en: 'Only those polled. Exposed: an opponent of the party that asked. Unexposed: supporter, undecided, or refused to say.',
      fr: 'Personnes sondées seulement. Exposé : opposé au parti qui sondait. Non exposé : partisan, indécis ou refus de répondre.',
    },
  },
]
