import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { REPRESENTATION_ORDERS } from '../../../functions/domain/ridings/riding.ts'
import { readText, type TextContext } from '../../../functions/domain/sms/read-text.ts'
import type { Found, TextReading } from '../../../functions/domain/sms/reading.ts'
import { readWrittenTime, timeFault } from '../../../functions/domain/written-time.ts'

const PIECES = [
  'Got call from ', '450 555 0146', '(450) 555-0146', '1-800-555-0199', ' at 10:15 this morning', 'hier soir vers 22h', 'May 2', ' 25/4/2011 ',
  'said my polling station moved to ', 'Old Mill rd', ", I'm in ", 'guelph', 'N1G 2W1', 'Saint-Jean', 'Kitchener—Waterloo', 'l’île', 'riding 35027',
  '"', '«', '»', '\n', ' ', '.', ',', '(', '+', '-', '1', '10', ' ago', 'il y a ', '2 heures', 'private number', 'numéro inconnu', 'text from ', '12345', 'my number is ',
  'call ', 'not ', 'in ', 'à ', 'street', 'four five zero ', 'quatre-vingt ', '٤٥٠', '4️⃣', '😡', 'é', 'e\u0301', '\u200F', '\uD83D', '\0', 'ﷺ', 'STOP', 'https://a.example/1',
] // prettier-ignore
const text = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 300 }),
)
const context = fc.record({
  now: fc.date({ min: new Date('2004-01-01'), max: new Date('2031-01-01'), noInvalidDate: true }),
  order: fc.constantFrom(...REPRESENTATION_ORDERS),
  zone: fc.constantFrom('America/Toronto', 'America/Vancouver', 'America/St_Johns'),
  asked: fc.constantFrom('number' as const, 'place' as const, 'time' as const, undefined),
})

function foundIn(reading: TextReading): Found[] {
  return Object.values(reading).filter((each) => typeof each === 'object')
}

/** What speaks against a time; undefined when nothing does. */
function faultOf(value: string, now: Date): string | undefined {
  const written = readWrittenTime(value)
  return written ? timeFault(written, now) : 'unreadable'
}

describe('any text', () => {
  test('is read without an exception, twice alike, with spans inside it, and no time that is to come', () => {
    fc.assert(
      fc.property(text, context, (said, where) => {
        const reading = readText(said, where)
        expect(readText(said, where)).toEqual(reading)
        for (const { value, span } of foundIn(reading)) {
          expect(value).not.toBe('')
          expect(span.start).toBeGreaterThanOrEqual(0)
          expect(span.end).toBeGreaterThan(span.start)
          expect(span.end).toBeLessThanOrEqual(said.length)
        }
        const { receivedAt, ...others } = reading
        for (const { value, span } of foundIn(others)) expect(said.slice(span.start, span.end)).toBe(value)
        expect(receivedAt && faultOf(receivedAt.value, where.now)).toBeUndefined()
      }),
      { numRuns: 2000 },
    )
  })

  // 3 to 11 ms on a calm machine; where others work on it as well, several times as much.
  test('of 5,000 characters is read in 100 ms, whatever it is made of', () => {
    const where: TextContext = { now: new Date('2011-05-02T18:20:00Z'), order: '2003', zone: 'America/Toronto' }
    const texts = [
      ...PIECES,
      'i live in westmounx vilx, ',
      'in toronto qwertyuiop asdfghjkl, ',
      'a.',
      'a@',
      '"aaaaaaaaaaaaaa" ',
      'ab ',
    ].map((piece) => piece.repeat(Math.ceil(5000 / piece.length)).slice(0, 5000))
    const slow = texts.filter((each) => !isReadIn(100, each, where))
    expect(slow.map((each) => each.slice(0, 30))).toEqual([])
  })

  test('of 50,000 characters is read as far as a report takes it', () => {
    const where: TextContext = { now: new Date('2011-05-02T18:20:00Z'), order: '2003', zone: 'America/Toronto' }
    expect(readText(`450 555 0146 ${'x'.repeat(50_000)} Guelph`, where)).toMatchObject({
      callerId: { value: '450 555 0146' },
    })
    expect(readText(`${'x '.repeat(25_000)} 450 555 0146`, where).callerId).toBeUndefined()
  })
})

const TRIES = 20

/** Whether a text is read in so many milliseconds, once other work on this machine does not stand in between. */
function isReadIn(ms: number, said: string, where: TextContext): boolean {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const start = performance.now()
    readText(said, where)
    if (performance.now() - start <= ms) return true
  }
  return false
}
