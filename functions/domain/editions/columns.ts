import type { Bilingual, Column } from '../dataset/table.ts'
import { ALL, type Code } from './codes.ts'

/** A column that tells rows apart; `all` in rows that are not about it. */
export function keyColumn(name: string, title: Bilingual, description: Bilingual, codes?: readonly Code[]): Column {
  return {
    name,
    type: 'text',
    title,
    description,
    isRequired: true,
    ...(codes ? { values: [ALL, ...codes] } : {}),
  }
}

const COUNTED = {
  complaints: {
    title: { en: 'Complaints', fr: 'Plaintes' },
    description: {
      en: 'Distinct calls that were reported, protected.',
      fr: 'Appels distincts qui ont été signalés, protégés.',
    },
    unit: { en: 'complaints', fr: 'plaintes' },
  },
  reporters: {
    title: { en: 'Reporters', fr: 'Personnes' },
    description: {
      en: 'Distinct lines that reported, protected; a report without a line is a reporter of its own. One reporter may stand in several rows: reporters do not add up.',
      fr: 'Lignes distinctes qui ont signalé, protégées; un signalement sans ligne compte pour une personne. Une même personne peut figurer dans plusieurs lignes du tableau : les personnes ne s’additionnent pas.',
    },
    unit: { en: 'reporters', fr: 'personnes' },
  },
  reports: {
    title: { en: 'Reports', fr: 'Signalements' },
    description: { en: 'Submissions, protected.', fr: 'Envois, protégés.' },
    unit: { en: 'reports', fr: 'signalements' },
  },
} as const

const WITHOUT = {
  title: { en: 'without templates', fr: 'sans modèles' },
  description: {
    en: 'Without reports whose text ten reporters or more sent within six hours.',
    fr: 'Sans les signalements dont dix personnes ou plus ont envoyé le texte en six heures.',
  },
}

/** The three counts of everything, then without what came as a template. */
export const COUNT_COLUMNS: readonly Column[] = [
  ...Object.entries(COUNTED).map(([name, words]): Column => ({ name, type: 'integer', isProtected: true, ...words })),
  ...Object.entries(COUNTED).map(([name, { title, description, unit }]): Column => ({
    name: `withoutTemplates.${name}`,
    type: 'integer',
    isProtected: true,
    title: { en: `${title.en}, ${WITHOUT.title.en}`, fr: `${title.fr}, ${WITHOUT.title.fr}` },
    description: {
      en: `${description.en} ${WITHOUT.description.en}`,
      fr: `${description.fr} ${WITHOUT.description.fr}`,
    },
    unit,
  })),
]
