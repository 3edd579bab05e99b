import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { normaliseCallerId } from '../../functions/domain/caller-id.ts'
import { resolveRiding } from '../../functions/domain/ridings/resolve-riding.ts'
import type { RepresentationOrder } from '../../functions/domain/ridings/riding.ts'
import { readText } from '../../functions/domain/sms/read-text.ts'
import type { Found } from '../../functions/domain/sms/reading.ts'

const FIELDS = ['callerId', 'callbackNumber', 'riding', 'receivedAt'] as const
type Field = (typeof FIELDS)[number]
/** What a field means and where in the text it says so; `at` where it says so more than once. */
type Label = { is: string; span: string; at?: number }
type Row = {
  text: string
  language: 'en' | 'fr' | 'mixed'
  now: string
  zone: string
  order: RepresentationOrder
  difficulty: string
  expect: Partial<Record<Field, Label>>
}

const rows = readFileSync(join(import.meta.dirname, 'texts.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line): Row => JSON.parse(line))

const fields = rows.flatMap((row) => {
  const { text, order, difficulty, now, zone } = row
  const reading = readText(text, { now: new Date(now), zone, order })
  return FIELDS.map((field) => {
    const [label, found] = [row.expect[field], reading[field]]
    const given = found && meaning(field, found.value, order)
    const isRight = label !== undefined && given === label.is && isThere(found!, label, text)
    const isInvented = found !== undefined && given !== label?.is
    return { text, difficulty, field, wanted: label && `${label.is} in "${label.span}"`, given, isRight, isInvented }
  })
})

function meaning(field: Field, value: string, order: RepresentationOrder): string {
  if (field === 'receivedAt') return value
  if (field === 'riding') {
    const { id, candidates, province } = resolveRiding(value, { order })
    return id ?? (candidates.length > 0 ? 'candidates' : `province:${province}`)
  }
  const { kind, e164, shortCode } = normaliseCallerId(value)
  if (e164 || kind === 'withheld' || kind === 'unavailable') return e164 ?? kind
  // A part of a number is kept as it was typed.
  return shortCode ? `short-code:${shortCode}` : `typed:${value}`
}

/** Whether one of the two places holds the other. */
function isThere({ span }: Found, { span: words, at }: Label, text: string): boolean {
  const start = at ?? text.indexOf(words)
  const end = start + words.length
  return (span.start >= start && span.end <= end) || (span.start <= start && span.end >= end)
}

describe('of the labelled text messages', () => {
  test('there are many, in both languages and of many difficulties', () => {
    expect(rows.length).toBeGreaterThanOrEqual(300)
    expect(rows.filter(({ language }) => language === 'en').length).toBeGreaterThanOrEqual(180)
    expect(rows.filter(({ language }) => language === 'fr').length).toBeGreaterThanOrEqual(90)
    expect(new Set(rows.map(({ difficulty }) => difficulty)).size).toBeGreaterThanOrEqual(60)
  })

  test.each([
    ['callerId', 0.97],
    ['callbackNumber', 0.93],
    ['riding', 0.95],
    ['receivedAt', 0.93],
  ] as const)('%s is read rightly, and where it is said, in %d of those that say it', (field, bound) => {
    const meant = fields.filter((each) => each.field === field && each.wanted !== undefined)
    const missed = meant.filter(({ isRight }) => !isRight).map(readable)
    expect({ missed, share: 1 - missed.length / meant.length }).toMatchObject({
      share: expect.toSatisfy(atLeast(bound)),
    })
  })

  test('no value is invented in 995 of a thousand fields', () => {
    const invented = fields.filter(({ isInvented }) => isInvented).map(readable)
    expect({ invented, share: 1 - invented.length / fields.length }).toMatchObject({
      share: expect.toSatisfy(atLeast(0.995)),
    })
  })

  test('the language is that of the text wherever one is told', () => {
    const wrong = rows.filter(({ text, language, now, zone, order }) => {
      const told = readText(text, { now: new Date(now), zone, order }).language
      return language !== 'mixed' && told !== undefined && told !== language
    })
    expect(wrong.map(({ text }) => text)).toEqual([])
  })
})

function readable({ text, difficulty, field, wanted = 'nothing', given = 'nothing' }: (typeof fields)[number]): string {
  return `[${difficulty}] ${field}: ${wanted}, but read ${given}: ${JSON.stringify(text)}`
}

function atLeast(bound: number): (share: number) => boolean {
  return (share) => share >= bound
}
