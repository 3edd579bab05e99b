import type { Table as CubeTable } from '../cube/tables.ts'
import type { Column, TableDefinition } from '../dataset/table.ts'
import { MISDIRECTED } from '../stats/describe-table.ts'
import { COUNT_COLUMNS, keyColumn } from './columns.ts'
import {
  age,
  day,
  door,
  election,
  group,
  hour,
  kind,
  poll,
  pollBy,
  pollHow,
  pollBefore,
  pollPreference,
  province,
  riding,
  ridingFact,
} from './dimension-columns.ts'

export const POPULATION: Column = {
  name: 'population',
  type: 'integer',
  title: { en: 'Inhabitants', fr: 'Habitants' },
  description: {
    en: 'In the census of 2011; of the ridings of 2013 alone, absent for others.',
    fr: 'Au recensement de 2011; pour les circonscriptions de 2013 seulement, absent ailleurs.',
  },
  unit: { en: 'inhabitants', fr: 'habitants' },
  source: { title: { en: 'Statistics Canada, census of 2011', fr: 'Statistique Canada, recensement de 2011' } },
}
export const PER_100000: Column = {
  name: 'complaintsPer100000',
  type: 'number',
  isProtected: true,
  title: { en: 'Complaints per 100,000 inhabitants', fr: 'Plaintes par 100 000 habitants' },
  description: {
    en: 'Of the protected complaints. Who complains is no sample of who was called.',
    fr: 'Des plaintes protégées. Les plaignants ne sont pas un échantillon des personnes appelées.',
  },
}

const REACHED: Column = {
  name: 'ridings',
  type: 'integer',
  title: { en: 'Ridings', fr: 'Circonscriptions' },
  description: {
    en: 'In about how many ridings it was told of: a multiple of five, at most seven off; suppressed below ten. Absent where that is not counted.',
    fr: 'Dans environ combien de circonscriptions on l’a rapporté : un multiple de cinq, à sept près; supprimé en dessous de dix. Absent si ce n’est pas compté.',
  },
  isProtected: true,
  unit: { en: 'ridings', fr: 'circonscriptions' },
}

const SHOWN_HOUR = hour({
  en: '`00` to `23`, whatever the day, the call’s own wall clock as written. Such a row is there only when its counts are shown: an hour without one is of few people or nobody.',
  fr: '`00` à `23`, quel que soit le jour, à l’heure locale de l’appel, telle qu’écrite. Une telle ligne n’existe que si ses nombres sont montrés : une heure qui n’en a pas concerne peu de gens ou personne.',
})

const TOLD_SCRIPT = keyColumn(
  'script',
  { en: 'Script', fr: 'Scénario' },
  {
    en: 'Complaints that tell of one message, of calls that displayed the number. Such a row is there only when its counts are shown.',
    fr: 'Plaintes qui rapportent un même message, d’appels qui affichaient le numéro. Une telle ligne n’existe que si ses nombres sont montrés.',
  },
)

const SHOWN_DAY = day({
  en: '`YYYY-MM-DD`, the call’s own wall clock as written. Such a row is there only when its counts are shown: a day without one is of few people or nobody, is not listed, or was told of more than 400 days later.',
  fr: '`AAAA-MM-JJ`, à l’heure locale de l’appel, telle qu’écrite. Une telle ligne n’existe que si ses nombres sont montrés : un jour qui n’en a pas concerne peu de gens ou personne, n’est pas listé, ou a été rapporté plus de 400 jours après.',
})

type Words = Pick<TableDefinition, 'title' | 'description'> & { more?: readonly Column[] }

function tableOf(name: string, key: readonly Column[], { more = [], ...words }: Words): TableDefinition {
  return { name, ...words, key: key.map((column) => column.name), columns: [...key, ...COUNT_COLUMNS, ...more] }
}

/** What is published of each table of the closed cube: a row per cell. */
export const PUBLISHED_TABLES: Record<CubeTable, TableDefinition> = {
  summary: tableOf('summary', [election, kind, door], {
    title: { en: 'Summary', fr: 'Sommaire' },
    description: {
      en: 'All there is, and by one of: the election, the kind of call, the door of the report.',
      fr: 'Le tout, puis selon l’un de : l’élection, le type d’appel, la porte du signalement.',
    },
  }),
  provinces: tableOf('provinces', [province, kind], {
    title: { en: 'By province', fr: 'Par province' },
    description: { en: 'By province or territory, and kind of call.', fr: 'Par province ou territoire, et type d’appel.' }, // prettier-ignore
  }),
  ridings: tableOf('ridings', [riding, kind, door], {
    title: { en: 'By riding', fr: 'Par circonscription' },
    description: {
      en: 'By federal electoral district, and by kind of call or door of the report. Ridings of different representation orders are different ridings.',
      fr: 'Par circonscription fédérale, et par type d’appel ou porte du signalement. Les circonscriptions de décrets différents sont distinctes.',
    },
    more: [
      ridingFact('order', { en: 'Representation order', fr: 'Décret de représentation' }),
      ridingFact('name.en', { en: 'English name', fr: 'Nom anglais' }),
      ridingFact('name.fr', { en: 'French name', fr: 'Nom français' }),
      ridingFact('province', { en: 'Province or territory', fr: 'Province ou territoire' }),
      POPULATION,
      PER_100000,
    ],
  }),
  'caller-ids': tableOf(
    'caller-ids',
    [
      keyColumn(
        'prefix',
        { en: 'Number without its last four digits', fr: 'Numéro sans ses quatre derniers chiffres' },
        {
          en: '`withheld`, `unavailable`, `invalid` and short codes stand as they are.',
          fr: '`withheld`, `unavailable`, `invalid` et les numéros abrégés figurent tels quels.',
        },
      ),
      keyColumn(
        'number',
        { en: 'Number displayed', fr: 'Numéro affiché' },
        {
          en: 'E.164, in rows of single numbers; such a row is there only when its counts are shown.',
          fr: 'E.164, dans les lignes d’un seul numéro; une telle ligne n’existe que si ses nombres sont montrés.',
        },
      ),
      SHOWN_DAY,
      SHOWN_HOUR,
      TOLD_SCRIPT,
    ],
    {
      title: { en: 'By caller ID', fr: 'Par numéro affiché' },
      description: {
        en: 'By the number that was displayed, and by one of: the day, the hour of the day, the script. Displays can be falsified: it may belong to a bystander, and nothing here says that its owner placed the call.',
        fr: 'Par numéro affiché, puis selon l’un de : le jour, l’heure de la journée, le scénario. L’affichage peut être falsifié : il peut appartenir à un tiers, et rien ici ne dit que son titulaire a fait l’appel.',
      },
      more: [REACHED],
    },
  ),
  timeline: tableOf(
    'timeline',
    [
      day({
        en: '`YYYY-MM-DD`, the call’s own wall clock as written; `undated` where no day is told, or none of those listed.',
        fr: '`AAAA-MM-JJ`, à l’heure locale de l’appel, telle qu’écrite; `undated` si aucun jour n’est donné, ou aucun de ceux listés.',
      }),
      hour({
        en: '`00` to `23`, with `day` = `all` on whatever day, be it listed or not; `undated` where no hour is told, or its day is not listed.',
        fr: '`00` à `23`, avec `day` = `all` quel que soit le jour, listé ou non; `undated` si aucune heure n’est donnée, ou si son jour n’est pas listé.',
      }),
      province,
      riding,
    ],
    {
      title: { en: 'By time of the call', fr: 'Par moment de l’appel' },
      description: {
        en: 'By day, by hour, by hour of the day, and by day in each province and riding.',
        fr: 'Par jour, par heure, par heure de la journée, et par jour dans chaque province et circonscription.',
      },
    },
  ),
  'timeline-received': tableOf(
    'timeline-received',
    [
      day({ en: '`YYYY-MM-DD`, in UTC.', fr: '`AAAA-MM-JJ`, en UTC.' }),
      hour({ en: '`00` to `23`, in UTC.', fr: '`00` à `23`, en UTC.' }),
      province,
      riding,
    ],
    {
      title: { en: 'By time of the report', fr: 'Par moment du signalement' },
      description: {
        en: 'By when reports were received: by day, by hour, and by day in each province and riding.',
        fr: 'Selon la réception des signalements : par jour, par heure, et par jour dans chaque province et circonscription.',
      },
    },
  ),
  scripts: tableOf(
    'scripts',
    [
      keyColumn(
        'script',
        { en: 'Script', fr: 'Scénario' },
        {
          en: 'Complaints that tell of one message. A script is listed only when its counts are shown.',
          fr: 'Plaintes qui rapportent un même message. Un scénario n’est listé que si ses nombres sont montrés.',
        },
      ),
      province,
      age,
      poll,
      pollHow,
      pollBy,
      pollPreference,
      SHOWN_DAY,
    ],
    {
      title: { en: 'By script', fr: 'Par scénario' },
      description: {
        en: 'By what the call said, and by one of: the province, the age band, the earlier poll with how, by whom and what answer, the day.',
        fr: 'Selon ce que disait l’appel, puis selon l’un de : la province, le groupe d’âge, le sondage antérieur avec son moyen, qui demandait et la réponse, le jour.',
      },
      more: [REACHED],
    },
  ),
  ages: tableOf('ages', [age], {
    title: { en: 'By age', fr: 'Par âge' },
    description: { en: 'By the reporter’s age band.', fr: 'Par groupe d’âge de la personne.' },
  }),
  'earlier-polls': tableOf(
    'earlier-polls',
    [
      { ...group, description: MISDIRECTED },
      poll,
      pollHow,
      pollBy,
      pollPreference,
      pollBefore,
    ],
    {
      title: { en: 'Earlier polls', fr: 'Sondages antérieurs' },
      description: {
        en: 'Of those misdirected and of others: who was polled before the call; and of those polled, how, by whom, with what answer and how many days earlier. Not asked, asked but not answered, and no are three answers. Complainants are not a sample of voters.',
        fr: 'Des personnes mal dirigées et des autres : qui a été sondé avant l’appel; et des personnes sondées, comment, par qui, avec quelle réponse et combien de jours plus tôt. Non demandé, demandé sans réponse et non sont trois réponses. Les plaignants ne sont pas un échantillon des électeurs.',
      },
    },
  ),
} // prettier-ignore
