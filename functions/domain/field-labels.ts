import type { Language } from './problem-texts.ts'

type Label = Record<Language, string>

// The import knows a filled template by these texts: one that is changed here stays in operate/import/column-names.ts.
const LABELS: Record<string, Label> = {
  '': { en: 'The form', fr: 'Le formulaire' },
  '/call': { en: 'The call', fr: 'L’appel' },
  '/call/callerId': { en: 'Number displayed', fr: 'Numéro affiché' },
  '/call/callerName': { en: 'Name displayed', fr: 'Nom affiché' },
  '/call/receivedAt': { en: 'When the call came', fr: 'Moment de l’appel' },
  '/call/kind': { en: 'Kind of call', fr: 'Genre d’appel' },
  '/call/election': { en: 'Which election', fr: 'Quelle élection' },
  '/call/claimedToBe': { en: 'Who the caller claimed to be', fr: 'Au nom de qui on appelait' },
  '/call/message': { en: 'What was said', fr: 'Ce qui a été dit' },
  '/call/callbackNumber': { en: 'Number to call back', fr: 'Numéro à rappeler' },
  '/call/pollingPlace': { en: 'Where it sent you to vote', fr: 'Où l’on vous a dit de voter' },
  '/call/language': { en: 'Language of the call', fr: 'Langue de l’appel' },
  '/riding': { en: 'Riding', fr: 'Circonscription' },
  '/representationOrder': { en: 'Representation order', fr: 'Décret de représentation' },
  '/source': { en: 'Where this form is', fr: 'Où se trouve ce formulaire' },
  '/idempotencyKey': { en: 'Key of this form', fr: 'Clé de ce formulaire' },
  '/reporter': { en: 'You', fr: 'Vous' },
  '/reporter/phone': { en: 'Line that was called', fr: 'Ligne appelée' },
  '/reporter/ageBand': { en: 'Your age', fr: 'Votre âge' },
  '/reporter/earlierPoll': { en: 'Earlier poll', fr: 'Sondage antérieur' },
  '/reporter/earlierPoll/received': { en: 'Earlier poll: did you get one', fr: 'Sondage antérieur : reçu ou non' },
  '/reporter/earlierPoll/receivedOn': { en: 'Earlier poll: when', fr: 'Sondage antérieur : quand' },
  '/reporter/earlierPoll/callerId': { en: 'Earlier poll: number displayed', fr: 'Sondage antérieur : numéro affiché' },
  '/reporter/earlierPoll/how': { en: 'Earlier poll: how', fr: 'Sondage antérieur : comment' },
  '/reporter/earlierPoll/askedBy': { en: 'Earlier poll: asked by', fr: 'Sondage antérieur : demandé par' },
  '/reporter/earlierPoll/preference': { en: 'Earlier poll: your answer', fr: 'Sondage antérieur : votre réponse' },
}

/** Pointers of everything that has a label, parents before what they hold. */
export const LABELLED_FIELDS = Object.keys(LABELS)

/** What people call the field that a JSON Pointer points to. */
export function fieldLabel(pointer: string, language: Language): string {
  return (LABELS[pointer] ?? LABELS['']!)[language]
}
