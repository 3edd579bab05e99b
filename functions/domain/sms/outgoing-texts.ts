import type { Language } from '../problem-texts.ts'
import { fitsSegment, SEGMENT, toGsm7 } from './gsm7.ts'

/**
 * What stands for a code in a text that is kept, as long as the code, which is made anew whenever the text is given: private
 * characters, which no part that others wrote can hold.
 */
export const CODE = '\uE000'.repeat(14)
export const ERASE_CODE = '\uE001'.repeat(6)
export const RECEIPT = '\uE002'.repeat(49)

type Parts = Record<string, string>
type Text = Record<Language, (parts: Parts) => string>

/**
 * Every text that goes out, in both languages, saying the same. Each fits one message of 160 GSM-7 characters: ê, ô, ç and
 * long dashes are not in it, so French does without them.
 */
export const OUTGOING = {
  kept: {
    en: ({ id }) => `Before voting check elections.ca or 1-800-463-6868, not the call. Receipt: ${id} ${RECEIPT}`,
    fr: ({ id }) => `Avant de voter: elections.ca ou 1-800-463-6868, et non l'appel. Recu: ${id} ${RECEIPT}`,
  },
  number: {
    en: () => 'Which number did the call or text come from, as displayed? (0 = skip)',
    fr: () => "De quel numéro venait l'appel ou le texto, tel qu'affiché? (0 = passer)",
  },
  place: {
    en: () => 'Where do you vote? Text the name of your federal riding, or your postal code. (0 = skip)',
    fr: () => 'Où votez-vous? Textez le nom de votre circonscription fédérale, ou votre code postal. (0 = passer)',
  },
  choice: {
    en: ({ choices }) => `Which riding? ${choices}, or its name (0 = skip)`,
    fr: ({ choices }) => `Laquelle? ${choices}, ou son nom (0 = passer)`,
  },
  time: {
    en: () => 'When did it come? For example: today 10:15 am, or May 2 at 10 am. (0 = skip)',
    fr: () => "Quand est-ce arrivé? Par exemple: aujourd'hui 10h15, ou 2 mai à 10h. (0 = passer)",
  },
  thanks: {
    en: () => 'Thank you, that is all we ask. Text a number, place or time within 3 days to add it. SHOW: what we hold on this line. ERASE: remove it.',
    fr: () => "Merci, c'est tout. Textez un numéro, un lieu ou un moment d'ici 3 jours pour l'ajouter. VOIR: nos données sur cette ligne. EFFACER: les retirer.",
  },
  added: {
    en: () => 'Added to your report, thank you.',
    fr: () => 'Ajouté à votre signalement, merci.',
  },
  noted: {
    en: () => 'Noted with your report, thank you.',
    fr: () => 'Noté avec votre signalement, merci.',
  },
  picture: {
    en: () => 'We cannot see pictures. Please text what it says, in words.',
    fr: () => "Nous ne voyons pas les images. Textez-nous ce qu'elle dit, en mots.",
  },
  nothing: {
    en: () => 'To report a deceptive election call: forward the text, or tell us what was said, from which number, when, and your riding. HELP for more.',
    fr: () => "Pour signaler un appel électoral trompeur: transférez le texto, ou dites ce qui a été dit, de quel numéro, quand, et votre circonscription. AIDE.",
  },
  help: {
    en: () => 'Reports of deceptive election calls. Where to vote: 1-800-463-6868. SHOW: what we hold on you. ERASE: remove it. STOP: no more texts. FR: francais.',
    fr: () => 'Signalement des appels électoraux trompeurs. Où voter: 1-800-463-6868. VOIR: nos données sur vous. EFFACER. ARRET: plus de textos. EN: English.',
  },
  stopped: {
    en: () => 'You will get no more texts from us. What you report still counts. Text START to hear from us again, also for SHOW and ERASE.',
    fr: () => 'Vous ne recevrez plus de textos de nous. Vos signalements comptent. Textez START pour reprendre, aussi pour VOIR et EFFACER.',
  },
  started: {
    en: () => 'You will get our texts again. Forward a deceptive text, or tell us about a call. HELP for more, STOP to end.',
    fr: () => "Vous recevrez de nouveau nos textos. Transférez un texto trompeur, ou racontez un appel. AIDE pour en savoir plus, ARRET pour cesser.",
  },
  speaking: {
    en: () => 'We will write to you in English.',
    fr: () => 'Nous vous écrirons en francais.',
  },
  holdings: {
    en: ({ reports, doors }) => `Reports that bear this line: ${reports} (${doors}).`,
    fr: ({ reports, doors }) => `Signalements qui portent cette ligne: ${reports} (${doors}).`,
  },
  code: {
    en: () => `Code that opens them once within 24 hours (API, reports/held): ${CODE}. To remove them all: ERASE.`,
    fr: () => `Code qui les ouvre une fois d'ici 24 heures (API, reports/held): ${CODE}. Pour tout retirer: EFFACER.`,
  },
  notALine: {
    en: () => 'SHOW and ERASE work only from a phone number that can be called.',
    fr: () => "VOIR et EFFACER ne vont que d'un numéro de téléphone que l'on peut appeler.",
  },
  nothingHeld: {
    en: () => 'We hold no report that bears this line.',
    fr: () => "Nous n'avons aucun signalement qui porte cette ligne.",
  },
  confirmErasing: {
    en: () => `To remove every report that bears this line, text back ${ERASE_CODE} within 15 minutes.`,
    fr: () => `Pour retirer tout signalement qui porte cette ligne, textez ${ERASE_CODE} d'ici 15 minutes.`,
  },
  wrongCode: {
    en: () => 'That is not the code. Text ERASE for a new one.',
    fr: () => "Ce n'est pas le code. Textez EFFACER pour en avoir un autre.",
  },
  erased: {
    en: () => 'Every report that bears this line is being removed. Copies remain up to 35 days in backups that nobody reads.',
    fr: () => 'Tout signalement qui porte cette ligne est en voie de retrait. Des copies restent au plus 35 jours dans des sauvegardes que personne ne lit.',
  },
} satisfies Record<string, Text> // prettier-ignore
export type OutgoingText = keyof typeof OUTGOING

/** A text as it goes out. What others wrote into it is cut where it would make a second message; ids and receipts never need it. */
export function outgoing(name: OutgoingText, language: Language, parts: Parts = {}): string {
  const plain = Object.fromEntries(Object.entries(parts).map(([part, text]) => [part, toGsm7(text)]))
  const text = OUTGOING[name][language](plain)
  return isOneMessage(text) ? text : `${text.slice(0, SEGMENT - 3)}...`
}

function isOneMessage(text: string): boolean {
  return fitsSegment(text.replace(/[\uE000-\uE002]/g, 'X'))
}

/** As many of these as one message holds, numbered from 1; undefined when it does not hold all of them. */
export function numberedChoices(names: string[], language: Language): string | undefined {
  const choices = names.map((name, n) => `${n + 1} ${name}`).join(', ')
  return isOneMessage(OUTGOING.choice[language]({ choices: toGsm7(choices) })) ? choices : undefined
}
