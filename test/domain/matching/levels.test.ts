import { expect, test } from 'vitest'
import { compareCallbacks, compareCallers } from '../../../functions/domain/matching/compare-numbers.ts'
import { compareKinds, compareRidings } from '../../../functions/domain/matching/compare-places.ts'
import { compareReports, levelsOf } from '../../../functions/domain/matching/compare-reports.ts'
import { wordFactsOf } from '../../../functions/domain/facts.ts'
import { compareMessages, compareNames } from '../../../functions/domain/matching/compare-words.ts'
import { prepare } from '../../../functions/domain/matching/prepare-report.ts'
import { packFeatures, textFeatures } from '../../../functions/domain/text-features.ts'

const said = (text: string, language?: string) => ({ words: textFeatures(text), language })
const message = (text: string, language?: string) =>
  prepare({ ...wordFactsOf({ message: text }), ...(language ? { language } : {}) })
const packed = (text: string) => packFeatures(textFeatures(text))

test.each([
  ['+14505550146', '+14505550146', 'same'],
  ['+14505550146', '+14505550148', 'oneDigitOff'],
  ['+14505550146', '+14505550164', 'twoSwapped'],
  ['+14505550146', '+16135550146', 'otherAreaCode'],
  ['+14505550146', '+14505550157', 'twoDigitsOff'],
  ['+14505550146', '+16135550182', 'different'],
  ['+14505550146', '+442075550146', 'different'],
  ['+14505550146', 'withheld', 'oneNameless'],
  ['withheld', 'withheld', 'bothNameless'],
  ['withheld', 'unavailable', 'namelessOtherwise'],
  ['+14505550146', '+14505505164', 'twoDigitsOff'],
  ['+14505550146', 'invalid', undefined],
  ['short-code:12345', 'short-code:12345', 'same'],
])('callers %s and %s: %s', (a, b, level) => {
  const [x, y] = [{ caller: `CALLER#${a}` }, { caller: `CALLER#${b}` }]
  expect([compareCallers(x, y), compareCallers(y, x), compareCallers(x, {})]).toEqual([level, level, undefined])
})

test.each([
  ['450555', 'partOf'],
  ['5550146', 'mostOf'],
  ['0146', 'partOf'],
  ['613555', 'noPartOf'],
  ['450?0146', 'mostOf'],
  ['450555?46', 'mostOf'],
  ['?0146', 'partOf'],
  ['?146', 'partOf'],
  ['450?0182', 'noPartOf'],
  ['45055501?', 'mostOf'],
  ['5550147', undefined],
  ['450550146', 'digitLost'],
  ['44505550146', 'digitLost'],
  ['450550147', undefined],
  ['613550182', 'noPartOf'],
])('of the number half remembered as %s: %s', (callerPart, level) => {
  const [whole, part] = [{ caller: 'CALLER#+14505550146' }, { caller: 'CALLER#invalid', callerPart }]
  expect([compareCallers(whole, part), compareCallers(part, whole)]).toEqual([level, level])
})

test.each([
  ['902?0176', '902555', 'partOf'],
  ['902555', '0176', undefined],
  ['902?', '?0176', undefined],
  ['902?0176', '?0167', 'noPartOf'],
  ['902550176', '902550176', 'mostOf'],
  ['289557308', '289555730?', 'mostOf'],
  ['28955577308', '289?7308', 'mostOf'],
  ['289557308', '?7381', 'noPartOf'],
])('two that are half remembered, %s and %s: %s', (a, b, level) => {
  const [x, y] = [
    { caller: 'CALLER#invalid', callerPart: a },
    { caller: 'CALLER#invalid', callerPart: b },
  ]
  expect([compareCallers(x, y), compareCallers(y, x)]).toEqual([level, level])
})

test('numbers to call back are the same, nearly, or different', () => {
  const levels = ['+18005550199', '+18005550198', '+18885550188'].map((other) => compareCallbacks('+18005550199', other)) // prettier-ignore
  expect(levels).toEqual(['same', 'nearly', 'different'])
})

test('retold briefly, or in the other language, a message says nothing against', () => {
  const script = 'your polling station was moved to the Old Mill Arena on River Road because of high turnout'
  expect(compareMessages(message(script), message(script))).toBe('identical')
  expect(compareMessages(message(script), message(`${script}, and I went there in vain`))).toBe('mostly')
  expect(compareMessages(message(script, 'en'), message('a green parrot whistled about bananas', 'en'))).toBe('different') // prettier-ignore
  expect(compareMessages(message(script, 'en'), message('a parrot', 'en'))).toBeUndefined()
  expect(compareMessages(message(script, 'en'), message('un cheval mangeait des pommes bleues', 'fr'))).toBeUndefined() // prettier-ignore
  expect(compareNames(said('Elections Canada'), said('ÉLECTIONS CANADA', 'fr'))).toBe('same')
})

test('a rare thing that both speak of brings them near, another plain claim keeps them apart, and a little in common neither', () => {
  const passport = message('without a passport they will turn me away')
  expect(
    compareMessages(
      passport,
      message('A young man insisted that just owners of one get handed their papers this year, meaning a passport'),
    ),
  ).toBe('rareThing')
  expect(compareMessages(passport, message('The hall was flooded, vote at the arena instead'))).toBe('otherThing')
  const [closing, fraud] = [
    message('the polling station closes early, at four'),
    message('They want my SIN and my credit card or I am struck from the list of voters'),
  ]
  expect([closing, fraud].map(({ facts }) => facts.gist !== undefined)).toEqual([true, true])
  expect(compareMessages(closing, fraud)).toBe('otherClaim')
})

test('what messages speak of is the same in other words and in the other language', () => {
  const hospital = message('A survey asked if I would vote for our member if I knew she would close the hospital')
  const hopital = message('Un sondage demandait si je voterais pour la députée sachant qu’elle veut fermer l’hôpital')
  const fraud = message('They want my SIN and my credit card or I am struck from the list of voters')
  expect(compareMessages(hospital, hopital)).toBe('sameStory')
  expect(compareMessages(hospital, fraud)).toBe('otherClaim')
})

test('days, times and numbers in a message are no words that it has in common with another', () => {
  const [one, other] = [
    'faux avis, numéro privé, le 24 avril vers 9h',
    'dispute bizarre, numéro privé, le 24 avril à 9h29',
  ]
  expect(compareMessages(message(one!), message(other!))).toBeUndefined()
})

const RIDING = 'RIDING#ocd-division/country:ca/ed:'
test.each([
  [{ riding: `${RIDING}35027` }, { riding: `${RIDING}35027` }, 'same'],
  [{ riding: `${RIDING}35027` }, { riding: `${RIDING}35022` }, 'different'],
  [{ riding: `${RIDING}35027` }, { riding: `${RIDING}35032-2013` }, undefined],
  [{ riding: `${RIDING}35027` }, { riding: `${RIDING}24024-2013` }, 'different'],
  [{ riding: `${RIDING}35027` }, { riding: 'RIDING#unresolved', province: 'QC' }, 'different'],
  [{ riding: `${RIDING}35027` }, { riding: 'RIDING#unresolved' }, undefined],
  [{ riding: 'RIDING#unresolved' }, { riding: 'RIDING#unresolved' }, undefined],
])('ridings %j and %j: %s', (a, b, level) => {
  expect([compareRidings(a, b), compareRidings(b, a)]).toEqual([level, level])
})

test('a kind that is not sure is compared with none', () => {
  expect(compareKinds('recorded', 'recorded')).toBe('same')
  expect(compareKinds('recorded', 'live')).toBe('different')
  expect(compareKinds('recorded', 'text')).toBe('textOrVoice')
  expect(compareKinds('recorded', 'unsure')).toBeUndefined()
})

test('what one has a field for, the other may have written into the message', () => {
  const fields = prepare({ caller: 'CALLER#+14505550146', callback: '+18005550199', place: packed('Old Mill Arena') })
  const message = prepare({ text: packed('450 555 0146 said vote at the old mill arena, call 1-800-555-0199') })
  expect(levelsOf(fields, message)).toMatchObject({ callerId: 'same', callbackNumber: 'same', pollingPlace: 'same' })
  expect(levelsOf(fields, prepare({ text: packed('a rude man') }))).toMatchObject({ callerId: undefined })
})

test('what the other calls of a campaign have in common as well counts up to a limit, and what goes beyond is shown', () => {
  const told = { caller: 'CALLER#+14505550146', callback: '+18005550199', kind: 'recorded' }
  const { weight, parts } = compareReports(prepare(told), prepare(told))
  expect(weight).toBe(6.6)
  expect(parts).toEqual({ callerId: 6.9, kind: 0.8, callbackNumber: 3.8, sameCampaign: -4.9 })
})
