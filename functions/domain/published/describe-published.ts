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
    protection: { rule: protection.en, parameters },
    values: 'A number; {"suppressed": true}, in CSV x: few people or nobody; null, in CSV empty: not known, or not told here. 0: nobody.',
    definitions: { version: definitions, codeBook: `/v1/editions/${edition}/codebook.en.md` },
    changes: `/v1/editions/${edition}/editions.json`,
    licence: licence.name,
    ...(isInvented ? { invented: true } : {}),
    counts: COUNTS,
    ...PUBLIC_NOTES[table],
  } // prettier-ignore
}

const OVER_DAYS = 'Over several days the sum of those that are shown, in suppressedDays how many are not.'
const AS_IF =
  'Shares and intervals are computed from the protected counts as if these were exact: of small groups they say little.'

/** What `meta` says of one table beside what it says of all. */
export const PUBLIC_NOTES: Partial<Record<StatsTable, object>> = {
  summary: { span: OVER_DAYS },
  'caller-ids': {
    callerId: DISPLAYED,
    masked:
      'A row without e164 is of all numbers that begin so, those included that have a row of their own: a number is named only when enough people told of it.',
  },
  'caller-id': { callerId: DISPLAYED },
  scripts: {
    script: 'Complaints that tell of one message. Only scripts whose counts are shown.',
  },
  'list-source': { compared: 'Complaints of the script beside all others.', shares: AS_IF, caution: INDICATES },
  ages: { shares: AS_IF },
  'earlier-polls': { group: MISDIRECTED, asked: ASKED, shares: AS_IF, caution: NO_SAMPLE },
  'odds-ratios': {
    group: MISDIRECTED,
    counted:
      'Reporters by their answers in the earlier polls: one may stand in several. The interval holds for every true number that the protection leaves possible.',
    comparisons: Object.fromEntries(COMPARISONS.map(({ comparison, says }) => [comparison, says])),
    caution: NO_SAMPLE,
  },
  sources: { door: 'web: forms and the API; sms: text messages; import: a spreadsheet, as its sender says.' },
  timeline: { period: "by=call: the call's own wall clock, as written; by=received: UTC.", mention: OVER_DAYS },
}
