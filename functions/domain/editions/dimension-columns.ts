import type { Bilingual, Column } from '../dataset/table.ts'
import { CODES } from './codes.ts'
import { keyColumn } from './columns.ts'

const ELECTIONS_CANADA = {
  title: {
    en: 'Elections Canada, names of the federal electoral districts',
    fr: 'Élections Canada, noms des circonscriptions fédérales',
  },
  path: 'https://www.elections.ca/',
}

export const election = keyColumn(
  'election',
  { en: 'Election', fr: 'Élection' },
  { en: 'Which election the call was about.', fr: 'Élection dont il était question.' },
  CODES.election,
)
export const kind = keyColumn(
  'kind',
  { en: 'Kind of call', fr: 'Type d’appel' },
  { en: 'How the call came.', fr: 'Forme de l’appel.' },
  CODES.kind,
)
export const door = keyColumn(
  'door',
  { en: 'Door', fr: 'Porte' },
  { en: 'How the report came.', fr: 'Voie d’arrivée du signalement.' },
  CODES.door,
)
export const province = keyColumn(
  'province',
  { en: 'Province or territory', fr: 'Province ou territoire' },
  {
    en: 'Of the call, where that much is known. Calls of no known province are in no row of one.',
    fr: 'De l’appel, lorsqu’on le sait. Les appels sans province connue ne figurent dans aucune.',
  },
  CODES.province,
)
export const riding = keyColumn(
  'riding.id',
  { en: 'Riding', fr: 'Circonscription' },
  {
    en: 'Open Civic Data division id, with its representation order; `unresolved` for federal calls of no known riding, or of one under an order that few tell of.',
    fr: 'Identifiant Open Civic Data, avec son décret de représentation; `unresolved` pour les appels fédéraux sans circonscription connue, ou d’un décret que peu rapportent.',
  },
)
export const age = keyColumn(
  'age',
  { en: 'Age band', fr: 'Groupe d’âge' },
  { en: 'Of the reporter, in years, as told.', fr: 'De la personne, en années, selon ses dires.' },
  CODES.age,
)
export const group = keyColumn(
  'group',
  { en: 'Who', fr: 'Qui' },
  {
    en: 'Misdirected: the report says that the call told of another polling place, or sent the voter to one. Others: all other reports.',
    fr: 'Mal dirigés : le signalement dit que l’appel parlait d’un autre lieu de vote, ou y envoyait la personne. Autres : tous les autres signalements.',
  },
  CODES.group,
)
export const poll = keyColumn(
  'poll',
  { en: 'Earlier poll', fr: 'Sondage antérieur' },
  {
    en: 'Whether somebody had asked the reporter before whom they support.',
    fr: 'Si quelqu’un avait auparavant demandé à la personne qui elle appuie.',
  },
  CODES.poll,
)
export const pollHow = keyColumn(
  'how',
  { en: 'How', fr: 'Moyen' },
  { en: 'How one was polled.', fr: 'Moyen du sondage.' },
  CODES.pollHow,
)
export const pollBy = keyColumn(
  'askedBy',
  { en: 'By whom', fr: 'Par qui' },
  { en: 'Who asked.', fr: 'Qui demandait.' },
  CODES.pollBy,
)
export const pollPreference = keyColumn(
  'preference',
  { en: 'Answer', fr: 'Réponse' },
  { en: 'What one had answered.', fr: 'Ce qu’on avait répondu.' },
  CODES.pollPreference,
)
export const pollBefore = keyColumn(
  'daysBefore',
  { en: 'How long before', fr: 'Combien de temps avant' },
  {
    en: 'Days from the poll to the call; `not-answered` unless both are told by the day.',
    fr: 'Jours du sondage à l’appel; `not-answered` si l’un des deux n’est pas précisé au jour près.',
  },
  CODES.pollBefore,
)
export const day = (description: Bilingual) => keyColumn('day', { en: 'Day', fr: 'Jour' }, description)
export const hour = (description: Bilingual) => keyColumn('hour', { en: 'Hour', fr: 'Heure' }, description)

export const ridingFact = (name: string, title: Bilingual): Column => ({
  name: `riding.${name}`,
  type: 'text',
  title,
  description: {
    en: 'Absent for calls of no known riding.',
    fr: 'Absent pour les appels sans circonscription connue.',
  },
  source: ELECTIONS_CANADA,
})
