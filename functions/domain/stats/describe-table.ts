import type { Limits } from '../limits.ts'
import type { StatsTable } from '../stats-query.ts'

type Deployment = { event: string; isInvented: boolean; asOf: string | null }

/** What must be known to read the rows rightly. */
export function describeTable(table: StatsTable, { event, isInvented, asOf }: Deployment): object {
  return {
    event,
    asOf,
    freshness: 'A report is counted some seconds after it was accepted.',
    protection: 'none',
    licence: 'CC-BY-4.0',
    ...(isInvented ? { invented: true } : {}),
    counts:
      'reports: submissions; reporters: distinct lines, a report without a line being a reporter of its own; ' +
      'complaints: distinct calls. reporters is null over several cells, because one reporter may stand in more than one.',
    ...NOTES[table],
  }
}

/** The same of counts that are for one analyst. */
export function describeExact(
  table: StatsTable,
  { limits, ...deployment }: Deployment & { limits?: Limits | undefined },
) {
  return {
    ...describeTable(table, deployment),
    licence: null,
    use: 'Exact counts, for you and the purpose that you gave, which is on record. Not to be published: small numbers can lead to people.',
    ...(limits ? { limits } : {}),
  }
}

/** A file of rows alone has no other place to say that they are made up. */
export function fileName(table: StatsTable, { event, isInvented }: Omit<Deployment, 'asOf'>): string {
  return `${isInvented ? 'invented-' : ''}${event}-${table}`
}

const NOTES: Partial<Record<StatsTable, object>> = {
  'caller-ids': {
    callerId: 'The number displayed. It may belong to a bystander: its owner need not have placed the call.',
  },
  scripts: {
    script:
      'Complaints that tell of one message. links: how many of its reports give what complaints can be linked by: words, a claim that is ' +
      'known, a number to call back, a polling place, a caller ID with a time. Rows are in the order of ids. A script with one ' +
      'complaint is listed with atLeast=1.',
    templated:
      'Reports whose text ten reporters or more sent within six hours: counted, unless templated=without is asked for.',
  },
  sources: {
    source:
      'Where reports say that they come from: claimed, not verified, as anyone can name any office. null: all that came through the ' +
      'door, whether they name one or not. A name with a phone number or an address in it is not shown.',
    door: 'web: forms and the API; sms: text messages; import: a spreadsheet, as its sender says.',
  },
  timeline: { period: "by=call: the call's own wall clock, as written; by=received: UTC." },
}
