import { expect, test } from 'vitest'
import { packFeatures, similarity, textFeatures, unpackFeatures } from '../../functions/domain/text-features.ts'

const alike = (a: string, b: string) => similarity(textFeatures(a), textFeatures(b))

test.each([
  ['case, accents and marks', 'Votre bureau de scrutin est déplacé!', 'VOTRE BUREAU DE SCRUTIN EST DEPLACE'],
  ['the spelling of a number', 'Questions: call 1-800-555-0199', 'questions call (800) 555 0199'],
  ['small words', 'The poll has been moved to the arena', 'poll moved: arena'],
  ['where the reporter’s number stood', "They called [reporter's number] about the poll", 'called about the poll'],
])('%s make no difference', (_, a, b) => {
  expect(alike(a, b)).toBe(1)
})

test('texts without a common word have nothing in common, nor has an empty one with itself', () => {
  expect(alike('Your poll has moved', 'Donnez votre numéro')).toBe(0)
  expect(alike('', '')).toBe(0)
  expect(alike('the of and', 'the of and')).toBe(0)
})

test('writing without spaces is compared by pairs of letters', () => {
  const [a, b] = ['您的投票站已经搬到体育馆', '投票站已经搬到体育馆了']
  expect(alike(a, b)).toBeGreaterThan(0.6)
  expect(alike(a, '请给我们打电话')).toBeLessThan(0.1)
})

test('what is stored is what is compared', () => {
  const features = textFeatures('A recorded voice said that my polling station was moved to the Old Mill Arena.')
  expect(unpackFeatures(packFeatures(features))).toEqual(features)
})

test('of a long text a fair sample is kept', () => {
  const words = Array.from({ length: 600 }, (_, n) => `word${n}`)
  const [whole, half] = [words.join(' '), words.slice(0, 300).join(' ')]
  expect(textFeatures(whole)).toHaveLength(128)
  expect(alike(whole, words.slice(0, 570).join(' '))).toBeGreaterThan(0.85)
  expect(Math.abs(alike(whole, half) - 0.5)).toBeLessThan(0.12)
})
