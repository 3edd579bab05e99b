import type { Limits } from '../limits.ts'
import { COMPARISONS } from '../poll-comparisons.ts'
import type { StatsTable } from '../stats-query.ts'

type Deployment = { event: string; isInvented: boolean; asOf: string | null; limits?: Limits | undefined }

/** What must be known to read exact counts rightly. */
export function describeExact(table: StatsTable, { event, isInvented, asOf, limits }: Deployment): object {
  return {
    event,
    asOf,
    freshness: 'A report is counted some seconds after it was accepted.',
    protection: 'none',
    licence: null,
    use: 'Exact counts, for you and the purpose that you gave, which is on record. Not to be published: small numbers can lead to people.',
    ...(limits ? { limits } : {}),
    ...(isInvented ? { invented: true } : {}),
    counts: COUNTS,
    ...NOTES[table],
  }
}

/** A file of rows alone has no other place to say that they are made up. */
export function fileName(table: StatsTable, { event, isInvented }: Pick<Deployment, 'event' | 'isInvented'>): string {
  return `${isInvented ? 'invented-' : ''}${event}-${table}`
}

/** What is counted. */
export const COUNTS =
  'reports: submissions; reporters: distinct lines, a report without a line being a reporter of its own; ' +
  'complaints: distinct calls. reporters is null over several cells, because one reporter may stand in more than one.'

export const DISPLAYED = {
  en: 'The number displayed. It may belong to a bystander: its owner need not have placed the call.',
  fr: 'Le numéro affiché. Il peut appartenir à un tiers : son titulaire n’a pas forcément fait l’appel.',
}

export const MISDIRECTED = {
  en:
    'misdirected: complaints whose message says that the polling place has changed, or sent the voter to one, or which name the place ' +
    'where the call sent the voter. Read from the words by a fixed table; some retellings are missed. others: all other complaints.',
  fr:
    'misdirected : plaintes dont le message dit que le bureau de vote a changé, ou a envoyé l’électeur à un endroit, ou qui nomment ' +
    'l’endroit où l’appel envoyait l’électeur. Lu dans les mots selon une table fixe; certains récits échappent. others : toutes les autres plaintes.',
}

export const NO_SAMPLE = {
  en:
    'Complainants are not a sample: who was polled, or angry, may complain more often. This compares people who complained, and does ' +
    'not show what happened to voters, nor that a poll was the reason for a call.',
  fr:
    'Les plaignants ne forment pas un échantillon : une personne sondée, ou en colère, se plaint peut-être plus souvent. Ceci compare ' +
    'des personnes qui se sont plaintes, et ne montre ni ce qui est arrivé aux électeurs, ni qu’un sondage était la raison d’un appel.',
}

export const INDICATES = {
  en:
    'This indicates and never proves: a script that reaches many ridings, and people who were polled before or who are of other ages than ' +
    'those of other complaints, fits one list from one place better than local lists. Complainants are not a sample.',
  fr:
    'Ceci est un indice, jamais une preuve : un scénario qui atteint bien des circonscriptions, et des personnes déjà sondées ou d’autres ' +
    'âges que celles des autres plaintes, correspond mieux à une liste centrale qu’à des listes locales. Les plaignants ne forment pas un échantillon.',
}

const INTERVAL = 'low and high: exact interval of 95 % of the share (Clopper and Pearson).'

export const ASKED =
  'Shares are of the complaints that were asked: not-asked is no answer. not-answered: asked, and nothing said, or no day told. How, by ' +
  'whom and so on is asked of those who were polled. preference is of the party that asked.'

/** What `meta` says of one table beside what it says of all. */
export const NOTES: Partial<Record<StatsTable, object>> = {
  'caller-ids': { callerId: DISPLAYED.en },
  'caller-id': {
    callerId: DISPLAYED,
    hours:
      'By the hour of the day, as the call was told. A call without an hour is in none. One reporter may stand in several.',
    scripts: 'At most 100.',
  },
  ages: {
    share: 'Of the complaints that tell an age.',
  },
  'earlier-polls': {
    group: MISDIRECTED,
    asked: ASKED,
    interval: INTERVAL,
    oddsRatios: 'earlier-polls/odds-ratios',
    caution: NO_SAMPLE,
  },
  'odds-ratios': {
    group: MISDIRECTED,
    counted:
      'Reporters who were asked, each once, by all of their reports: misdirected by any call, polled if any report says so. Who is ' +
      'unsure, did not answer, or fits neither side is left out.',
    comparisons: Object.fromEntries(COMPARISONS.map(({ comparison, says }) => [comparison, says])),
    oddsRatio:
      'How many times the odds of the exposed to be among those misdirected are those of the unexposed: conditional estimate of maximum likelihood ' +
      'with its exact interval of 95 %. null: the counts do not say; high null: without bound.',
    caution: NO_SAMPLE,
  },
  'list-source': {
    compared: 'Complaints of the script beside all complaints outside of it. ridings: how many are reached.',
    asked: ASKED,
    interval: INTERVAL,
    caution: INDICATES,
  },
  scripts: {
    script:
      'Complaints that tell of one message. links: how many of its reports give what complaints can be linked by: words, a claim that is ' +
      'known, a number to call back, a polling place, a caller ID with a time. Rows are in the order of ids. A script with one ' +
      'complaint is listed with atLeast=1.',
    province:
      'With province=ON (or QC…) the three counts are of that province, and so is what atLeast asks; all other columns are of the ' +
      'whole script. anonymousShare is null then.',
    templated:
      'Reports whose text ten reporters or more sent within six hours: counted, unless templated=without is asked for.',
  },
  sources: {
    source:
      'Where reports say that they come from: claimed, not verified, as anyone can name any office. null: all that came through the ' +
      'door, whether they name one or not. A name with a phone number or an address in it is not shown.',
    door: 'web: forms and the API; sms: text messages; import: a spreadsheet, as its sender says.',
  },
  timeline: {
    period: "by=call: the call's own wall clock, as written; by=received: UTC.",
    scope:
      'Of a script or a number displayed a call told more than 400 days later counts in its month; undated is what is left, of which the reporters are not known.',
    mention:
      'With the day of a first public mention: what was before, and what from that day on; a month in which it was is undated.',
    callerId: DISPLAYED.en,
  },
}
