import type { ProtectedCube } from '../cube/protected-cube.ts'
import type { Edition } from '../dataset/edition.ts'
import type { Bilingual, Table } from '../dataset/table.ts'
import { oddsRatioTable } from './odds-ratio-table.ts'
import { publishedTables } from './published-rows.ts'
import { sayProtection } from './say-protection.ts'

/** Of what the columns mean: another meaning is another version. */
const DEFINITIONS = '2'

/** One line of the change log. */
export type LoggedEdition = { edition: string; number: number; asOf: string; reason: Bilingual }

type About = {
  name: string
  /** All editions up to this one, which is the last. */
  log: readonly LoggedEdition[]
  isInvented: boolean
  baseUrl?: string | undefined
}

/** The tables of a protected cube, and what is said of them as a whole. */
export function editionOf(cube: ProtectedCube, { name, log, isInvented, baseUrl }: About): Edition {
  const days = cube.cells.flatMap(({ at: { day } }) => (day && /^\d/.test(day) ? [day] : [])).toSorted()
  return {
    tables: [...publishedTables(cube), oddsRatioTable(cube), changeLog(log)],
    meta: {
      event: cube.event,
      edition: name,
      asOf: cube.asOf,
      title: {
        en: `Complaints about deceptive election calls, ${cube.event}`,
        fr: `Plaintes sur des appels électoraux trompeurs, ${cube.event}`,
      },
      description: DESCRIPTION,
      publisher: { name: 'CallWitness' },
      licence: { name: 'CC-BY-4.0', title: 'Creative Commons Attribution 4.0 International', path: 'https://creativecommons.org/licenses/by/4.0/' }, // prettier-ignore
      protection: sayProtection(cube.rule),
      parameters: cube.rule,
      definitions: DEFINITIONS,
      ...(log.length > 0 ? { change: log.at(-1)!.reason } : {}),
      ...(days.length > 0 ? { coverage: { from: days[0]!, to: days.at(-1)! } } : {}),
      ...(baseUrl ? { baseUrl } : {}),
      ...(isInvented ? { isInvented } : {}),
    },
  }
}

const DESCRIPTION: Bilingual = {
  en:
    'What people reported of calls and texts about an election: how many reports, from how many reporters, of how many distinct calls; by place, time, caller ID and script. ' +
    'Reports are claims of those who sent them. They are no sample of voters, and no verdict on who placed a call.',
  fr:
    'Ce que des gens ont signalé d’appels et de messages textes sur une élection : combien de signalements, de combien de personnes, sur combien d’appels distincts; par lieu, moment, numéro affiché et scénario. ' +
    'Les signalements sont les dires de qui les envoie. Ce n’est ni un échantillon d’électeurs, ni un verdict sur qui a appelé.',
}

function changeLog(log: readonly LoggedEdition[]): Table {
  return {
    name: 'editions',
    title: { en: 'Change log', fr: 'Journal des modifications' },
    description: {
      en: 'Every edition up to this one, and why it came.',
      fr: 'Chaque édition jusqu’à celle-ci, et sa raison.',
    },
    key: ['edition'],
    columns: [
      {
        name: 'edition',
        type: 'text',
        isRequired: true,
        title: { en: 'Edition', fr: 'Édition' },
        description: { en: 'Its name, and its folder.', fr: 'Son nom et son dossier.' },
      },
      {
        name: 'number',
        type: 'integer',
        isRequired: true,
        title: { en: 'Number', fr: 'Numéro' },
        description: { en: 'Counted from the first, which is 1.', fr: 'Compté à partir de la première, qui est 1.' },
      },
      {
        name: 'asOf',
        type: 'datetime',
        isRequired: true,
        title: { en: 'Counted as of', fr: 'Décompte en date du' },
        description: { en: 'When its counts were read.', fr: 'Quand ses nombres ont été lus.' },
      },
      {
        name: 'reason.en',
        type: 'text',
        isRequired: true,
        title: { en: 'Reason', fr: 'Raison, en anglais' },
        description: { en: 'Why it came.', fr: 'Pourquoi elle est venue, en anglais.' },
      },
      {
        name: 'reason.fr',
        type: 'text',
        isRequired: true,
        title: { en: 'Reason in French', fr: 'Raison' },
        description: { en: 'Why it came, in French.', fr: 'Pourquoi elle est venue.' },
      },
    ],
    rows: log.map(({ edition, number, asOf, reason }) => ({
      edition,
      number,
      asOf,
      'reason.en': reason.en,
      'reason.fr': reason.fr,
    })),
  }
}
