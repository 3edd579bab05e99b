import type { Bilingual } from '../dataset/table.ts'

export type Code = { value: string; title: Bilingual }

/** Of a column that a row is not about: what it counts is of every value there. */
export const ALL: Code = { value: 'all', title: { en: 'all', fr: 'tous' } }

const NOT_TOLD: Code = { value: 'not-told', title: { en: 'not told', fr: 'non précisé' } }
const NOT_ANSWERED: Code = { value: 'not-answered', title: { en: 'asked, not answered', fr: 'demandé, sans réponse' } }
const UNSURE: Code = { value: 'unsure', title: { en: 'unsure', fr: 'incertain' } }

/** Every value of the dimensions that have few. */
export const CODES = {
  election: [
    { value: 'federal', title: { en: 'federal', fr: 'fédérale' } },
    { value: 'provincial', title: { en: 'provincial or territorial', fr: 'provinciale ou territoriale' } },
    { value: 'municipal', title: { en: 'municipal', fr: 'municipale' } },
    UNSURE,
  ],
  kind: [
    { value: 'recorded', title: { en: 'recorded voice', fr: 'voix enregistrée' } },
    { value: 'live', title: { en: 'live caller', fr: 'personne au bout du fil' } },
    { value: 'text', title: { en: 'text message', fr: 'message texte' } },
    UNSURE,
  ],
  door: [
    { value: 'web', title: { en: 'form or API', fr: 'formulaire ou API' } },
    { value: 'sms', title: { en: 'text message', fr: 'message texte' } },
    {
      value: 'import',
      title: { en: 'spreadsheet, as its sender says', fr: 'feuille de calcul, selon son expéditeur' },
    },
  ],
  province: [
    { value: 'NL', title: { en: 'Newfoundland and Labrador', fr: 'Terre-Neuve-et-Labrador' } },
    { value: 'PE', title: { en: 'Prince Edward Island', fr: 'Île-du-Prince-Édouard' } },
    { value: 'NS', title: { en: 'Nova Scotia', fr: 'Nouvelle-Écosse' } },
    { value: 'NB', title: { en: 'New Brunswick', fr: 'Nouveau-Brunswick' } },
    { value: 'QC', title: { en: 'Quebec', fr: 'Québec' } },
    { value: 'ON', title: { en: 'Ontario', fr: 'Ontario' } },
    { value: 'MB', title: { en: 'Manitoba', fr: 'Manitoba' } },
    { value: 'SK', title: { en: 'Saskatchewan', fr: 'Saskatchewan' } },
    { value: 'AB', title: { en: 'Alberta', fr: 'Alberta' } },
    { value: 'BC', title: { en: 'British Columbia', fr: 'Colombie-Britannique' } },
    { value: 'YT', title: { en: 'Yukon', fr: 'Yukon' } },
    { value: 'NT', title: { en: 'Northwest Territories', fr: 'Territoires du Nord-Ouest' } },
    { value: 'NU', title: { en: 'Nunavut', fr: 'Nunavut' } },
  ],
  age: [
    { value: 'under-14', title: { en: 'under 14', fr: 'moins de 14 ans' } },
    ...['14-17', '18-24', '25-34', '35-44', '45-54', '55-64'].map((value) => ({ value, title: { en: value.replace('-', ' to '), fr: `${value.replace('-', ' à ')} ans` } })), // prettier-ignore
    { value: '65-plus', title: { en: '65 and more', fr: '65 ans et plus' } },
    NOT_TOLD,
  ],
  group: [
    { value: 'misdirected', title: { en: 'misdirected', fr: 'mal dirigés' } },
    { value: 'others', title: { en: 'others', fr: 'autres' } },
  ],
  poll: [
    { value: 'yes', title: { en: 'polled before', fr: 'sondé auparavant' } },
    { value: 'no', title: { en: 'not polled before', fr: 'non sondé auparavant' } },
    UNSURE,
    NOT_ANSWERED,
    { value: 'not-asked', title: { en: 'not asked', fr: 'non demandé' } },
  ],
  pollHow: [
    { value: 'recorded', title: { en: 'recorded voice', fr: 'voix enregistrée' } },
    { value: 'live', title: { en: 'live caller', fr: 'personne au bout du fil' } },
    { value: 'door', title: { en: 'at the door', fr: 'à la porte' } },
    { value: 'other', title: { en: 'otherwise', fr: 'autrement' } },
    NOT_ANSWERED,
  ],
  pollBy: [
    { value: 'local-campaign', title: { en: 'a local campaign', fr: 'une campagne locale' } },
    { value: 'national-party', title: { en: 'a national party', fr: 'un parti national' } },
    { value: 'pollster', title: { en: 'a pollster', fr: 'un sondeur' } },
    UNSURE,
    NOT_ANSWERED,
  ],
  pollPreference: [
    { value: 'supporter', title: { en: 'for the party that asked', fr: 'pour le parti qui demandait' } },
    { value: 'opponent', title: { en: 'for another party', fr: 'pour un autre parti' } },
    { value: 'undecided', title: { en: 'undecided', fr: 'indécis' } },
    { value: 'refused', title: { en: 'did not say', fr: 'refus de répondre' } },
    NOT_ANSWERED,
  ],
  pollBefore: [
    ...['0-3', '4-7', '8-14', '15-30'].map((value) => ({ value, title: { en: `${value.replace('-', ' to ')} days`, fr: `${value.replace('-', ' à ')} jours` } })), // prettier-ignore
    { value: '31-plus', title: { en: '31 days and more', fr: '31 jours et plus' } },
    { value: 'after-the-call', title: { en: 'after the call', fr: 'après l’appel' } },
    NOT_ANSWERED,
  ],
} satisfies Record<string, Code[]>
export type CodedDimension = keyof typeof CODES
export const CODED = Object.keys(CODES) as CodedDimension[]

export function valuesOf(dimension: CodedDimension): string[] {
  return CODES[dimension].map(({ value }) => value)
}
