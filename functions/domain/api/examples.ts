import { ADVICE, COPIES_REMAIN, WITHDRAWN } from '../advice.ts'

const id = 'rpt_01ARZ3NDEKTSV4RRFFQ69G5FAV'
const call = {
  callerId: '(450) 555-0146',
  receivedAt: '2011-05-02T10:03',
  kind: 'recorded',
  election: 'federal',
  message: 'Your polling place has moved.',
}

/** Invented, with numbers that are nobody's. */
export const EXAMPLES = {
  report: {
    call: { ...call, callerName: 'ELECTIONS CANADA', claimedToBe: 'Elections Canada', callbackNumber: '1-800-555-0199', pollingPlace: 'Old Mill Road', language: 'en' }, // prettier-ignore
    riding: 'Guelph',
    representationOrder: '2003',
    source: 'Example News',
    reporter: {
      phone: '519-555-0123',
      ageBand: '45-54',
      earlierPoll: { received: 'yes', receivedOn: '2011-04-20', callerId: '416-555-0123', how: 'live', askedBy: 'pollster', preference: 'undecided' }, // prettier-ignore
    },
  },
  fields: { 'call.callerId': call.callerId, 'call.message': call.message, 'call.kind': call.kind, riding: 'Guelph' },
  kept: { id, receipt: 'r1.CgAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAA', status: 'accepted', advice: ADVICE.en },
  withdrawn: { id, status: 'accepted', notice: WITHDRAWN.en, copiesRemain: COPIES_REMAIN },
  shown: {
    id,
    status: 'counted',
    complaintId: id.replace('rpt', 'cmp'),
    receivedAt: '2011-05-02T14:40:12.345Z',
    call,
    door: 'web',
    riding: 'Guelph',
    reporter: { lineKnown: true, ageBand: '45-54' },
    normal: {
      normVersion: 2,
      callerId: { kind: 'number', e164: '+14505550146', country: 'CA', signs: ['fictional'] },
      riding: { id: 'ocd-division/country:ca/ed:35027', order: '2003', method: 'name', confidence: 0.99, province: 'ON', candidates: [] },
      callTime: { precision: 'minute', month: '2011-05', day: '2011-05-02', time: '10:03', earliest: '2011-05-02T14:03:00.000Z', latest: '2011-05-02T14:03:59.999Z', hour: 10 },
    }, // prettier-ignore
    scriptId: null,
  },
  ridings: {
    order: '2003',
    rows: [
      { id: 'ocd-division/country:ca/ed:35027', number: '35027', name: { en: 'Guelph', fr: 'Guelph' }, province: 'ON' },
    ],
  },
  text: {
    MessageSid: `SM${'0'.repeat(32)}`,
    AccountSid: `AC${'0'.repeat(32)}`,
    From: '+15195550123',
    To: '+15195550100',
    Body: 'They said my poll moved to the mall',
  },
}
