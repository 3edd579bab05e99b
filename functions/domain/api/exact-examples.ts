import type { StatsTable } from '../stats-query.ts'
import { HOURS } from '../stats-row.ts'

const counts = { reports: 60, reporters: 50, complaints: 55, anonymousShare: 0.1 }
const three = { reports: 60, reporters: 50, complaints: 55 }
const nobody = { reports: 0, reporters: 0, complaints: 0 }
const days = { firstCall: '2011-04-29', lastCall: '2011-05-02' }
const interval = { share: 0.5, low: 0.3631, high: 0.6369 }
const callerId = { callerId: { kind: 'number', e164: '+14505550146' }, ...counts, ...days }
const guelph = 'ocd-division/country:ca/ed:35027'
const script = 'scr_01ARZ3NDEKTSV4RRFFQ69G5FAV'
const part = { complaints: 27, of: 54, ...interval }

/** Invented rows, one of each exact table. */
export const EXACT_EXAMPLES: Record<StatsTable, object[]> = {
  summary: [{ election: 'all', ...counts }],
  ridings: [
    {
      riding: { id: guelph, order: '2003', name: { en: 'Guelph', fr: 'Guelph' }, province: 'ON' },
      ...counts,
      population: 110000,
      complaintsPer100000: 50,
      ...days,
    },
  ],
  'caller-ids': [callerId],
  'caller-id': [
    {
      ...callerId,
      ridings: [guelph],
      scripts: [script],
      hours: Object.fromEntries(HOURS.map((hour) => [hour, hour === '10' ? three : nobody])),
    },
  ],
  scripts: [
    {
      script: { id: script },
      ...counts,
      ...days,
      provinces: ['ON'],
      ridings: [guelph],
      languages: ['en'],
      callerIds: ['+14505550146'],
      links: { text: 10, gist: 45, callback: 20, place: 30, caller: 55 },
      templated: { reports: 0, reporters: 0, complaints: 0 },
    },
  ],
  'list-source': [{ measure: 'ageBand', value: '65-plus', count: null, script: part, others: part }],
  ages: [{ ageBand: '65-plus', ...counts, share: 0.5 }],
  'earlier-polls': [{ group: 'misdirected', question: 'received', answer: 'yes', ...counts, of: 110, ...interval }],
  'odds-ratios': [
    {
      comparison: 'polled',
      misdirected: { exposed: 30, unexposed: 20 },
      others: { exposed: 25, unexposed: 50 },
      oddsRatio: 2.972,
      low: 1.334,
      high: 6.749,
    },
  ],
  sources: [{ door: 'web', source: 'Example News', ...counts }],
  timeline: [{ period: '2011-05-02', ...counts }],
}
