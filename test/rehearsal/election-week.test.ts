import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { electionWeek, type WeekOptions } from '../../rehearsal/election-week.ts'
import { LINES } from '../../rehearsal/numbers.ts'
import type { Rehearsed, Trait } from '../../rehearsal/rehearsed.ts'
import { certainGroups, e164Of } from './certain-rule.ts'
import { requestTexts, textsOf } from './texts.ts'

const week = (options: Partial<WeekOptions> = {}) => [...electionWeek({ seed: 'test', reports: 4_000, ...options })]
const certain = week()
const hard = week({ isHard: true })

const having = (trait: Trait, reports: Rehearsed[] = certain) => reports.filter(({ traits }) => traits.includes(trait))
const digest = (reports: Rehearsed[]) => createHash('sha256').update(JSON.stringify(reports)).digest('hex')

/** Sets of report keys, comparable. */
const asSets = (groups: string[][]) => groups.map((group) => group.toSorted().join()).toSorted()
const byRule = (reports: Rehearsed[]) =>
  asSets(
    certainGroups(reports.map(({ key, told }) => ({ id: key, body: told }))).map((group) => group.map(({ id }) => id)),
  )
const byCall = (reports: Rehearsed[]) =>
  asSets([...Map.groupBy(reports, ({ callId }) => callId).values()].map((group) => group.map(({ key }) => key)))
const live = (reports: Rehearsed[]) => reports.filter(({ isLive }) => isLive)

test('the same seed and size give the same reports, byte for byte, another seed gives others', () => {
  expect(digest(week())).toBe(digest(certain))
  expect(digest(week({ seed: 'other' }))).not.toBe(digest(certain))
})

test.each([0, 1, 7, 150])(
  'exactly %i reports are made when so many are asked for, each with its own key',
  (reports) => {
    expect(new Set(week({ reports }).map(({ key }) => key)).size).toBe(reports)
  },
)

test('no more reports are made than the fictional lines can tell', () => {
  expect(() => week({ reports: 1_000_000 })).toThrow(RangeError)
})

describe('truth', () => {
  test.each(['a', 'b', 'c'])(
    'number, date and hour, and the calls themselves, make the same complaints (seed %s)',
    (seed) => {
      const reports = week({ seed })
      expect(byRule(live(reports))).toEqual(byCall(live(reports)))
      expect(reports.every(({ isCertain }) => isCertain)).toBe(true)
    },
  )

  test('withdrawing any reports leaves complaints that number, date and hour still tell apart', () => {
    const left = live(certain).filter(({ traits }, i) => i % 5 > 0 || traits.includes('twice-a-day'))
    expect(byRule(left)).toEqual(byCall(left))
  })

  test('in a hard rehearsal number, date and hour fall short, and the truth says of which reports', () => {
    expect(byRule(live(hard))).not.toEqual(byCall(live(hard)))
    const seen = hard.filter(({ isLive, isCertain }) => isLive && isCertain)
    expect(byRule(seen)).toEqual(byCall(seen))
  })

  test('the reports of one call agree on where it counts, unless they are hard', () => {
    for (const reports of Map.groupBy(certain, ({ callId }) => callId).values()) {
      expect(new Set(reports.map(({ cells }) => JSON.stringify(cells))).size).toBe(1)
    }
  })

  test('no line has more reports than are counted in full', () => {
    const most = Math.max(...[...Map.groupBy(week({ reports: 40_000 }), ({ line }) => line ?? '').entries()].map(([line, reports]) => (line ? reports.length : 0))) // prettier-ignore
    expect(most).toBeLessThan(50)
  })

  test('a report ends with the line that its last request leaves it', () => {
    for (const { line, told } of certain) {
      expect(line).toBe(told.reporter?.ageBand === 'under-14' ? null : (e164Of(told.reporter?.phone ?? '') ?? null))
    }
  })
})

describe('what happens in the week', () => {
  test('a twentieth of the reporters write their own number into the text, a fiftieth give it as the caller ID', () => {
    expect(having('own-number-in-text').length / certain.length).toBeCloseTo(0.05, 1.5)
    expect(having('own-number-as-caller').length / certain.length).toBeCloseTo(0.02, 1.8)
    for (const { told, cells } of having('own-number-as-caller')) {
      expect(e164Of(told.call.callerId!)).toBe(e164Of(told.reporter!.phone!))
      expect(cells.caller).toBe('invalid')
    }
    for (const { lines, requests } of having('own-number-in-text')) {
      const text = requestTexts(requests).join(' ').normalize('NFKC').replace(/\D/g, '')
      expect(lines.some((line) => text.split(line.slice(2)).length > 2)).toBe(true)
    }
  })

  test('one number calls one riding at ten on election day', () => {
    const burst = having('burst').filter(({ told }) => told.call.receivedAt?.includes('T'))
    expect(burst.length).toBeGreaterThan(500)
    expect(new Set(burst.map(({ cells }) => cells.riding))).toEqual(new Set(['ocd-division/country:ca/ed:35027', 'unresolved'])) // prettier-ignore
    const once = burst.filter(({ traits }) => !traits.includes('twice-a-day'))
    for (const { told } of once) expect(told.call.receivedAt).toMatch(/^2011-05-02T(09:5[89]|10:[0-3])/)
  })

  test.each<Trait>([
    'cluster', 'straggler', 'false-alarm', 'told-late', 'child', 'household', 'twice-a-day', 'half-remembered', 'partly-known',
    'replayed', 'resubmitted', 'two-doors', 'retold', 'withdrawn', 'amended-detail', 'amended-riding', 'amended-line', 'amended-without-phone', 'amended-to-nobody',
  ])('there is %s', (trait) => {
    expect(having(trait).length).toBeGreaterThan(3)
  }) // prettier-ignore

  test.each<Trait>([
    'one-digit-off',
    'digits-swapped',
    'caller-forgotten',
    'day-off',
    'hours-off',
    'am-or-pm',
    'around-the-hour',
    'undated',
    'message-only',
    'other-language',
    'riding-misspelt',
    'called-again-soon',
    'pasted-again',
  ])('only a hard rehearsal has %s', (trait) => {
    // prettier-ignore
    expect(having(trait)).toEqual([])
    expect(having(trait, hard).length).toBeGreaterThan(2)
  })

  test('three in ten write French, some use a plain form, some say nothing of where, who or when', () => {
    const share = (is: (report: Rehearsed) => boolean) => certain.filter(is).length / certain.length
    expect(having('french').length / certain.length).toBeCloseTo(0.3, 1)
    expect(share(({ requests }) => requests[0]!.headers['content-type']!.includes('form'))).toBeGreaterThan(0.1)
    expect(share(({ cells }) => cells.riding === 'unresolved')).toBeGreaterThan(0.05)
    expect(share(({ told }) => !told.call.receivedAt)).toBeGreaterThan(0.03)
    expect(share(({ line }) => line === null)).toBeGreaterThan(0.05)
    expect(new Set(certain.map(({ cells }) => cells.election))).toEqual(new Set(['federal', 'provincial', 'municipal']))
  })

  test('of two calls to one line from one number on one day, the times are told', () => {
    const firstTold = having('twice-a-day').filter(({ traits }) => !traits.some((trait) => trait === 'retold' || trait === 'two-doors')) // prettier-ignore
    for (const { told } of firstTold) expect(told.call.receivedAt).toMatch(/T/)
  })
})

const NORTH_AMERICAN = /(?<!\d)(?:\+?1\W?)?(\(?\d{3}\W{0,2}\d{3}\W{0,2}\d{4})/g

describe('numbers', () => {
  test('every number is fictional', () => {
    for (const report of [...certain, ...hard]) {
      for (const text of requestTexts(report.requests)) {
        for (const [, number] of text.normalize('NFKC').matchAll(NORTH_AMERICAN)) {
          expect(number!.replace(/\D/g, '')).toMatch(/^\d{3}55501\d\d$/)
        }
      }
    }
  })

  test('nobody calls from a line that is some reporter’s own', () => {
    const callers = [...certain, ...hard].flatMap(({ cells }) => (cells.caller?.startsWith('+') ? [cells.caller] : []))
    expect(callers.filter((caller) => LINES.includes(caller))).toEqual([])
  })

  test('marked, a reporter’s own number is in every field that takes a text or a number, in every spelling', () => {
    const spellings = new Map<string, Set<string>>()
    for (const { told, line } of week({ isMarked: true, reports: 1_500 })) {
      if (!line || !told.reporter?.phone) continue
      for (const [field, text] of textsOf(told)) {
        const shape = spellingOf(text, line)
        if (shape) spellings.set(field, (spellings.get(field) ?? new Set()).add(shape))
      }
    }
    for (const field of [
      'call.callerName',
      'call.claimedToBe',
      'call.message',
      'call.callbackNumber',
      'call.pollingPlace',
      'riding',
      'source',
      'reporter.earlierPoll.callerId',
      'call.callerId',
      'reporter.phone',
    ]) {
      // prettier-ignore
      expect([field, spellings.get(field)?.size ?? 0]).toEqual([field, expect.toSatisfy((n: number) => n >= 5)])
    }
  })

  test('what is sent without a phone holds no reporter’s number, which nothing at the door could recognise', () => {
    for (const { requests, lines } of week({ isMarked: true, reports: 1_500 })) {
      for (const text of requestTexts(requests.filter(({ body }) => body && !/phone(":"|=)/.test(body)))) {
        expect(lines.filter((line) => text.normalize('NFKC').replace(/\D/g, '').includes(line.slice(2)))).toEqual([])
      }
    }
  })
})

/** The line's number as the text has it, digits made alike; undefined where it is not. */
function spellingOf(text: string, line: string): string | undefined {
  const digits = line
    .slice(2)
    .split('')
    .map((digit) => `[${digit}${String.fromCodePoint(0xff10 + Number(digit))}]`)
  return new RegExp(`\\+?1?\\D?\\(?${digits.join('[^\\p{Nd}]{0,2}')}`, 'u').exec(text)?.[0].replace(/[0-9]/g, '9').replace(/[０-９]/g, '０') // prettier-ignore
}
