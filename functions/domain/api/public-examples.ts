import type { StatsTable } from '../stats-query.ts'
import { HOURS } from '../stats-row.ts'

const counts = { reports: 60, reporters: 50, complaints: 55 }
const suppressed = { suppressed: true }
const few = { reports: suppressed, reporters: suppressed, complaints: suppressed }
const shares = { of: 110, share: 0.5, low: 0.4031, high: 0.5969 }
const part = { complaints: 55, ...shares }
const callerId = { kind: 'number', e164: '+14505550146', masked: '+1450555' }
const days = { firstDayShown: '2011-04-29', lastDayShown: '2011-05-02' }
const script = 'scr_01ARZ3NDEKTSV4RRFFQ69G5FAV'
const hours = Object.fromEntries(HOURS.map((hour) => [hour, hour === '10' ? counts : few]))
const none = { firstDayShown: null, lastDayShown: null }
const riding = { id: 'ocd-division/country:ca/ed:35027', order: '2003', name: { en: 'Guelph', fr: 'Guelph' }, province: 'ON' } // prettier-ignore

/** Invented rows of each published table. */
export const PUBLIC_EXAMPLES: Record<StatsTable, object[]> = {
  summary: [{ election: 'all', ...counts }],
  ridings: [{ riding, ...few, population: 110000, complaintsPer100000: suppressed }],
  'caller-ids': [{ callerId: { ...callerId, e164: null }, ...counts, ridings: null, ...none }],
  'caller-id': [{ callerId, ...counts, ridings: 15, ...days, scripts: script, hours }],
  scripts: [{ script: { id: script }, ...counts, ridings: 30, ...days }],
  'list-source': [{ measure: 'ageBand', value: '65-plus', count: null, script: part, others: part }],
  ages: [{ ageBand: '65-plus', ...counts, ...shares }],
  'earlier-polls': [{ group: 'misdirected', question: 'received', answer: 'yes', ...counts, ...shares }],
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
  sources: [{ door: 'web', ...counts }],
  timeline: [{ period: '2011-05-02', ...counts }],
}
