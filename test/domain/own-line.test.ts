import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normaliseCallerId } from '../../functions/domain/caller-id.ts'
import { clearNumber, clearText } from '../../functions/domain/clear-own-line.ts'
import { readDigits } from '../../functions/domain/digit-stream.ts'
import { readLine } from '../../functions/domain/line.ts'
import { asked, ownLine } from '../../functions/domain/own-line.ts'
import { dialledText, spelledNumber } from '../support/own-number.ts'

const owns = [ownLine(readLine('519-555-0123'))]
const GONE = "[reporter's number]"

describe('the reporter’s own number leaves every text, however it is spelled', () => {
  test.each([
    ['519-555-0123', GONE],
    ['call 5195550123 now', `call ${GONE} now`],
    ['+1 (519) 555-0123', GONE],
    ['1.519.555.0123', GONE],
    ['011 1 519 555 0123', GONE],
    ['519/555/0123 et 519 555 0123', `${GONE} et ${GONE}`],
    ['519\n555\r\n0123', GONE],
    ['519ー555ー0123', GONE],
    ['5\u200B1\u200B9\u200B5\u200B5\u200B5\u200B0\u200B1\u200B2\u200B3', GONE],
    ['519\u00A0555\u00A00123', GONE],
    ['５１９ ５５５ ０１２３', GONE],
    ['٥١٩ ٥٥٥ ٠١٢٣', GONE],
    ['𝟓𝟏𝟗 𝟓𝟓𝟓 𝟎𝟏𝟐𝟑', GONE],
    ['⑤①⑨ ⑤⑤⑤ ⓪①②③', GONE],
    ['519 555 O123', GONE],
    ['5l9-555-oI23', GONE],
    ['❺❶❾ ➎➎➎ ⓿①❷➌', GONE],
    ['〥〡〩 五五五 〇一二三', GONE],
    ['電話 五一九の五五五〇一二三', `電話 五一九の${GONE}`],
    ['five one nine, treble five, oh one two three', GONE],
    ['five one nine then five five five minus zero one two three', GONE],
    ['five one nine five five five zero one two three', GONE],
    ['five-one-nine, triple five, oh one twenty-three', GONE],
    ['FIVE ONE NINE dash FIVE FIVE FIVE dash 0 1 2 3', GONE],
    ['fiveonenine555zeroonetwothree', GONE],
    ['five hundred nineteen, five hundred and fifty-five, 0123', GONE],
    ['cinq-un-neuf cinq-cinq-cinq zéro-un-deux-trois', GONE],
    ['cinq cent dix-neuf, cinq cent cinquante-cinq, zéro un vingt-trois', GONE],
    ['519%20555%200123', GONE],
    ['%35%31%39%35%35%35%30%31%32%33', GONE],
    ['519%2520555%25200123', GONE],
    ['519&nbsp;555&#160;0123', GONE],
    ['519<br>555<br />0123', GONE],
    ['<b>519</b>555<i>0123</i>', `<b>${GONE}</i>`],
    ['519%3Cbr%3E555&lt;br&gt;0123', GONE],
    ['&#53&#0049&#x39&#53&#53&#53&#48&#49&#50&#51', GONE],
    ['&amp;#53;&amp;amp;#49;9-555-0123', GONE],
    ['%FF%35%31%39%35%35%35%30%31%32%33%E9', `%FF${GONE}%E9`],
    ['%u0035\\x31\\u0039 555 0123', GONE],
    ['519\\n555\\t0123\\r', `${GONE}\\r`],
    ['my number is 555-0123, ok?', `my number is ${GONE}, ok?`],
    ['on May 2 555-0123 rang', `on May 2 ${GONE} rang`],
    ['at 10:30 555 0123 rang', `at 10:30 ${GONE} rang`],
    ['in 2011 555 0123 was mine', `in 2011 ${GONE} was mine`],
  ])('%j', (text, cleared) => expect(clearText(text, owns)).toBe(cleared))
})

describe('what is not the reporter’s own number stays', () => {
  test.each([
    '450-555-0123',
    '(450) 555 0123',
    '4505550123',
    '1-800-555-0123',
    'four five zero, five five five, zero one two three',
    'one eight hundred five five five zero one two three',
    '519-555-0124',
    '5,550,123 voters',
    '5\u00A0550\u00A0123 électeurs',
    '519 people, 555 of them at 0123 Main Street',
    'oh what a night, one of five nine',
    '100 % sure & 20%off; il a dit "un, deux"',
    '',
  ])('%j', (text) => expect(clearText(text, owns)).toBe(text))
})

test.each([
  ['514-204-2012', 'cinq cent quatorze, deux cent quatre, vingt, douze'],
  ['514-204-2012', 'cinq cent quatorze deux cent quatre vingt douze'],
  ['519-504-2012', 'five hundred nineteen, five oh four, twenty twelve'],
  ['519-555-1200', 'five one nine five five five twelve hundred'],
  ['519-555-1200', '519-555 douze cents'],
  ['519-555-1200', '519 555 mille deux cents'],
  ['519-555-1100', '519 555 mille cent'],
  ['519-555-2000', 'five one nine five five five two thousand'],
  ['519-555-2011', '519 555 two thousand and eleven'],
  ['604-260-1210', 'six cent quatre, deux cent soixante, douze, dix'],
  ['418-660-1234', 'quatre cent dix-huit, six cent soixante, douze, trente-quatre'],
  ['418-680-1234', 'quatre cent dix-huit, six cent quatre-vingt, douze, trente-quatre'],
  ['418-555-0199', 'quatre cent dix-huit, cinq cent, cinquante-cinq, zéro cent, quatre-vingt-dix-neuf'],
])('%s may be said %j', (line, text) => expect(clearText(text, [ownLine(readLine(line))])).toBe(GONE))

test('a quatre-vingt number is understood', () => {
  const line = [ownLine(readLine('418 580 0199'))]
  expect(clearText('quatre cent dix-huit, cinq cent quatre-vingt, zéro un quatre-vingt-dix-neuf', line)).toBe(GONE)
})

test('a line elsewhere in the world leaves the text too, but has no local form', () => {
  const line = [ownLine(readLine('+44 7700 900123'))]
  expect(clearText('mine is 07700 900123, not 090-0123', line)).toBe(`mine is 0${GONE}, not 090-0123`)
})

test('both lines of someone who names a new one leave the text', () => {
  const both = [...owns, ownLine(readLine('613-555-0177'))]
  expect(clearText('was 519 555 0123, is 613 555 0177', both)).toBe(`was ${GONE}, is ${GONE}`)
})

const around = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.lorem({ maxCount: 6 }),
  fc.constantFrom('Call me: ', ' thanks', 'on 2011-05-02 at 10:03, ', '(home)', ' or 450-555-0146 '),
)

test('whatever the text and the spelling, no ten digits of the number survive', () => {
  fc.assert(
    fc.property(around, spelledNumber('5195550123'), around, (before, number, after) => {
      const cleared = clearText(`${before} ${number} ${after}`, owns)
      expect(cleared).toContain(GONE)
      expect(readDigits(cleared).filter(({ digits }) => digits.includes('5195550123'))).toEqual([])
    }),
    { numRuns: 3000 },
  )
})

test('a text without the number is never changed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      fc.pre(!/5\D*1\D*9|555/.test(text))
      expect(clearText(text, owns)).toBe(text)
    }),
  )
})

describe('32 KiB of the worst text take a few milliseconds', () => {
  test.each([
    '5',
    '519555012',
    '5 ',
    'one ',
    'o',
    'twenty',
    'cent ',
    'quatre-vingt ',
    '%25',
    '%2',
    '&a',
    '&#',
    '\\u0035',
    '(+1',
    '555-0123 ',
    '5195550123',
    '\u0660',
    '①',
    'e\u0301',
    '\u0301',
    '﷽',
    'cent%20vingt ',
    'quatre<b>vingt,',
    '%FF',
    '&amp;',
    '&#5',
    '<b',
    '\\n',
    '\\',
    '❺',
    '五',
    'two thousand ',
  ])('%j', (unit) => {
    const text = unit.repeat(Math.floor(32_768 / Buffer.byteLength(unit)))
    clearText(text, owns)
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now()
      clearText(text, owns)
      return performance.now() - start
    })
    expect(Math.min(...times)).toBeLessThan(100) // on two busy cores; what is not linear takes seconds
  })
})

describe('a number field never holds the reporter’s own line', () => {
  test.each([
    '519-555-0123',
    '+15195550123',
    '555-0123',
    '(519) 555-O123 ext. 3',
    'five one nine 5550123',
    '5195550123 5195550123',
    '519ー555ー0123',
    '519x555x0123',
    '519 ext. 555 then call 0123',
    'tel:0123;phone-context=+1519555',
    '450 555 0146 or 519-555-0123',
    '450 555 0146 / 519.555.O123',
    '2011-05-02 10:15 519 555 0123',
    '519-555-0123 poste 4',
    '+1 450 555 0146 +1 519 555 0123',
    'tel:555-0123;phone-context=+1-519;isub=1',
  ])('%j', (text) => expect(clearNumber(text, owns)).toEqual({ signs: ['same-line'] }))
})

test.each([
  ['+54 9 11 2345 6789', '+54 11 15 2345 6789'],
  ['+52 55 1234 5678', '+52 1 55 1234 5678'],
  ['+55 11 96123 4567', '+55 0 15 11 96123 4567'],
])('%j is the line however its country dials it: %j', (line, text) =>
  expect(clearNumber(text, [ownLine(readLine(line))])).toEqual({ signs: ['same-line'] }),
)

test('without a line nothing is the reporter’s', () => {
  expect(clearNumber('private', [ownLine(undefined)])).toEqual({ text: 'private' })
})

test('what the door leaves in a number field is never counted as the reporter’s line', () => {
  fc.assert(
    fc.property(dialledText('5195550123'), (text) => {
      const { text: left, signs } = clearNumber(text, owns)
      const { e164, second } = normaliseCallerId(left ?? '', signs)
      expect([e164, second]).not.toContain('+15195550123')
    }),
    { numRuns: 3000 },
  )
})

test('a neighbour of the reporter’s line is told from others', () => {
  expect(clearNumber('519 555 0199', owns)).toEqual({ text: '519 555 0199', signs: ['same-exchange'] })
  expect(clearNumber('450 555 0146', owns)).toEqual({ text: '450 555 0146' })
  expect(clearNumber('Private', owns)).toEqual({ text: 'Private' })
  expect(clearNumber('519 555 0123', [])).toEqual({ text: '519 555 0123' })
})

describe('a line that only a receipt knows', () => {
  const one = (index: number) => `450-555-0${100 + index}`
  const others = (count: number) => Array.from({ length: count }, (_, index) => one(index))

  test('is told from twenty other numbers, however often they are written', () => {
    const text = ['on 2011-05-02 at 10:03', ...others(19), ...others(19), '519-555-0123'].join(' or ')
    expect(clearText(text, [asked(ownLine(readLine('519-555-0123')))])).toBe(text.replace('519-555-0123', GONE))
  })

  test('is not told from any further number in the same request', () => {
    const line = asked(ownLine(readLine('519-555-0123')))
    expect(others(20).map((text) => clearText(text, [line]))).toEqual(others(20))
    expect([one(20), '555-0101', '519-555-0123', one(0)].map((text) => clearText(text, [line]))).toEqual([
      GONE,
      GONE,
      GONE,
      one(0),
    ])
  })

  test('is not searched for when there is none', () => {
    const text = others(30).join(' or ')
    expect(clearText(text, [asked(ownLine(undefined))])).toBe(text)
  })

  test('abroad is found too', () => {
    const line = asked(ownLine(readLine('+44 7700 900123')))
    expect(clearText('mine is 07700 900123', [line])).toBe(`mine is 0${GONE}`)
  })
})
