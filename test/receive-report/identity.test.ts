import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readDigits } from '../../functions/domain/digit-stream.ts'
import { type Door, openDoor } from '../support/door.ts'
import { jsonPost } from '../support/http-event.ts'
import { spelledNumber } from '../support/own-number.ts'

const NATIONAL = '5195550123'

let door: Door
beforeAll(async () => {
  door = await openDoor()
})
afterAll(() => door.stop())

async function told(body: object) {
  expect((await door.ask(jsonPost(body))).statusCode).toBe(202)
  const [message] = await door.drain()
  return message!
}

test('in no field, however spelled, does the reporter’s number pass the door', async () => {
  const field = (max: number) =>
    fc
      .tuple(fc.lorem({ maxCount: 2 }), spelledNumber(NATIONAL), fc.lorem({ maxCount: 2 }))
      .map((parts) => parts.join(' '))
      .filter((text) => text.length <= max)
  const call = fc.record({
    callerId: field(100),
    callerName: field(100),
    claimedToBe: field(200),
    message: field(5000),
    callbackNumber: field(100),
    pollingPlace: field(300),
  })
  const earlierPoll = fc.record({ callerId: field(100) })
  const body = fc.record({
    call,
    riding: field(200),
    source: field(60),
    reporter: fc.record({ phone: fc.constant(NATIONAL), earlierPoll }),
  })
  await fc.assert(
    fc.asyncProperty(body, async (report) => {
      const { acceptedAt: _, messageId: __, id: ___, line: ____, ...message } = await told(report)
      const texts = strings(message)
      const isIn = (text: string) => readDigits(text).some(({ digits }) => digits.includes(NATIONAL))
      expect(texts.filter(isIn)).toEqual([])
      expect(texts.filter((text) => isIn(decodeURIComponent(text)))).toEqual([])
      expect(message.told?.call).toMatchObject({ callerIdSigns: ['same-line'], callbackNumberSigns: ['same-line'] })
      expect(message.told?.call).not.toHaveProperty('callerId')
      expect(message.told?.earlierPoll).toEqual({ callerIdSigns: ['same-line'] })
    }),
    { numRuns: 100 },
  )
  expect(door.logs().join('\n')).not.toMatch(/519.?555.?0123/)
})

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : []
}

test('a number hidden in a language or a time does not pass either', async () => {
  const { told: passed } = await told({
    call: { callerId: 'private', language: 'en-x-519-555-0123', receivedAt: '2011-05-02T10:03:00.519555012' },
    reporter: { phone: NATIONAL },
  })
  expect(passed?.call).toMatchObject({ language: 'en', receivedAt: '2011-05-02T10:03' })
})

test('a neighbour’s line that was displayed is kept, with the sign that only the door can see', async () => {
  const { told: passed } = await told({ call: { callerId: '519 555 0199' }, reporter: { phone: NATIONAL } })
  expect(passed?.call).toMatchObject({ callerId: '519 555 0199', callerIdSigns: ['same-exchange'] })
})

describe('of a child nothing is kept that the child wrote', () => {
  const child = (call: object, rest: object = {}) => ({
    call: { message: 'XYZZY', ...call },
    reporter: { phone: NATIONAL, ageBand: 'under-14' },
    ...rest,
  })

  test('no line, no words, no source', async () => {
    const words = { callerName: 'XYZZY', claimedToBe: 'XYZZY', pollingPlace: 'XYZZY' }
    const message = await told(child(words, { source: 'XYZZY', riding: 'XYZZY' }))
    expect(JSON.stringify(message)).not.toContain('XYZZY')
    expect(message).toMatchObject({ line: null, told: { ageBand: 'under-14', words: {} } })
  })

  test.each([
    ['Mum (450) 555-0146', { callerId: '+14505550146', callerIdSigns: [] }],
    ['XYZZY private', { callerId: 'withheld', callerIdSigns: [] }],
    ['XYZZY unknown', { callerId: 'unavailable', callerIdSigns: [] }],
    ['XYZZY', { callerIdSigns: [] }],
    ['519 555 0123', { callerIdSigns: ['same-line'] }],
    ['519 555 0199', { callerId: '+15195550199', callerIdSigns: ['same-exchange'] }],
  ])('the display %j in normal form', async (callerId, expected) => {
    const { told: passed } = await told(child({ callerId, callbackNumber: 'XYZZY' }))
    expect(passed?.call).toEqual({ ...expected, kind: 'unsure', election: 'federal' })
  })

  test('a riding by its id, or else its province', async () => {
    const { told: passed } = await told(child({ receivedAt: '2011-05-02' }, { riding: ' guelph ' }))
    expect(passed).toMatchObject({ riding: 'ocd-division/country:ca/ed:35027', call: { receivedAt: '2011-05-02' } })
    const { told: elsewhere } = await told(child({ receivedAt: '2011-05-02' }, { riding: 'by the lake, N1G 4X2' }))
    expect(elsewhere).toMatchObject({ riding: 'ON' })
  })
})
