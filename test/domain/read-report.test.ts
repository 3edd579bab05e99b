import { describe, expect, test } from 'vitest'
import { type FieldError, RejectedError } from '../../functions/domain/rejected.ts'
import { readReport } from '../../functions/domain/read-report.ts'

const now = new Date('2011-05-03T12:00:00Z')

function errorsOf(input: unknown): FieldError[] {
  try {
    readReport(input, now)
    return []
  } catch (error) {
    if (error instanceof RejectedError) return error.errors
    throw error
  }
}
const call = (fields: object) => ({ call: { callerId: 'private', ...fields } })
const reporter = (fields: object) => ({ ...call({}), reporter: fields })

test('a whole report is read, its line and its times in normal form', () => {
  const form = readReport(
    {
      call: {
        callerId: ' (450) 555-0146 ',
        receivedAt: '2011-05-02 10:03:00',
        kind: 'live',
        language: 'fr-ca-x-private',
      },
      riding: 'Guelph',
      representationOrder: '2003',
      reporter: { phone: '519 555 O123 ', ageBand: '45-54', earlierPoll: { received: 'yes', receivedOn: '2011-04' } },
    },
    now,
  )
  expect(form).toEqual({
    call: { callerId: '(450) 555-0146', receivedAt: '2011-05-02T10:03', kind: 'live', language: 'fr-CA' },
    riding: 'Guelph',
    representationOrder: '2003',
    reporter: {
      phone: { e164: '+15195550123', national: '5195550123' },
      ageBand: '45-54',
      earlierPoll: { received: 'yes', receivedOn: '2011-04' },
    },
  })
})

test.each(['message', 'callerId', 'receivedAt', 'callerName', 'claimedToBe'])('%s alone is enough', (name) => {
  expect(errorsOf({ call: { [name]: name === 'receivedAt' ? '2011-05' : 'x' } })).toEqual([])
})

describe('each fault has its place and its code', () => {
  test.each<[unknown, string, string]>([
    [{}, '/call', 'one-required'],
    [{ call: { kind: 'live', callbackNumber: '1' } }, '/call', 'one-required'],
    [[], '', 'wrong-type'],
    [null, '', 'wrong-type'],
    [7, '', 'wrong-type'],
    [{ call: [] }, '/call', 'wrong-type'],
    [{ call: null }, '/call', 'wrong-type'],
    [{ call: { callerId: 4505550146 } }, '/call/callerId', 'wrong-type'],
    [call({ message: null }), '/call/message', 'wrong-type'],
    [call({ message: ['x'] }), '/call/message', 'wrong-type'],
    [call({ receivedAt: 20110502 }), '/call/receivedAt', 'wrong-type'],
    [call({ kind: 1e308 }), '/call/kind', 'wrong-type'],
    [call({ kind: 'robot' }), '/call/kind', 'not-an-option'],
    [call({ election: 'Federal' }), '/call/election', 'not-an-option'],
    [call({ callerName: 'x'.repeat(101) }), '/call/callerName', 'too-long'],
    [call({ claimedToBe: 'x'.repeat(201) }), '/call/claimedToBe', 'too-long'],
    [call({ message: 'x'.repeat(5001) }), '/call/message', 'too-long'],
    [call({ pollingPlace: 'x'.repeat(301) }), '/call/pollingPlace', 'too-long'],
    [call({ callerId: '1'.repeat(101) }), '/call/callerId', 'too-long'],
    [{ ...call({}), source: 'x'.repeat(61) }, '/source', 'too-long'],
    [{ ...call({}), riding: 'x'.repeat(201) }, '/riding', 'too-long'],
    [call({ message: 'a\0b' }), '/call/message', 'not-text'],
    [call({ message: '\uD800' }), '/call/message', 'not-text'],
    [call({ message: 'a\uFFFF' }), '/call/message', 'not-text'],
    [call({ receivedAt: 'this morning' }), '/call/receivedAt', 'not-a-time'],
    [call({ receivedAt: '2011-02-31' }), '/call/receivedAt', 'no-such-date'],
    [call({ receivedAt: '0001-05-02' }), '/call/receivedAt', 'too-early'],
    [call({ receivedAt: '2011-05-04T12:00' }), '/call/receivedAt', 'in-the-future'],
    [call({ language: 'English!' }), '/call/language', 'not-a-language'],
    [reporter({ phone: 'mine' }), '/reporter/phone', 'not-a-phone-number'],
    [reporter({ phone: '555-0123' }), '/reporter/phone', 'not-a-phone-number'],
    [reporter({ phone: '000 000 0000' }), '/reporter/phone', 'not-a-phone-number'],
    [reporter({ ageBand: '44' }), '/reporter/ageBand', 'not-an-option'],
    [reporter({ earlierPoll: { receivedOn: '2012-01-01' } }), '/reporter/earlierPoll/receivedOn', 'in-the-future'],
    [reporter({ earlierPoll: { how: 'fax' } }), '/reporter/earlierPoll/how', 'not-an-option'],
    [{ ...call({}), representationOrder: 2003 }, '/representationOrder', 'wrong-type'],
    [{ ...call({}), extra: 1 }, '', 'unknown-field'],
    [call({ extra: 1 }), '/call', 'unknown-field'],
    [JSON.parse('{"call":{"callerId":"1"},"__proto__":{"a":1}}'), '', 'unknown-field'],
    [JSON.parse('{"call":{"callerId":"1","__proto__":"x","constructor":{}}}'), '/call', 'unknown-field'],
    [reporter({ toString: 'x' }), '/reporter', 'unknown-field'],
  ])('%j', (input, pointer, code) => expect(errorsOf(input)).toMatchObject([{ pointer, code }]))
})

test.each<[string, unknown, string[]]>([
  ['the options of a choice', call({ kind: 'robot' }), ['recorded', 'live', 'text', 'unsure']],
  [
    'the fields of a report',
    { ...call({}), extra: 1 },
    ['call', 'riding', 'representationOrder', 'source', 'reporter'],
  ],
  ['the fields of a part', reporter({ extra: 1 }), ['phone', 'ageBand', 'earlierPoll']],
  [
    'the fields of a part of a part',
    reporter({ earlierPoll: { extra: 1 } }),
    ['received', 'receivedOn', 'callerId', 'how', 'askedBy', 'preference'],
  ],
])('an error says what is allowed: %s', (_, input, allowed) => {
  expect(errorsOf(input)).toMatchObject([{ allowed }])
})

test('an error that is no matter of choice lists nothing', () => {
  expect(errorsOf(call({ receivedAt: 'today' }))).toEqual([{ pointer: '/call/receivedAt', code: 'not-a-time' }])
})

test('all that is wrong is said at once', () => {
  const input = {
    call: { kind: 'robot', receivedAt: '2099-01-01', secret: 'x', other: 'y' },
    reporter: { phone: 'mine', earlierPoll: { receivedOn: '2011-02-30' } },
    more: [],
  }
  expect(
    errorsOf(input)
      .map(({ pointer, code }) => `${pointer} ${code}`)
      .toSorted(),
  ).toEqual([
    ' unknown-field',
    '/call unknown-field',
    '/call/kind not-an-option',
    '/call/receivedAt in-the-future',
    '/reporter/earlierPoll/receivedOn no-such-date',
    '/reporter/phone not-a-phone-number',
  ])
})

test('a limit counts characters as people do, without the space around them', () => {
  expect(errorsOf(call({ message: ` ${'😀'.repeat(5000)} ` }))).toEqual([])
  expect(errorsOf(call({ message: '😀'.repeat(5001) }))).toEqual([{ pointer: '/call/message', code: 'too-long' }])
})

test('a phone that is null is said to be none', () => {
  expect(readReport(reporter({ phone: null }), now).reporter.phone).toBeNull()
  expect(readReport(reporter({}), now).reporter.phone).toBeUndefined()
})
