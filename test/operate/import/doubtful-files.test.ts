import { createWriteStream, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { refusedOf, runImport } from '../../support/import-command.ts'

const dir = mkdtempSync(join(tmpdir(), 'callwitness-'))
afterAll(() => rmSync(dir, { recursive: true }))

let files = 0
function file(content: string | Uint8Array): string {
  const path = join(dir, `list-${++files}.csv`)
  writeFileSync(path, content)
  return path
}

const HEADER = 'Number displayed,When the call came,What was said,Line that was called,Riding'
const ROW = '450-555-0146,2011-05-02T10:03,Your poll has moved.,519-555-0123,Guelph'
const list = (...rows: string[]) => file([HEADER, ...rows].join('\r\n'))
const check = async (path: string, ...flags: string[]) => await runImport(path, '--dry-run', ...flags)
const latin1 = (text: string) => Buffer.from(text, 'latin1')

/** A file too large to be held in memory by whoever reads it. */
async function largeFile(write: (piece: (text: string) => Promise<void>) => Promise<void>): Promise<string> {
  const path = join(dir, `list-${++files}.csv`)
  const stream = createWriteStream(path)
  await write(async (text) => void (stream.write(text) || (await once(stream, 'drain'))))
  await new Promise((closed) => stream.end(closed))
  return path
}

test('every row that is as the template wants it would be sent', async () => {
  const path = list(ROW, ROW, '', ',,,,,,', ROW)
  const { code, out } = await check(path)
  expect([code, refusedOf(path)]).toEqual([0, []])
  expect(out).toContain('3 rows, 2 blank')
  expect(out).toMatch(/\n3 rows would be sent, 0 refused\n$/)
})

test.each([
  ['a byte order mark', Buffer.from(`\uFEFF${HEADER}\r\n${ROW}é`)],
  ['Excel’s Unicode text', Buffer.from(`\uFEFF${`${HEADER}\r\n${ROW}é`.replaceAll(',', '\t')}`, 'utf16le')],
  ['UTF-16 the other way round', Buffer.from(`\uFEFF${HEADER}\r\n${ROW}é`, 'utf16le').swap16()],
  ['Windows-1252', latin1(`${HEADER}\r\n${ROW}\xE9`)],
  ['a line that says sep=', `sep=;\r\n${HEADER.replaceAll(',', ';')}\r\n${ROW.replaceAll(',', ';')}`],
  ['bars', `${HEADER}\n${ROW}`.replaceAll(',', '|')],
  ['carriage returns alone', `${HEADER}\r${ROW}\r`],
  ['empty columns at the end', `${HEADER},,,\r\n${ROW},,,\r\n`],
  ['columns without a name', `,${HEADER},,\r\n1,${ROW},called back,x\r\n`],
  [
    'cells that are formulas for a text',
    `${HEADER}\r\n="450-555-0146",="2011-05-02","=""moved""",'519-555-0123,Guelph`,
  ],
])('%s is read', async (_, content) => {
  expect((await check(file(content))).out).toContain('1 row would be sent, 0 refused')
})

test.each([
  ['an empty file', '', 'is empty'],
  ['blank lines', '\n\n,,\n', 'has no rows'],
  [
    'a workbook',
    'PK\x03\x04....',
    'is an Excel or OpenDocument workbook, not CSV: open it in a spreadsheet program and save it as "CSV UTF-8"',
  ],
  ['a web page', '<!DOCTYPE html><p>', 'is a web page or XML'],
  ['UTF-16 without a mark', Buffer.from(`${HEADER}\n${ROW}`, 'utf16le'), 'is in UTF-16 without a byte order mark'],
  ['no header', `${ROW}\n${ROW}\n`, 'is known by its name: its first row (line 1) must name the columns'],
  ['columns that tell of no call', 'Riding,Age\nGuelph,40\n', 'no column tells of a call'],
  ['two columns of one name', 'Riding,Number displayed,riding\n', 'two columns are called "Riding" (1 and 3)'],
  [
    '100,000 columns',
    `${HEADER}${',x'.repeat(100_000)}\n${ROW}`,
    'line 1, which should name the columns, has more columns than any spreadsheet',
  ],
  ['2^20 columns', `${HEADER}${','.repeat(2 ** 20)}\n${ROW}`, 'has more columns than any spreadsheet'],
  ['a header of 10 MB', `"${'x'.repeat(10_000_000)}",${HEADER}\n${ROW}`, 'has more than a million characters'],
  ['a header whose quotation mark is never closed', `"${HEADER}\n${ROW}`, 'has a quotation mark that is never closed'],
])('%s: nothing is read, and it is said why', async (_, content, message) => {
  const { code, err, megabytes } = await check(file(content))
  expect([code, err]).toEqual([1, expect.stringContaining(message)])
  expect(err).not.toContain('555')
  expect(megabytes).toBeLessThan(250)
})

test('a folder, and a file that is not there, are named', async () => {
  mkdirSync(join(dir, 'folder'))
  expect((await check(join(dir, 'folder'))).err).toContain('is a folder')
  expect((await check(join(dir, 'nowhere.csv'))).err).toContain('there is no ')
})

test('a refused row says on which line, in which column, and why, and keeps its own cells', async () => {
  const path = file(
    [
      'Number displayed,Date,Time,What was said,Case',
      '4.50556E+09,2011-05-02,10:03,moved,1',
      'private,2011-05-02,half past,"two\nlines",2',
      'private,soon,10:03,moved,3',
      `,,,,4`,
      'private,2011-05-02,10:03,moved,5,stray',
    ].join('\n'),
  )
  const { code, out } = await check(path, '--yes')
  expect([code, out]).toEqual([2, expect.stringContaining('0 rows would be sent, 5 refused; ')])
  const short = refusedOf(path).map(({ _line, _column, _pointer, _code, Case }) => [_line, _column, _pointer, _code, Case]) // prettier-ignore
  expect(short).toEqual([
    ['2', 'Number displayed', '/call/callerId', 'number-destroyed', '1'],
    ['3-4', 'Time', '/call/receivedAt', 'not-a-time-of-day', '2'],
    ['5', 'Date', '/call/receivedAt', 'not-a-time', '3'],
    ['6', 'The call', '/call', 'one-required', '4'],
    ['7', '', '', 'more-cells-than-columns', '5'],
  ])
  expect(refusedOf(path)[0]).toMatchObject({ _reason: expect.stringContaining('type it again'), Date: '2011-05-02' })
  expect(statSync(`${path}.refused.csv`).mode & 0o077).toBe(0)
})

test('all that is wrong in a row is said at once, in the language of its headers', async () => {
  const path = file('Numéro affiché;Date de l’appel;Genre d’appel;Langue de l’appel\n1,4E+10;2/5/2011;peut-être;x--y')
  expect((await check(path, '--yes')).code).toBe(2)
  const [row] = refusedOf(path, ';')
  expect(row?._code.split('; ').toSorted()).toEqual(['ambiguous-date', 'not-a-language', 'not-an-option', 'number-destroyed']) // prettier-ignore
  expect(row?._reason).toContain('Le tableur a arrondi ce numéro')
})

test.each([
  ['a title', 'Appels trompeurs, mai 2011\n'],
  [
    'a title of several lines, with blank ones',
    'Bureau de l’exemple;;;\n"Appels ""robots"", 2011";;;\n\n;;;\nMise à jour : 5 mai;par;moi\n\n',
  ],
  ['as many as may be', 'Un titre;de deux cellules\n'.repeat(9)],
])('%s above the header is no part of the table, and the line of the header is said', async (_, title) => {
  const path = file(
    `${title}Numéro affiché;Moment de l’appel;Ce qui a été dit\nprivé;2011-05-02;déplacé\nprivé;bientôt;déplacé`,
  )
  const line = title.split('\n').length
  const { out } = await check(path)
  expect(out).toContain(`: 2 rows, in utf-8\ncolumns are named in line ${line};`)
  expect(out).toContain('1 row would be sent, 1 refused')
  expect(refusedOf(path, ';')).toMatchObject([{ _line: String(line + 2), 'Ce qui a été dit': 'déplacé' }])
  const columns = join(dir, 'below-title.json')
  writeFileSync(columns, JSON.stringify({ 'numero affiche': 'call.callerId', 'Moment de l’appel': 'call.receivedAt' }))
  expect((await check(path, '--columns', columns)).out).toMatch(new RegExp(`line ${line};[^]*1 row would be sent, 1 refused`)) // prettier-ignore
})

test('names that nobody knows but a file of columns are found below a title; no row of data is taken for a header', async () => {
  const columns = join(dir, 'own-names.json')
  writeFileSync(columns, JSON.stringify({ A: 'call.callerId', B: 'call.message' }))
  const path = file('Our list\nA,B\nprivate,Date\nprivate,When\n')
  expect((await check(path, '--columns', columns)).out).toMatch(/line 2;[^]*2 rows would be sent/)
  expect((await check(path, '--yes')).err).toContain('its first row (line 1) must name the columns')
})

test('a list as an office keeps it: what is said in other words is read, and what points elsewhere is refused', async () => {
  const header = 'Numéro affiché;Date de l’appel;Heure de l’appel;Genre d’appel;Téléphone du plaignant'
  const rows = [
    'privé;2 mai 2011;vers 10h;en personne;519 555-0128 poste 12',
    'privé;2 mai 2011;18h45 env.;?;519 555-0129 ext. 12',
    'idem;2 mai 2011;~ 20h;texto;519 555-0130',
    'privé;2 mai;idem;peut-être;519 555-0131',
    'privé;2 mai;around 10am;machine;519 555-0132',
  ]
  const path = file([header, ...rows].join('\n'))
  expect((await check(path, '--yes')).out).toContain('2 rows would be sent, 3 refused')
  const [ditto, many, yearless] = refusedOf(path, ';')
  expect([ditto?._column, ditto?._code]).toEqual(['Numéro affiché', 'ditto'])
  expect([many?._code, many?._column]).toEqual(['ditto; not-an-option', 'Heure de l’appel; Genre d’appel'])
  expect(many?._reason).toContain('(enregistré, en direct, texto, incertain)')
  expect([yearless?._code, yearless?._reason]).toEqual(['no-year', expect.stringContaining('--year')])
  expect((await check(path, '--yes', '--year', '2011')).out).toContain('3 rows would be sent, 2 refused')
})

test('days and months that the column does not tell apart are refused until --dates does', async () => {
  const path = file('Date,What was said\n5/2/2011,moved\n6/2/2011,moved\n5/5/2011,moved\n')
  const { out } = await check(path, '--yes')
  expect(out).toContain('2 can be read in two ways')
  expect(out).toContain('1 row would be sent, 2 refused')
  expect((await check(path, '--yes', '--dates', 'mdy')).out).toContain('3 rows would be sent, 0 refused')
  const told = file('Date,What was said\n5/2/2011,moved\n5/31/2011,moved\n')
  expect((await check(told, '--yes')).out).toMatch(/read as month, day, year[^]*2 rows would be sent/)
})

test('formulas are kept as text, and can do no harm in the file of refused rows', async () => {
  const formulas = ['=HYPERLINK("http://x.example";"call")', '+cmd|calc', '@SUM(A1)', '-1+1', '\t=1']
  const quoted = formulas.map((formula) => `"${formula.replaceAll('"', '""')}"`)
  const path = list(...quoted.map((formula) => `private,soon,${formula},519-555-0123,Guelph`))
  expect((await check(path)).code).toBe(2)
  expect(refusedOf(path).map((row) => row['What was said'])).toEqual(formulas.map((formula) => `'${formula}`))
  expect(readFileSync(`${path}.refused.csv`, 'utf8')).not.toMatch(/(?:^|,)"?[=+@]/m)
})

test('the file of refused rows can be corrected and imported as it is', async () => {
  const path = list(ROW, 'private,soon,=moved,519-555-0123,Guelph')
  await check(path)
  const refused = `${path}.refused.csv`
  writeFileSync(refused, readFileSync(refused, 'utf8').replace('soon', '2011-05-02'))
  expect((await check(refused)).out).toContain('1 row would be sent, 0 refused')
})

test('the file of refused rows, imported as it is, is refused in the same words, columns and language', async () => {
  const path = file('Numéro affiché;Moment de l’appel;Ce qui a été dit\nprivé;bientôt;"deux\nlignes"\n')
  await check(path)
  const columns = join(dir, 'columns.json')
  writeFileSync(columns, JSON.stringify({ 'Numéro affiché': 'call.callerId', 'Moment de l’appel': 'call.receivedAt' }))
  for (const flags of [[], ['--columns', columns]]) {
    expect((await check(`${path}.refused.csv`, ...flags)).out).not.toMatch(/_line|_reason/)
    expect(refusedOf(`${path}.refused.csv`, ';')).toEqual(refusedOf(path, ';'))
  }
  expect(refusedOf(path, ';')).toMatchObject([{ _reason: expect.stringContaining('Écrivez'), 'Ce qui a été dit': 'deux\nlignes' }]) // prettier-ignore
})

test('two encodings in one file are told apart cell by cell; a cell of both is refused', async () => {
  const path = file(Buffer.concat([Buffer.from(`${HEADER}\r\n${ROW}é\r\n`), latin1(`${ROW}\xE9\r\n`), Buffer.from(`${ROW}é`), latin1('\xE9\r\n')])) // prettier-ignore
  const { out } = await check(path)
  expect(out).toContain('in damaged text and utf-8 and windows-1252')
  expect(refusedOf(path)).toMatchObject([{ _line: '4', _column: 'Riding', _code: 'garbled-text' }])
})

test('a NUL is refused where it would be sent, and nowhere else', async () => {
  const path = list(`${ROW}\0`, `${ROW},`).replace(/$/, '')
  writeFileSync(path, `${HEADER},Notes\r\n${ROW}\0,\r\n${ROW},\0\r\n`)
  await check(path, '--yes')
  expect(refusedOf(path)).toMatchObject([{ _line: '2', _column: 'Riding', _code: 'not-text' }])
})

test('a cell of 10 MB, and a row of 2^20 cells, are refused; the rows after them are read', async () => {
  const path = list(ROW, `private,2011-05-02,"${'x'.repeat(10_000_000)}",519-555-0123,Guelph`, ','.repeat(2 ** 20), ROW)
  const { code, out, megabytes } = await check(path)
  expect([code, out]).toEqual([2, expect.stringContaining('2 rows would be sent, 2 refused')])
  expect(refusedOf(path).map(({ _line, _code }) => [_line, _code])).toEqual([['3', 'too-long-row'], ['4', 'too-many-cells']]) // prettier-ignore
  expect(megabytes).toBeLessThan(250)
})

test('a quotation mark that is never closed in a large file: its line is named, nothing is sent, in bounded memory', async () => {
  const path = await largeFile(async (write) => {
    await write(`${HEADER}\n`)
    for (let n = 2; n <= 500_000; n++) await write(n === 250_000 ? `private,2011-05-02,"unclosed,,\n` : `${ROW}\n`)
  })
  const { code, err, megabytes } = await check(path)
  expect([code, err]).toEqual([1, expect.stringContaining('line 250000: a quotation mark opens in this row and is never closed')]) // prettier-ignore
  expect(refusedOf(path)).toEqual([])
  expect(megabytes).toBeLessThan(300)
})

test('one that is closed by a later row’s: no line in between is sent, and the lines are named', async () => {
  const path = list(ROW, 'private,2011-05-02,"unclosed,519-555-0123,Guelph', ROW, ROW, 'private,2011-05-02,"closed",519-555-0124,Guelph', ROW) // prettier-ignore
  expect((await check(path)).out).toContain('2 rows would be sent, 1 refused')
  expect(refusedOf(path)).toMatchObject([{ _line: '3-6', _code: 'stray-quote' }])
  const balanced = list(ROW, 'private,2011-05-02,"unclosed,519-555-0123,Guelph', ROW, ROW, 'private",2011-05-02,x,y,z', ROW) // prettier-ignore
  expect((await check(balanced)).out).toContain('2 rows would be sent, 1 refused')
  expect(refusedOf(balanced)).toMatchObject([{ _line: '3-6', _code: expect.stringMatching(/rows-in-a-cell|more-cells/) }]) // prettier-ignore
})

test('what may be the rest of an unreadable row is not taken for a row', async () => {
  const path = list('private,2011-05-02,"He said "move" and', 'new line, more",519-555-0123,Guelph', ROW)
  expect((await check(path)).out).toContain('1 row would be sent, 2 refused')
  expect(refusedOf(path).map(({ _code }) => _code)).toEqual(['stray-quote', 'after-a-stray-quote'])
})

test('a message of several lines, with commas and quotation marks, is a message', async () => {
  const path = list('private,2011-05-02,"Hello, this is ""Elections, Canada"".\nYour poll, at the school, has moved.\nGoodbye, all.",519-555-0123,Guelph') // prettier-ignore
  expect((await check(path)).out).toContain('1 row would be sent, 0 refused')
})

test('a phone of which nothing says whose it is cannot be overlooked, with --yes and with --columns too', async () => {
  const path = file('Date,What was said,Phone\n2011-05-02,moved,519-555-0123\n')
  const columns = join(dir, 'without-phone.json')
  writeFileSync(columns, JSON.stringify({ Date: 'call.receivedAt', 'What was said': 'call.message', Phone: null }))
  for (const flags of [['--yes'], ['--columns', columns]])
    expect((await check(path, ...flags)).err).toMatch(
      /^\n!!! NOT SENT: "Phone", .*\n!!! .*reporter\.phone.*call\.callerId/,
    )
  writeFileSync(columns, JSON.stringify({ Date: 'call.receivedAt', 'What was said': null, Phone: 'reporter.phone' }))
  expect((await check(path, '--columns', columns)).err).toBe('')
})

test('a column that a file of columns does not name is not sent, which cannot be overlooked; null leaves one out in silence', async () => {
  const path = file('Date,What was said,Riding,Phone\n2011-05-02,moved,Guelph,519-555-0123\n')
  const columns = join(dir, 'without-riding.json')
  writeFileSync(columns, JSON.stringify({ Date: 'call.receivedAt', Phone: 'reporter.phone' }))
  const { out, err } = await check(path, '--columns', columns)
  expect(err).toMatch(/^\n!!! NOT SENT: "What was said", "Riding", as the file of --columns does not name it\./)
  expect(out).not.toContain('→ riding')
  writeFileSync(columns, JSON.stringify({ Date: 'call.receivedAt', 'What was said': null, Riding: null, Phone: 'reporter.phone' })) // prettier-ignore
  expect((await check(path, '--columns', columns)).err).toBe('')
})

test('without a file it says how it is meant', async () => {
  expect(await runImport()).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^name one file\nnpm run import -- FILE /),
  })
})

test('nothing that a row tells is printed', async () => {
  const path = list('4.50556E+09,soon,secret words,519-555-0199,Guelph', ROW)
  const { out, err } = await check(path)
  expect(out + err).not.toMatch(/secret|555|Guelph|soon/)
})

test.each([
  [['--key', 'Case'], '--key needs --source'],
  [['--source', 'call 519-555-0123'], '--source takes a name'],
  [['--source', 'x'.repeat(61)], '--source takes a name'],
  [['--year', '11'], '--year takes a year such as 2011'],
  [['--dates', 'soon'], '--dates takes one of dmy, mdy, ymd'],
  [['--source', 'Office', '--key', 'Case'], '--key names no column'],
  [['--columns', 'nowhere.json'], 'nowhere.json cannot be read'],
  [['--wrong'], 'npm run import -- FILE'],
])('%j is refused', async (flags, message) => {
  const { code, err } = await check(list(ROW), ...flags)
  expect([code, err]).toEqual([1, expect.stringContaining(message)])
})

test('lists of people are sent in the clear to nobody, and to no stack that is not there', async () => {
  expect((await runImport(list(ROW), '--to', 'http://api.example.org')).err).toContain('in the clear: use https')
  expect((await runImport(list(ROW), '--data', join(dir, 'folder'))).err).toMatch(
    /no running stack is described in .*--data.*--to/,
  )
})
