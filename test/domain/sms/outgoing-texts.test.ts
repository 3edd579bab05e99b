import { expect, test } from 'vitest'
import { fitsSegment, toGsm7 } from '../../../functions/domain/sms/gsm7.ts'
import { numberedChoices, outgoing, OUTGOING, type OutgoingText } from '../../../functions/domain/sms/outgoing-texts.ts'
import { REPRESENTATION_ORDERS, ridingsOf } from '../../../functions/domain/ridings/riding.ts'

const LANGUAGES = ['en', 'fr'] as const
const longest = LANGUAGES.map(
  (language) =>
    REPRESENTATION_ORDERS.flatMap((order) => ridingsOf(order).map(({ name }) => name[language])).toSorted(
      (a, b) => b.length - a.length,
    )[0]!,
)
const PARTS = {
  id: `rpt_${'0'.repeat(26)}`,
  reports: '1234',
  doors: 'web 400, SMS 434, import "Office of the Member for a Riding" 400',
}
const names = Object.keys(OUTGOING) as OutgoingText[]

test.each(names.flatMap((name) => LANGUAGES.map((language) => ({ name, language }))))(
  '$name in $language fits one message of 160 GSM-7 characters, whole',
  ({ name, language }) => {
    const choices = numberedChoices([longest[0]!, longest[1]!], language)!
    const text = outgoing(name, language, { ...PARTS, choices })
    const sent = text.replace(/[\uE000-\uE002]/g, 'X')
    expect([sent.length, sent, fitsSegment(sent)]).toEqual([sent.length, sent, true])
    expect(text).not.toMatch(/\.\.\.$/)
  },
)

test.each(LANGUAGES)('two ridings with the longest names of all fit one question in %s', (language) => {
  expect(numberedChoices([longest[0]!, longest[1]!], language)).toBeDefined()
})

test('both languages say the same: the same numbers, addresses and codes, and the keyword of the same meaning', () => {
  const same: [string, string][] = [
    ['SHOW', 'VOIR'],
    ['ERASE', 'EFFACER'],
    ['HELP', 'AIDE'],
    ['STOP', 'ARRET'],
    ['START', 'START'],
  ]
  const facts = (text: string) =>
    [...text.matchAll(/\d[\d-]{5,}|elections\.ca|[\uE000-\uE002]+|rpt_/gu)].map(String).toSorted()
  for (const name of names) {
    const [en, fr] = LANGUAGES.map((language) => outgoing(name, language, { ...PARTS, choices: '1 A, 2 B' }))
    expect({ name, facts: facts(fr!) }).toEqual({ name, facts: facts(en!) })
    for (const [english, french] of same)
      expect([name, french, fr!.includes(french)]).toEqual([name, french, en!.includes(english)])
  }
})

test('what others wrote is put into letters that a message has, and cut where it is too long', () => {
  expect(toGsm7('Côte-Nord—Côté “x” œuvre 漢')).toBe('Cote-Nord-Coté "x" oeuvre ?')
  const text = outgoing('holdings', 'en', { reports: '3', doors: 'x'.repeat(300) })
  expect(text).toHaveLength(160)
})
