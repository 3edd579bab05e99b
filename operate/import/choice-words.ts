import type { Language } from '../../functions/domain/problem-texts.ts'
import { plainText } from '../../functions/domain/plain-text.ts'

type Words = Record<string, string[]>

const UNSURE = ['unsure', 'not sure', 'unknown', 'do not know', 'don t know', 'incertain', 'pas sur', 'pas certain', 'inconnu', 'ne sais pas', 'ne sait pas'] // prettier-ignore
const RECORDED = ['recorded', 'recording', 'recorded message', 'pre recorded', 'prerecorded', 'automated', 'automatic', 'robocall', 'robo call', 'enregistre', 'enregistree', 'enregistrement', 'message enregistre', 'automatise', 'automatique', 'robot', 'machine', 'recorded voice', 'recorded call', 'voix enregistree', 'appel enregistre', 'appel automatise'] // prettier-ignore
const LIVE = ['live', 'live person', 'live caller', 'person', 'human', 'en direct', 'direct', 'personne', 'humain', 'de vive voix', 'vive voix', 'real person', 'vraie personne', 'une personne', 'a person'] // prettier-ignore
// Of a call; of a poll it is one at the door.
const IN_PERSON = ['in person', 'en personne']
const OTHER = ['other', 'autre']

/** What people write in a column of choices, in either language, beside the choice itself. */
const WORDS: Record<string, Words> = {
  'call.kind': {
    recorded: RECORDED,
    live: [...LIVE, ...IN_PERSON],
    text: ['text', 'text message', 'sms', 'texto', 'message texte', 'texte', 'texting', 'txt', 'text sms', 'sms text'],
    unsure: UNSURE,
  },
  'call.election': {
    federal: ['federal', 'federale'],
    provincial: ['provincial', 'provinciale'],
    municipal: ['municipal', 'municipale'],
    unsure: UNSURE,
  },
  'call.language': {
    en: ['english', 'anglais', 'eng', 'ang'],
    fr: ['french', 'francais', 'fra', 'fre'],
    zh: ['chinese', 'chinois', 'mandarin'],
    yue: ['cantonese', 'cantonais'],
    pa: ['punjabi', 'pendjabi'],
    es: ['spanish', 'espagnol'],
    ar: ['arabic', 'arabe'],
    it: ['italian', 'italien'],
    pt: ['portuguese', 'portugais'],
  },
  'reporter.earlierPoll.received': {
    yes: ['yes', 'y', 'oui', 'o', 'true', 'vrai', '1'],
    no: ['no', 'n', 'non', 'false', 'faux', '0'],
    unsure: UNSURE,
  },
  'reporter.earlierPoll.how': {
    recorded: RECORDED,
    live: LIVE,
    door: ['door', 'at the door', 'porte', 'a la porte', 'porte a porte', ...IN_PERSON],
    other: OTHER,
  },
  'reporter.earlierPoll.askedBy': {
    'local-campaign': ['local campaign', 'campaign', 'local candidate', 'candidate', 'campagne locale', 'campagne', 'candidat', 'candidate locale', 'candidat local'], // prettier-ignore
    'national-party': ['national party', 'party', 'parti national', 'parti'],
    pollster: ['pollster', 'polling firm', 'polling company', 'sondeur', 'maison de sondage', 'firme de sondage'],
    unsure: UNSURE,
  },
  'reporter.earlierPoll.preference': {
    supporter: ['supporter', 'support', 'supports', 'partisan', 'partisane', 'sympathisant', 'sympathisante', 'appui'],
    opponent: ['opponent', 'opposed', 'against', 'opposant', 'opposante', 'adversaire', 'contre'],
    undecided: ['undecided', 'indecis', 'indecise'],
    refused: ['refused', 'refuse', 'refus', 'declined', 'did not say', 'a refuse'],
  },
}

/** What a choice is called in French, where it has a name of its own; `readChoice` reads it. */
const IN_FRENCH: Record<string, string> = {
  recorded: 'enregistré',
  live: 'en direct',
  text: 'texto',
  unsure: 'incertain',
  federal: 'fédérale',
  provincial: 'provinciale',
  municipal: 'municipale',
  yes: 'oui',
  no: 'non',
  door: 'porte à porte',
  other: 'autre',
  'local-campaign': 'campagne locale',
  'national-party': 'parti national',
  pollster: 'sondeur',
  supporter: 'sympathisant',
  opponent: 'opposant',
  undecided: 'indécis',
  refused: 'refus',
  'under-14': 'moins de 14 ans',
  '65-plus': '65 et plus',
}

/** A choice as people write it in a language. */
export function choiceName(choice: string, language: Language): string {
  return language === 'fr' ? (IN_FRENCH[choice] ?? choice) : choice
}

const AGE_BANDS: [from: number, name: string][] = [[65, '65-plus'], [55, '55-64'], [45, '45-54'], [35, '35-44'], [25, '25-34'], [18, '18-24'], [14, '14-17'], [0, 'under-14']] // prettier-ignore

/** The choice that a text names, or the text as it is, for the API to refuse. */
export function readChoice(field: string, text: string): string {
  const words = wordsOf(text)
  // Where a field has no word for it, it is as if nothing was said.
  if (/^\s*[?]+\s*$/.test(text)) return WORDS[field] && 'unsure' in WORDS[field] ? 'unsure' : ''
  if (field === 'reporter.ageBand') return ageBand(words) ?? text
  if (field === 'representationOrder') return /^(20[012]3)\b/.exec(words)?.[1] ?? text
  const found = Object.entries(WORDS[field] ?? {}).find(([choice, known]) => choice === text || known.includes(words))
  return found?.[0] ?? text
}

/** A text as its words alone: without case, accents, and what stands between them. */
export function wordsOf(text: string): string {
  return plainText(text).replace(/[^a-z\d]+/g, ' ').trim() // prettier-ignore
}

/** `45-54`, `45 to 54`, `65+`, `moins de 14 ans`, or an age in years. */
function ageBand(words: string): string | undefined {
  if (/^(?:under|below|moins de) 14\b/.test(words)) return 'under-14'
  const [, from, to] = /^(\d{1,2})(?: (?:to |a |et )?(\d\d))?(?: (?:plus|et plus|ans et plus|and over|or over|and older|or older|years?|years old|ans|yrs?))*$/.exec(words) ?? [] // prettier-ignore
  if (from === undefined) return undefined
  const [, name] = AGE_BANDS.find(([least]) => Number(from) >= least)!
  return to === undefined || name === `${from}-${to}` ? name : undefined
}
