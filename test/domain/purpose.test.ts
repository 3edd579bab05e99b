import { expect, test } from 'vitest'
import { readPurpose } from '../../functions/domain/purpose.ts'

test.each([
  'to compare',
  'Étude sur les appels d’avril : qui a été visé, et où ?',
  '選挙の電話についての研究です',
  'é'.repeat(500),
  '  surrounded by blanks  ',
])('%s is a purpose', (purpose) => {
  expect(readPurpose(purpose)).toBe(purpose.trim())
})

test.each([
  ['absent', undefined],
  ['empty', ''],
  ['too short', 'nine char'],
  ['blanks', ' '.repeat(20)],
  ['short between blanks', `${' '.repeat(9)}x`],
  ['too long', 'x'.repeat(501)],
  ['with a line end', 'to compare\nwith another line'],
  ['with a tab', 'to compare\twith a tab'],
  ['with what moves a cursor', 'to compare\u001B[2Jcleared'],
  ['with what turns the direction', 'to compare \u202Edesrever'],
  ['with what has no width', 'to compare\u200Bnothing'],
  ['not in UTF-8', 'pour \uFFFDtudier les appels'],
])('a purpose that is %s is refused', (_, purpose) => {
  expect(() => readPurpose(purpose)).toThrow('purpose-required')
})
