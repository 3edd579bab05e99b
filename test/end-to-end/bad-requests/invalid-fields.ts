import { aReport } from '../../support/sender.ts'
import { invalid, invalidCall, invalidForm, MARKER } from './bad-request.ts'

const each = (code: string, ...pointers: string[]) => pointers.map((pointer) => `${pointer} ${code}`)
const DEEP_ARRAY = `${'['.repeat(15_000)}${']'.repeat(15_000)}`
const DEEP_OBJECT = `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`
const HUGE = '1'.padEnd(10_000, '0')

export const INVALID_SHAPES = [
  invalid('an array', [aReport({ message: MARKER })], ' wrong-type'),
  invalid('a number', '7', ' wrong-type'),
  invalid('a huge number', HUGE, ' wrong-type'),
  invalid('null', 'null', ' wrong-type'),
  invalid('a truth', 'true', ' wrong-type'),
  invalid('a text', `"${MARKER}"`, ' wrong-type'),
  invalid('a deep array', DEEP_ARRAY, ' wrong-type'),
  invalid('an empty object', {}, '/call one-required'),
  invalid('nothing of a call', { riding: MARKER, reporter: { phone: '519-555-0123' } }, '/call one-required'),
  invalid('unknown fields', aReport({ [MARKER]: 1 }, { [MARKER]: 1 }), ' unknown-field', '/call unknown-field'),
  invalid('a long unknown field', { [MARKER]: 'x'.repeat(32_000) }, ' unknown-field', '/call one-required'),
  invalid('__proto__', `{"__proto__":{"${MARKER}":1},"call":{"message":"x","__proto__":1}}`, ' unknown-field', '/call unknown-field'), // prettier-ignore
  invalid('constructor', { constructor: { prototype: 1 }, call: { message: MARKER, toString: 1 } }, ' unknown-field', '/call unknown-field'), // prettier-ignore
  invalidForm('duplicate form fields', `riding=a&riding=${MARKER}`, '/call one-required', '/riding duplicate-field'),
  invalidForm('unknown form fields', `${MARKER}=1&call.${MARKER}=1&reporter.earlierPoll.${MARKER}=1&call.message=a`, ' unknown-field', '/call unknown-field', '/reporter/earlierPoll unknown-field'), // prettier-ignore
  invalidForm('__proto__ in a form', `__proto__.a=1&call.__proto__=1&constructor.prototype.a=1&call.message=${MARKER}`, ' unknown-field', '/call unknown-field'), // prettier-ignore
  invalidForm('brackets in a form', `call[message]=${MARKER}`, ' unknown-field', '/call one-required'),
  invalidForm('an empty form', `call.message=&call.callerId=+&_subject=${MARKER}`, '/call one-required'),
]

const NUMBERS = { callerId: 4505550146, receivedAt: 20110502, message: 1e300, kind: 0, language: -1 }
const OTHER_POLL = { received: MARKER, how: MARKER, askedBy: MARKER, preference: MARKER }
const LONG = { message: MARKER.padEnd(5001, 'x'), callerId: MARKER.padEnd(101, 'x'), claimedToBe: 'x'.repeat(201) }

export const INVALID_FIELDS = [
  invalidCall('numbers for texts', NUMBERS, ...each('wrong-type', '/call/callerId', '/call/receivedAt', '/call/message', '/call/kind', '/call/language')), // prettier-ignore
  invalid('a huge number for a text', `{"call":{"callerId":1e400,"message":${HUGE}}}`, ...each('wrong-type', '/call/callerId', '/call/message')), // prettier-ignore
  invalid('a deep array for a text', `{"call":{"message":${DEEP_ARRAY}}}`, '/call/message wrong-type'),
  invalid('a deep object for a text', `{"call":{"message":${DEEP_OBJECT}}}`, '/call/message wrong-type'),
  invalid('texts for objects', { call: MARKER, reporter: MARKER }, ...each('wrong-type', '/call', '/reporter')),
  invalid('arrays for objects', { call: [], reporter: { earlierPoll: [] } }, ...each('wrong-type', '/call', '/reporter/earlierPoll')), // prettier-ignore
  invalid('null for all', { call: null, riding: null, source: null, reporter: null }, ...each('wrong-type', '/call', '/riding', '/source', '/reporter')), // prettier-ignore
  invalid('truths and numbers', aReport({}, { riding: 35027, source: true, representationOrder: 2003, reporter: { phone: 5195550123, ageBand: 7 } }), ...each('wrong-type', '/riding', '/source', '/representationOrder', '/reporter/phone', '/reporter/ageBand')), // prettier-ignore
  invalidCall('other kinds of call', { kind: MARKER, election: MARKER }, ...each('not-an-option', '/call/kind', '/call/election')), // prettier-ignore
  invalid('other choices', aReport({}, { representationOrder: '1987', reporter: { ageBand: MARKER, earlierPoll: OTHER_POLL } }), ...each('not-an-option', '/representationOrder', '/reporter/ageBand', '/reporter/earlierPoll/received', '/reporter/earlierPoll/how', '/reporter/earlierPoll/askedBy', '/reporter/earlierPoll/preference')), // prettier-ignore
  invalidCall('long texts', LONG, ...each('too-long', '/call/message', '/call/callerId', '/call/claimedToBe')),
  invalid('other long texts', aReport({ callerName: 'x'.repeat(101), pollingPlace: 'x'.repeat(301), callbackNumber: '1'.repeat(101) }, { riding: 'x'.repeat(201), source: 'x'.repeat(61) }), ...each('too-long', '/call/callerName', '/call/pollingPlace', '/call/callbackNumber', '/riding', '/source')), // prettier-ignore
  invalidCall('a NUL', { message: `${MARKER}\0` }, '/call/message not-text'),
  invalidForm('a NUL in a form', `call.message=${MARKER}%00`, '/call/message not-text'),
  invalid('a lone high surrogate', `{"call":{"message":"${MARKER}\\ud83d"}}`, '/call/message not-text'),
  invalid('a lone low surrogate', `{"call":{"callerName":"\\udcde${MARKER}"}}`, '/call/callerName not-text'),
  invalidCall('no language', { language: `${MARKER}-0` }, '/call/language not-a-language'),
  invalid('no phone number', aReport({}, { reporter: { phone: MARKER } }), '/reporter/phone not-a-phone-number'),
]

export const INVALID_TIMES = [
  invalidCall('31 February', { receivedAt: '2011-02-31' }, '/call/receivedAt no-such-date'),
  invalidForm('31 February in a form', 'call.receivedAt=2011-02-31', '/call/receivedAt no-such-date'),
  invalidCall('29 February of no leap year', { receivedAt: '2011-02-29T10:00' }, '/call/receivedAt no-such-date'),
  invalidCall('a 13th month', { receivedAt: '2011-13' }, '/call/receivedAt no-such-date'),
  invalidCall('25 o’clock', { receivedAt: '2011-05-02T25:00' }, '/call/receivedAt no-such-date'),
  invalidCall('the future', { receivedAt: '2999-01-01T00:00' }, '/call/receivedAt in-the-future'),
  invalidCall('the year 1', { receivedAt: '0001-01-01' }, '/call/receivedAt too-early'),
  invalidCall('the year 10000', { receivedAt: '+010000-01-01' }, '/call/receivedAt not-a-time'),
  invalidCall('no time at all', { receivedAt: `${MARKER} at ten` }, '/call/receivedAt not-a-time'),
  invalid('an earlier poll to come', aReport({}, { reporter: { earlierPoll: { receivedOn: '2999-01' } } }), '/reporter/earlierPoll/receivedOn in-the-future'), // prettier-ignore
]
