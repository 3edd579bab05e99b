import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scriptId } from '../../support/script-ids.ts'
import type { Reporter } from '../../../functions/domain/reporter.ts'
import { groupAll } from '../../../functions/domain/scripts/group-all.ts'
import { type Bands, joinTexts } from '../../../functions/domain/scripts/join-texts.ts'
import { BANDS, bandsOf, ROWS } from '../../../functions/domain/scripts/min-hash.ts'
import { isAlike, type Representative, withText } from '../../../functions/domain/scripts/representatives.ts'
import { Roots } from '../../../functions/domain/scripts/roots.ts'
import {
  changeSending,
  isWithin,
  type Senders,
  type Sending,
  templateSpans,
} from '../../../functions/domain/scripts/templates.ts'
import { packFeatures, similarity, textFeatures } from '../../../functions/domain/text-features.ts'
import { Random } from '../../../rehearsal/random.ts'

const random = new Random('grouping')
const word = () => `w${random.between(0, 3000)}`
const words = (count: number) => Array.from({ length: count }, word)

/** A text, each of its words changed with this chance in a hundred. */
function retold(text: string[], chance: number): string[] {
  return text.map((said) => (random.between(1, 100) <= chance ? word() : said))
}

describe('bands', () => {
  test.each([0.2, 0.4, 0.6, 0.8])(
    'texts that share %d of their words share a band as often as the theory says',
    (share) => {
      let [met, expected] = [0, 0]
      const rounds = 6000
      for (let n = 0; n < rounds; n += 1) {
        const common = Math.round((2 * 60 * share) / (1 + share))
        const shared = Array.from({ length: common }, (_, i) => `c${n}x${i}`)
        const own = (side: string) => Array.from({ length: 60 - common }, (_, i) => `${side}${n}y${i}`)
        const [a, b] = [textFeatures([...shared, ...own('a')].join(' ')), textFeatures([...shared, ...own('b')].join(' '))] // prettier-ignore
        const names = new Set(bandsOf(a))
        if (bandsOf(b).some((name) => names.has(name))) met += 1
        expected += 1 - (1 - similarity(a, b) ** ROWS) ** BANDS
      }
      expect(Math.abs(met - expected) / rounds).toBeLessThan(0.02)
    },
  )

  test('a band keeps the same four representatives in any order', () => {
    const texts = Array.from({ length: 12 }, (_, n): Representative => ({ id: scriptId(`text ${n}`), features: [n] }))
    const kept = (order: Representative[]) => order.reduce<readonly Representative[]>(withText, [])
    fc.assert(
      fc.property(fc.shuffledSubarray(texts, { minLength: 12 }), (order) => {
        expect(kept([...order, ...order])).toEqual(kept(texts))
        expect(kept(order)).toHaveLength(4)
      }),
    )
  })
})

test('nodes joined in any order have the same roots, the smallest of each', () => {
  const pair = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }))
  const join = (pairs: (readonly [number, number])[]) => {
    const roots = new Roots()
    for (const [a, b] of pairs) roots.join(`n${String(a).padStart(2, '0')}`, `n${String(b).padStart(2, '0')}`)
    return Array.from({ length: 31 }, (_, n) => roots.rootOf(`n${String(n).padStart(2, '0')}`))
  }
  fc.assert(
    fc.property(
      fc.array(pair, { maxLength: 40 }).chain((pairs) => fc.tuple(fc.constant(pairs), fc.shuffledSubarray(pairs, { minLength: pairs.length }))), // prettier-ignore
      ([pairs, shuffled]) => {
        expect(join(shuffled)).toEqual(join(pairs))
        for (const [n, root] of join(pairs).entries()) expect(root <= `n${String(n).padStart(2, '0')}`).toBe(true)
      },
    ),
  )
})

describe('texts that come one by one', () => {
  const scripts = Array.from({ length: 12 }, () => words(random.between(12, 30)))

  /** Of so many orders, the share of texts that are in another script, or one of another name, than when all come at once. */
  function differing(slips: number, orders = 8): number {
    const texts = scripts.flatMap((script) => Array.from({ length: 40 }, () => retold(script, slips).join(' ')))
    const named = texts.map((text) => {
      const features = textFeatures(text)
      return { id: scriptId(`text ${packFeatures(features)}`), features, bands: bandsOf(features) }
    })
    const reporters = texts.map((text, n) => ({ key: `R${n}`, reports: { r: { text: packFeatures(textFeatures(text)), complaintId: `c${n}` } } }) as unknown as Reporter) // prettier-ignore
    const right = groupAll(reporters, { quoted: new Set(), idOf: scriptId })
    let differs = 0
    for (let round = 0; round < orders; round += 1) {
      const [bands, roots]: [Bands, Roots] = [new Map(), new Roots()]
      const order = named.map((text) => [random.between(0, 1e9), text] as const).toSorted(([a], [b]) => a - b)
      for (const [, text] of order) for (const [a, b] of joinTexts([text], bands).alike) roots.join(a, b)
      differs += named.filter(({ id }) => roots.rootOf(id) !== right.rootOf(id)).length
      for (const band of bands.values()) expect(band.length).toBeLessThanOrEqual(4)
    }
    return differs / (orders * named.length)
  }

  // A text that is hardly like any other may miss the one it is like, when that is none of the four of a band. Recount finds these.
  test('in any order make the same scripts as all at once, under the same names, but for one text in a thousand', () => {
    expect(differing(3)).toBeLessThan(1 / 1000)
  })

  test('in which one word in twelve is wrong make others in at most one case in thirty', () => {
    expect(differing(8)).toBeLessThan(1 / 30)
  })
})

test('texts that share some phrases are not alike, nor are short ones that share their few words', () => {
  const alike = (a: string, b: string) => isAlike(textFeatures(a), textFeatures(b))
  const opening = 'This is an automated message from Elections Canada for all voters.'
  expect(alike(`${opening} Your poll has moved to the arena on Mill Road.`, `${opening} You may cast your ballot by telephone, press one.`)).toBe(false) // prettier-ignore
  expect(alike('poll moved arena', 'poll moved arena')).toBe(false)
})

describe('templates', () => {
  const at = (minutes: number) => new Date(Date.parse('2026-05-01T12:00:00Z') + minutes * 60_000).toISOString()
  const senders = (...minutes: number[]) => Object.fromEntries(minutes.map((m, n) => [`R${n}`, at(m)]))

  test('ten senders within six hours make a span, nine do not, nor ten within seven', () => {
    const ten = [0, 5, 10, 15, 20, 25, 30, 35, 40]
    expect(templateSpans([], senders(...ten, 360))).toEqual([[at(0), at(360)]])
    expect(templateSpans([], senders(...ten))).toEqual([])
    expect(templateSpans([], senders(...ten, 420))).toEqual([])
  })

  test('a later wave makes a span of its own, and what came between the waves is in none', () => {
    const first = templateSpans([], senders(0, 1, 2, 3, 4, 5, 6, 7, 8, 9))
    const both = templateSpans(first, senders(...Array.from({ length: 10 }, (_, n) => 2000 + n)))
    expect(both).toEqual([[at(0), at(9)], [at(2000), at(2009)]]) // prettier-ignore
    expect([5, 1000, 2004].map((minute) => isWithin(both, at(minute)))).toEqual([true, false, true])
  })

  const NOBODY: Sending = { senders: {}, spans: [] }
  /** Ninety who come now and then, and waves, hours or days apart. */
  const sendings = fc
    .tuple(
      fc.array(fc.nat({ max: 40_000 }), { maxLength: 90 }),
      fc.array(fc.tuple(fc.nat({ max: 40_000 }), fc.integer({ min: 1, max: 45 })), { maxLength: 4 }),
    )
    .map(([alone, waves]) => senders(...alone, ...waves.flatMap(([from, many]) => Array.from({ length: many }, (_, n) => from + 7 * n)))) // prettier-ignore

  test('the same spans are found in whatever order, and by however many at once, a text is sent', () => {
    fc.assert(
      fc.property(
        sendings,
        fc.infiniteStream(fc.integer({ min: 1, max: 12 })),
        fc.infiniteStream(fc.nat()),
        (all, sizes, order) => {
          // prettier-ignore
          const rest = Object.entries(all).map((entry) => ({ entry, by: order.next().value })).toSorted((a, b) => a.by - b.by).map(({ entry }) => entry) // prettier-ignore
          let known = NOBODY
          const marked = new Set<string>()
          while (rest.length > 0) {
            const came = Object.fromEntries(rest.splice(0, sizes.next().value))
            const { concerned, ...sending } = changeSending(known, { came })
            for (const key of concerned) if (isWithin(sending.spans, all[key]!)) marked.add(key)
            for (const [key, at] of Object.entries(came)) if (isWithin(sending.spans, at)) marked.add(key)
            known = sending
            expect(Object.keys(known.senders).length).toBeLessThanOrEqual(120)
          }
          const spans = templateSpans([], all)
          expect(known.spans).toEqual(spans)
          expect(marked).toEqual(new Set(Object.keys(all).filter((key) => isWithin(spans, all[key]!))))
        },
      ),
    )
  })

  test('a wave of older copies is seen however many came after it', () => {
    const later = changeSending(NOBODY, { came: senders(...Array.from({ length: 60 }, (_, n) => 5_000 + 60 * n)) })
    const wave = Object.fromEntries(Array.from({ length: 10 }, (_, n) => [`W${n}`, at(n)]))
    const one = (known: Sending, [key, time]: [string, string]) => changeSending(known, { came: { [key]: time } })
    expect(later.spans).toEqual([])
    expect(Object.entries(wave).reduce<Sending>(one, later).spans).toEqual([[at(0), at(9)]])
  })

  test('who takes a copy back, or sent it at another time, leaves the spans that the others make', () => {
    const few: Senders = senders(...Array.from({ length: 14 }, (_, n) => 30 * n))
    fc.assert(
      fc.property(fc.subarray(Object.keys(few)), fc.nat({ max: 900 }), (gone, minute) => {
        const known = changeSending(NOBODY, { came: few })
        const without = changeSending(known, { gone: new Set(gone) })
        const left = Object.fromEntries(Object.entries(few).filter(([key]) => !gone.includes(key)))
        expect(without.spans).toEqual(templateSpans([], left))
        for (const key of without.concerned) expect(isWithin(known.spans, few[key]!)).toBe(!isWithin(without.spans, few[key]!)) // prettier-ignore
        expect(changeSending(known, { came: { R0: at(minute) } }).spans).toEqual(templateSpans([], { ...few, R0: at(minute) })) // prettier-ignore
      }),
    )
  })
})
