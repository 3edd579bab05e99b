import type { EditionMeta } from '../dataset/edition.ts'
import { COMPARISONS } from '../poll-comparisons.ts'
import type { StatsTable } from '../stats-query.ts'
import { ASKED, COUNTS, DISPLAYED, INDICATES, MISDIRECTED, NO_SAMPLE } from '../stats/describe-table.ts'

/** What must be known to read published counts rightly. */
export function describePublished(table: StatsTable, meta: EditionMeta): object {
  const { event, edition, asOf, protection, parameters, definitions, licence, isInvented } = meta
  return {
    event,
    edition,
    asOf,
    freshness:
      'As of the edition. The next one comes when numbers have moved and its draft was looked at; it may show a number some reports late.',
    protection: { rule: protection, parameters },
    values: 'A number; {"suppressed": true}, in CSV x: few people or nobody; null, in CSV empty: not known, or not told here. 0: nobody.',
    definitions: { version: definitions, codeBook: { en: `/v1/editions/${edition}/codebook.en.md`, fr: `/v1/editions/${edition}/codebook.fr.md` } },
    changes: `/v1/editions/${edition}/editions.json`,
    licence: licence.name,
    ...(isInvented ? { invented: true } : {}),
    counts: COUNTS,
    ...PUBLIC_NOTES[table],
  } // prettier-ignore
}

const OVER_DAYS = 'Over several days the sum of those that are shown; daysNotShown: of how many nothing is in it.'
const SHOWN_DAYS =
  'firstDayShown and lastDayShown: of the days whose counts are shown. There may be calls before and after, of which few told, or of which all was told more than 400 days later.'
const OF_NUMBER =
  'Of calls that displayed the number. There may be scripts and hours that are not shown, of which few told; a call without an hour is in none.'
const IN_PART = 'The counts are of these calls alone; ridings and days are null.'
const SHARES =
  'Of the complaints that are shown. low and high hold for all counts that these may have stood for when they were drawn, not for what was reported since: of small groups they say little.'

export const PUBLIC_NOTES: Partial<Record<StatsTable, object>> = {
  summary: { span: OVER_DAYS },
  'caller-ids': {
    callerId: DISPLAYED,
    masked:
      'A row without e164 is of all numbers that begin so, those included that have a row of their own: a number is named only when enough people told of it.',
    days: SHOWN_DAYS,
    script: `With script, numbers displayed with it. ${IN_PART}`,
  },
  'caller-id': { callerId: DISPLAYED, days: SHOWN_DAYS, scripts: OF_NUMBER, hours: OF_NUMBER },
  scripts: {
    script: 'Complaints that tell of one message. Only scripts whose counts are shown.',
    days: SHOWN_DAYS,
    filters: `province: calls in it; callerId: calls that displayed it. ${IN_PART}`,
  },
  'list-source': { compared: 'Complaints of the script beside all others.', shares: SHARES, caution: INDICATES },
  ages: { shares: SHARES },
  'earlier-polls': { group: MISDIRECTED, asked: ASKED, shares: SHARES, caution: NO_SAMPLE },
  'odds-ratios': {
    group: MISDIRECTED,
    counted:
      'Reporters by their answers in the earlier polls: one may stand in several. The interval holds for every true number that the protection leaves possible.',
    comparisons: Object.fromEntries(COMPARISONS.map(({ comparison, says }) => [comparison, says])),
    caution: NO_SAMPLE,
  },
  sources: { door: 'web: forms and the API; sms: text messages; import: a spreadsheet, as its sender says.' },
  timeline: {
    period: "by=call: the call's own wall clock, as written; by=received: UTC.",
    mention: `mention=DAY, of a first public mention: what was before it, and what from that day on. ${OVER_DAYS}`,
    undated: 'Calls without a day, and those of days that the edition does not list, because few told of them.',
    scope:
      'Of a script or a number displayed: each day that the edition lists. A day is suppressed, too, of which nobody told, or of which all was told more than 400 days later, as of an old election; none is undated.',
  },
}
