import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readLine } from '../../../functions/domain/line.ts'
import { rowChecker } from '../../../operate/import/check-row.ts'
import { choiceName, readChoice } from '../../../operate/import/choice-words.ts'
import { cleanCell, cleanNumber, isDitto, withoutExtension } from '../../../operate/import/clean-cell.ts'
import { DateColumn, type HowToRead, readMoment } from '../../../operate/import/date-column.ts'
import { decodeCell } from '../../../operate/import/decode-cell.ts'
import { readClock } from '../../../operate/import/read-clock.ts'
import { lacksYear, readDay } from '../../../operate/import/read-day.ts'
import { neutral } from '../../../operate/import/refused-rows.ts'

test.each([
  ['="0123"', '0123'],
  ["'519-555-0123", '519-555-0123'],
  ['5195550123.0', '5195550123'],
  ['5.195550123E+9', '5195550123'],
  ['1,5195550123E+10', '15195550123'],
  ["'+1 519 555 0123", '+1 519 555 0123'],
  ['private', 'private'],
  ['#N/A', ''],
])('the number %j is read as %j', (cell, text) => expect(cleanNumber(cell)).toEqual({ text }))

test.each(['5.19556E+09', '5,2E+09', '1E+10', '5.19555E9'])('%j has lost its digits', (cell) =>
  expect(cleanNumber(cell)).toEqual({ fault: 'number-destroyed' }),
)

test.each(['########', '#REF!', '#VALEUR!', '#DIV/0!'])('%j is an error of the spreadsheet', (cell) =>
  expect(cleanCell(cell)).toEqual({ fault: 'spreadsheet-error' }),
)

test('a formula stays the text it is, and what is written before it in the file of refused rows goes again', () => {
  for (const formula of ['=HYPERLINK("http://x.example")', '+cmd', '@SUM(A1)', '-2+3', '="a"&B1'])
    expect(cleanCell(neutral(formula))).toEqual({ text: formula })
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', ' ', "'", 'a', '"') }), (cell) => {
      expect(neutral(cell)).not.toMatch(/^(?:\s*[=+\-@]|[\t\r])/)
      expect(cleanCell(neutral(cell))).toEqual(cleanCell(cell))
    }),
  )
})

const bytes = (...parts: (string | number[])[]) => parts.map((part) => (typeof part === 'string' ? part : Buffer.from(part).toString('latin1'))).join('') // prettier-ignore

test('a cell is UTF-8 where that is possible, else Windows-1252', () => {
  expect(decodeCell(Buffer.from('Québec — l’appel').toString('latin1'))).toEqual({ text: 'Québec — l’appel', encoding: 'utf-8' }) // prettier-ignore
  expect(decodeCell(bytes('Qu', [0xe9], 'bec ', [0x96], ' l', [0x92], 'appel'))).toEqual({ text: 'Québec – l’appel', encoding: 'windows-1252' }) // prettier-ignore
  expect(decodeCell(bytes([0x93], 'CAF', [0xc9, 0x94]))).toMatchObject({ text: '“CAFÉ”' })
  expect(decodeCell('plain')).toEqual({ text: 'plain' })
})

test('a cell of both encodings, or of letters that another program did not know, is damaged', () => {
  expect(decodeCell(bytes('Qu', [0xc3, 0xa9], 'bec, d', [0xe9], 'j', [0xe0]))).toMatchObject({ encoding: 'garbled' })
  expect(decodeCell(Buffer.from('Qu\uFFFDbec').toString('latin1'))).toMatchObject({ encoding: 'garbled' })
})

test.each([
  ['2011-05-02 10:03:00', '2011-05-02', '10:03'],
  ['2011/05/02', '2011-05-02', undefined],
  ['20110502', '2011-05-02', undefined],
  ['40665', '2011-05-02', undefined],
  ['40665.41875', '2011-05-02', '10:03'],
  ['40665,418749', '2011-05-02', '10:03'],
  ['2-May-11', '2011-05-02', undefined],
  ['2 mai 2011 à 10 h 03', '2011-05-02', '10:03'],
  ['Monday, May 2, 2011 10:03 PM', '2011-05-02', '22:03'],
  ['1er juillet 2011', '2011-07-01', undefined],
  ['2011-05-02 vers 10h', '2011-05-02', '10'],
  ['2 mai 2011, ~ 20h', '2011-05-02', '20'],
  ['le 2 mai 2011 (18h45 env.)', '2011-05-02', '18:45'],
  ['May 2, 2011 around 10am', '2011-05-02', '10'],
  ['5 juin 2011', '2011-06-05', undefined],
  ['August 2011', '2011-08', undefined],
  ['2011-05-02T10:03-04:00', '2011-05-02T10:03-04:00', undefined],
])('%j is the day %j at %j', (cell, written, clock) => expect(readDay(cell)).toEqual({ written, ...(clock ? { clock } : {}) })) // prettier-ignore

test.each(['2-May', 'soon', '12', '1/2', '5/2/2011 late', 'mar 3 mai 2011', '99999', 'jui 2011', '12345678'])(
  '%j is no date',
  (cell) => expect(readDay(cell)).toBeUndefined(),
)

test.each([
  ['10:03:59', '10:03'],
  ['10 h 03', '10:03'],
  ['22h', '22'],
  ['12:30 a.m.', '00:30'],
  ['0.41875', '10:03'],
  ['0,999999', '00:00'],
  ['1899-12-30 10:03:00', '10:03'],
  ['25:00', undefined],
  ['13 pm', undefined],
  ['later', undefined],
  ['vers 10h', '10'],
  ['Vers les 22 h', '22'],
  ['~ 20h', '20'],
  ['~20:15', '20:15'],
  ['18h45 env.', '18:45'],
  ['environ 18 h 45', '18:45'],
  ['10 heures environ', '10'],
  ['around 10am', '10'],
  ['about 10:15 p.m.', '22:15'],
  ['10 am-ish', '10'],
  ['10ish am', '10'],
  ['10:30-ish', '10:30'],
  ['approx. 7 pm', '19'],
  ['8 pm or so', '20'],
  ['(vers 20h)', '20'],
  ['à 10h', '10'],
  ['@ 9:30 am', '09:30'],
  ['19h ??', '19'],
  [`${'?'.repeat(900)}x`, undefined],
  ['around noon', '12'],
  ['vers midi', '12'],
  // As in a text: which half of the day?
  ['around 8', undefined],
  ['vers 3h', undefined],
  ['10h-11h', undefined],
  ['vers le soir', undefined],
  ['~', undefined],
])('%j is the time %j', (cell, clock) => expect(readClock(cell)).toBe(clock))

test.each([
  ['2 mai', '2011-05-02', undefined],
  ['Lundi 2 mai à 10h', '2011-05-02', '10'],
  ['2-May', '2011-05-02', undefined],
  ['May 2nd, 10:03 am', '2011-05-02', '10:03'],
])('%j lacks a year, and is in 2011 %j at %j', (cell, written, clock) => {
  expect(lacksYear(cell)).toBe(true)
  expect(readDay(cell, '2011')).toEqual({ written, ...(clock ? { clock } : {}) })
})

test.each(['2 mai 2011', 'mai 2011', '10 h 03', '10 am', 'soon', '12', 'May', '2011-05'])(
  '%j lacks no year',
  (cell) => {
    expect(lacksYear(cell)).toBe(false)
    expect(readDay(cell, '2012')).toEqual(readDay(cell))
  },
)

test('days and months without a year are told apart by their column as others are', () => {
  const told = new DateColumn('2011')
  for (const cell of ['5/2', '5/13']) told.note(cell)
  expect(readMoment({ day: '5/2' }, { order: told.order, isOfDays: false, year: '2011' })).toEqual({ value: '2011-05-02' }) // prettier-ignore
})

const column = (...cells: string[]) => {
  const told = new DateColumn()
  for (const cell of cells) told.note(cell)
  return told
}

test('which number is the day is told by the column, and by nothing when its dates contradict each other', () => {
  expect(column('5/2/2011', '13/5/2011').order).toBe('dmy')
  expect(column('5/2/2011', '5/13/2011').order).toBe('mdy')
  expect(column('5/2/2011', '5/5/2011').order).toBeUndefined()
  expect(column('13/5/2011', '5/13/2011').order).toBeUndefined()
})

const how = (order?: HowToRead['order'], isOfDays = false): HowToRead => ({ order, isOfDays })

test.each([
  [{ day: '5/2/2011' }, how('mdy'), { value: '2011-05-02' }],
  [{ day: '5/2/2011' }, how('dmy'), { value: '2011-02-05' }],
  [{ day: '5/2/2011' }, how(), { fault: 'ambiguous-date' }],
  [{ day: '13/5/2011' }, how(), { value: '2011-05-13' }],
  [{ day: '5/5/2011' }, how(), { value: '2011-05-05' }],
  [{ day: '13/5/2011' }, how('mdy'), { fault: 'other-date-order' }],
  [{ day: '5/2/11' }, how(), { fault: 'ambiguous-date' }],
  [{ day: '11-05-02' }, how('ymd'), { value: '2011-05-02' }],
  [{ day: '2011-05-02', time: '10h03' }, how(), { value: '2011-05-02T10:03' }],
  [{ day: '2011-05-02 00:00:00', time: '10:03' }, how(), { value: '2011-05-02T10:03' }],
  [{ day: '2011-05-02 00:00:00' }, how(undefined, true), { value: '2011-05-02' }],
  [{ day: '2011-05-02 00:00:00' }, how(), { value: '2011-05-02T00:00' }],
  [{ day: '2011-05-02 09:00', time: '10:03' }, how(), { fault: 'two-times', part: 'time' }],
  [{ day: '2011-05', time: '10:03' }, how(), { fault: 'two-times', part: 'time' }],
  [{ day: '2011-05-02', time: 'unknown' }, how(), { value: '2011-05-02' }],
  [{ day: '2011-05-02', time: 'late' }, how(), { fault: 'not-a-time-of-day', part: 'time' }],
  [{ day: '', time: '10:03' }, how(), { fault: 'no-date' }],
  [{ day: '2 mai', time: 'vers 10h' }, how(), { fault: 'no-year' }],
  [{ day: '2 mai', time: 'vers 10h' }, { ...how(), year: '2011' }, { value: '2011-05-02T10' }],
  [{ day: 'last week' }, how(), { value: 'last week' }],
])('%j, read by %j, is %j', (cells, asked, moment) => expect(readMoment(cells, asked)).toEqual(moment))

test('a column in which every time is midnight is one of days', () => {
  expect(column('2011-05-02 00:00', '2011-05-03').isOfDays).toBe(true)
  expect(column('2011-05-02 00:00', '2011-05-03 10:00').isOfDays).toBe(false)
})

test.each([
  ['call.kind', 'Enregistré', 'recorded'],
  ['call.kind', 'robocall', 'recorded'],
  ['call.kind', 'TEXTO', 'text'],
  ['call.kind', 'sms', 'text'],
  ['call.kind', 'Text', 'text'],
  ['call.kind', 'recording', 'recorded'],
  ['call.kind', 'machine', 'recorded'],
  ['call.kind', 'in person', 'live'],
  ['call.kind', 'En personne', 'live'],
  ['call.kind', 'person', 'live'],
  ['call.kind', 'LIVE', 'live'],
  ['call.kind', '?', 'unsure'],
  ['reporter.ageBand', '?', ''],
  ['reporter.earlierPoll.how', 'en personne', 'door'],
  ['call.election', 'fédérale', 'federal'],
  ['call.language', 'Français', 'fr'],
  ['call.language', 'en-CA', 'en-CA'],
  ['reporter.ageBand', '45 à 54 ans', '45-54'],
  ['reporter.ageBand', '65+', '65-plus'],
  ['reporter.ageBand', '65 et plus', '65-plus'],
  ['reporter.ageBand', '47', '45-54'],
  ['reporter.ageBand', '9', 'under-14'],
  ['reporter.ageBand', 'moins de 14 ans', 'under-14'],
  ['reporter.ageBand', '40-50', '40-50'],
  ['reporter.earlierPoll.received', 'oui', 'yes'],
  ['reporter.earlierPoll.askedBy', 'Parti national', 'national-party'],
  ['reporter.earlierPoll.preference', 'indécise', 'undecided'],
  ['representationOrder', '2003', '2003'],
  ['call.kind', 'perhaps', 'perhaps'],
])('%s: %j is %j', (field, text, choice) => expect(readChoice(field, text)).toBe(choice))

test('every choice has a name in French by which it is read', () => {
  const wrong = { election: '!', kind: '!' }
  const earlierPoll = { received: '!', how: '!', askedBy: '!', preference: '!' }
  const report = { call: wrong, representationOrder: '!', reporter: { ageBand: '!', earlierPoll } }
  const { errors = [] } = rowChecker('fr', () => new Date())(report)!
  const choices = errors.flatMap(({ pointer, allowed = [] }) => allowed.map((choice) => [pointer.slice(1).replaceAll('/', '.'), choice] as const)) // prettier-ignore
  expect(choices.length).toBeGreaterThan(30)
  for (const [field, choice] of choices) expect([field, readChoice(field, choiceName(choice, 'fr'))]).toEqual([field, choice]) // prettier-ignore
})

test.each([
  '519 555-0128 poste 12',
  '519 555-0128 ext. 12',
  '519 555-0128, p. 12',
  '519 555-0128 x12',
  '519 555-0128 (poste 12)',
  '519 555-0128 #12',
])('the line of %j is read without the extension', (cell) =>
  expect(readLine(withoutExtension(cell))?.national).toBe('5195550128'),
)

test.each(['519 555-0128', '1-800-555-0199', '555-0128', 'ext. 12', '12 x 12'])('%j has no extension', (cell) =>
  expect(withoutExtension(cell)).toBe(cell),
)

test('what only points to another row is known as such', () => {
  for (const cell of ['idem', 'Idem.', 'IDEM (ligne 2)', 'ditto', '"', '〃', "''", '- " -', 'same as above'])
    expect([cell, isDitto(cell)]).toEqual([cell, true])
  for (const cell of ['', 'identical', 'private', 'same old lies', 'identity', '450-555-0146', "'", '-'])
    expect([cell, isDitto(cell)]).toEqual([cell, false])
})
