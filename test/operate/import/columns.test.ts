import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { fieldLabel } from '../../../functions/domain/field-labels.ts'
import { TEMPLATE_COLUMNS } from '../../../functions/domain/template-columns.ts'
import { FIELDS, languageOf } from '../../../operate/import/column-names.ts'
import { chosenColumns, columnFileOf, proposeColumns, readColumnFile } from '../../../operate/import/columns.ts'

const dir = mkdtempSync(join(tmpdir(), 'callwitness-'))
afterAll(() => rmSync(dir, { recursive: true }))

const found = (headers: string[]) => Object.fromEntries([...proposeColumns(headers).columns].map(([field, column]) => [headers[column], field])) // prettier-ignore

function chosen(file: unknown, headers: string[]) {
  const path = join(dir, 'columns.json')
  writeFileSync(path, typeof file === 'string' ? file : JSON.stringify(file))
  return chosenColumns(readColumnFile(path), path, headers)
}

test.each(['en', 'fr'] as const)('the columns of the template (%s) are known without a question', (language) => {
  const labels = TEMPLATE_COLUMNS.map((pointer) => fieldLabel(pointer, language))
  const { columns, leftOut, isGuessed } = proposeColumns(labels)
  expect([columns.size, leftOut, isGuessed]).toEqual([TEMPLATE_COLUMNS.length, [], false])
  for (const [field, column] of columns) expect(`/${field.replaceAll('.', '/')}`).toBe(TEMPLATE_COLUMNS[column])
  expect(languageOf(labels)).toBe(language)
})

test('dotted names are known as well', () => {
  const { columns, isGuessed } = proposeColumns(FIELDS)
  expect([columns.size, isGuessed]).toEqual([FIELDS.length, false])
})

test('an office’s own headers are found in either language, and are a guess', () => {
  expect(found(['Phone number shown', 'DATE', 'Time of call', 'Electoral District', 'What they said'])).toEqual({ 'Phone number shown': 'call.callerId', DATE: 'call.receivedAt', 'Time of call': 'call.receivedAt.time', 'Electoral District': 'riding', 'What they said': 'call.message' }) // prettier-ignore
  expect(found(['Numéro de l’appelant', 'Date de l’appel', 'Heure', 'Circonscription', 'Téléphone du plaignant'])).toEqual({ 'Numéro de l’appelant': 'call.callerId', 'Date de l’appel': 'call.receivedAt', Heure: 'call.receivedAt.time', Circonscription: 'riding', 'Téléphone du plaignant': 'reporter.phone' }) // prettier-ignore
  expect(proposeColumns(['Phone number shown']).isGuessed).toBe(true)
})

test.each(['Phone displayed', 'Phone shown', 'Téléphone affiché', 'Numéro de téléphone affiché'])(
  'a number under %s was displayed, whosever it is',
  (header) => {
    expect(found([header, 'Téléphone appelé'])).toEqual({
      [header]: 'call.callerId',
      'Téléphone appelé': 'reporter.phone',
    })
  },
)

test.each(['Phone', 'Phone number', 'Number', 'Téléphone', 'No de téléphone', 'Caller'])(
  'nobody guesses whose number stands under %s',
  (header) => {
    const { columns, leftOut } = proposeColumns(['Riding', header])
    expect([columns.size, leftOut[0]?.why]).toEqual([1, expect.stringContaining('whose number')])
  },
)

test('of two columns for one field the better named is proposed, and the other is said to be left out', () => {
  const { columns, leftOut } = proposeColumns(['Postal code', 'Riding', 'Date'])
  expect([columns.get('riding'), leftOut]).toEqual([1, [{ column: 0, why: 'riding is told by another column' }]])
})

test('two columns of one name are not told apart', () => {
  expect(() => proposeColumns(['Date', 'Riding', ' date'])).toThrow('two columns are called "Date" (1 and 3)')
  expect(() => chosen({ Date: 'call.receivedAt' }, ['Date', 'Date'])).toThrow('two columns are called "Date" (1 and 2)')
})

test('names that begin with _ are left alone, as in a form', () => {
  expect(proposeColumns(['_line', '_date', 'Riding'])).toMatchObject({ leftOut: [], isGuessed: false })
})

test('a file says which column is what, by its very name or its words, and null leaves one out', () => {
  const headers = ['Shown', 'On', 'At', 'Riding', 'Whatever']
  const { columns, leftOut } = chosen({ shown: 'call.callerId', On: 'call.receivedAt', At: 'call.receivedAt.time', Whatever: null }, headers) // prettier-ignore
  expect(Object.fromEntries(columns)).toEqual({ 'call.callerId': 0, 'call.receivedAt': 1, 'call.receivedAt.time': 2 })
  expect(leftOut).toEqual([{ column: 3, isUnnamed: true }, { column: 4 }])
})

test('what was proposed can be written to a file, which says the same', () => {
  const headers = ['Phone number shown', 'Date', 'Notes', '']
  const proposal = proposeColumns(headers)
  expect(chosen(columnFileOf(proposal, headers), headers).columns).toEqual(proposal.columns)
})

test.each([
  ['[]', 'must give an object of headers and fields'],
  ['{', 'is not JSON: it goes wrong at line 1, column 2'],
  ['{\n  "Date": "call.receivedAt",\n  "Time": when\n}', 'is not JSON: it goes wrong at line 3, column 11'],
  ['{ "Date": null, }', 'is not JSON: it goes wrong at line 1, column 17'],
  ['Date,Time\n2011-05-02,519-555-0123', 'is not JSON: it goes wrong at line 1, column 1'],
  ['{ "Date": null } }', 'is not JSON: it goes wrong at line 1, column 18'],
  ['{ "Date": null', 'is not JSON: it goes wrong at line 1, column 15'],
  [{ Date: 'call.when' }, 'must give a field for "Date": null, or one of call.callerId, '],
  [{ Day: 'call.receivedAt' }, 'names a column "Day" that the file does not have'],
  [{ Date: 'riding', Time: 'riding' }, 'names two columns for riding'],
  [{ Time: 'call.receivedAt.time' }, 'but none for its date'],
])('%j does not fit', (file, message) => {
  expect(() => chosen(file, ['Date', 'Time'])).toThrow(message)
})
