import { stringify } from 'csv-stringify/sync'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compareCounts } from '../../operate/compare-counts.ts'
import { localStack } from '../../operate/stack-outputs.ts'
import { isClean } from '../../operate/standing-differences.ts'
import { electionWeek } from '../../rehearsal/election-week.ts'
import { refusedOf, runImport, startImport } from '../support/import-command.ts'
import { type PermittedStack, startPermittedStack } from '../support/permitted-stack.ts'
import { type Sender, send, senderTo } from '../support/sender.ts'
import { stored } from '../support/stored.ts'

const dir = mkdtempSync(join(tmpdir(), 'callwitness-'))
let stack: PermittedStack
let sender: Sender
beforeAll(async () => {
  stack = await startPermittedStack({ environments: 2 })
  sender = senderTo(stack)
})
afterAll(async () => {
  rmSync(dir, { recursive: true })
  await stack.stop()
})

let files = 0
function file(content: string): string {
  const path = join(dir, `list-${++files}.csv`)
  writeFileSync(path, content)
  return path
}

/** Reports, reporters and complaints, and how many came by import, once all are counted. */
async function counts(): Promise<unknown[]> {
  await stack.idle()
  const doors = (await sender.rows('sources')).filter(({ source }) => source === null)
  return [...(await sender.counts()), doors.find(({ door }) => door === 'import')?.['reports'] ?? 0]
}

const reports = async () => (await counts())[0] as number
const here = (...args: string[]) => [...args, '--to', stack.url]

/** Every field of invented reports, a column each. */
function weekAsList(seed: string, rows: number): string {
  const told = [...electionWeek({ seed, reports: rows })].map((report) => flat(report.told))
  const columns = [...new Set(told.flatMap((fields) => Object.keys(fields)))].filter((name) => name !== 'source')
  return file(stringify(told, { header: true, columns, record_delimiter: 'windows', bom: true }))
}

function flat(value: object, prefix = ''): Record<string, unknown> {
  return Object.assign(
    {},
    ...Object.entries(value).map(([name, inner]: [string, unknown]) =>
      typeof inner === 'object' && inner ? flat(inner, `${prefix}${name}.`) : { [`${prefix}${name}`]: inner },
    ),
  ) as Record<string, unknown>
}

test('a list that is killed, stopped, and imported again is counted once, whatever was on its way', async () => {
  const path = weekAsList('imported', 240)
  const killed = startImport(...here(path, '--source', 'Office of a member', '--at-once', '6'))
  while ((await sender.counts())[0]! < 30) await sleep(20)
  killed.child.kill('SIGKILL')
  await killed.ended
  const after = await reports()
  expect(after).toBeLessThan(240)

  const stopped = startImport(...here(path, '--source', 'Office of a member', '--at-once', '6'))
  while ((await sender.counts())[0]! <= after + 20) await sleep(20)
  stopped.child.kill('SIGINT')
  expect(await stopped.ended).toMatchObject({ code: 1, err: expect.stringContaining('stopped before the end') })
  expect(await reports()).toBeLessThan(240)

  expect(await runImport(...here(path, '--source', 'Office of a member'))).toMatchObject({ code: 0, out: expect.stringContaining('\n240 rows sent, 0 refused') }) // prettier-ignore
  const once = await counts()
  expect([once[0], once[3]]).toEqual([240, 240])
  expect((await runImport(...here(path, '--source', 'Office of a member'))).code).toBe(0)
  expect(await counts()).toEqual(once)

  // The statistics say through which door, and what its sender claims (of a child no text is kept); a recount agrees.
  const children = readFileSync(path, 'utf8').split('under-14').length - 1
  expect((await sender.rows('sources')).find(({ source }) => source)).toMatchObject({ door: 'import', source: 'Office of a member', reports: 240 - children }) // prettier-ignore
  const [outputs, endpoints] = [stack.outputs as never, stack.endpoints]
  expect(isClean(await compareCounts(localStack(outputs, endpoints)))).toBe(true)
})

test('rows that are alike are as many reports, in any order and beside new ones, however often they are imported', async () => {
  const [header, row, other] = ['Date,What was said\n', '2011-05-02,Your poll moved.\n', '2011-05-02,Vote Tuesday.\n']
  const before = await reports()
  const path = file(header + row + row + other)
  expect((await runImport(...here(path, '--yes'))).code).toBe(0)
  expect(await reports()).toBe(before + 3)
  writeFileSync(path, header + other + row + row + row)
  expect((await runImport(...here(path, '--yes'))).code).toBe(0)
  expect(await reports()).toBe(before + 4)
})

test('nobody who cannot be asked sends guessed columns: they are written to a file to be looked at', async () => {
  const before = await reports()
  const path = file('Phone number shown,Phone,Notes,What was said\nprivate,519-555-0123,x,moved here\n')
  const { code, err } = await runImport(...here(path))
  expect([code, err]).toEqual([1, expect.stringContaining(`look at ${path}.columns.json`)])
  expect(await reports()).toBe(before)
  const written = JSON.parse(readFileSync(`${path}.columns.json`, 'utf8')) as object
  expect(written).toEqual({ 'Phone number shown': 'call.callerId', Phone: null, Notes: null, 'What was said': 'call.message' }) // prettier-ignore
  writeFileSync(`${path}.columns.json`, JSON.stringify({ ...written, Phone: 'reporter.phone' }))
  expect((await runImport(...here(path, '--columns', `${path}.columns.json`))).code).toBe(0)
  expect(await reports()).toBe(before + 1)
})

test.each(['en', 'fr'])('the template (%s), filled in, is imported without a question', async (language) => {
  const { text, headers } = await send(`${stack.url}/v1/reports/template.csv?language=${language}`)
  expect(headers.get('content-disposition')).toMatch(/^attachment; filename="callwitness-/)
  const path = join(dir, `template-${language}.csv`)
  writeFileSync(path, `\uFEFF${text.replace('\uFEFF', '')}`)
  const empty = await runImport(...here(path))
  expect([empty.code, empty.out]).toEqual([0, expect.stringContaining('0 rows sent, 0 refused')])
  const [delimiter, kind] = language === 'fr' ? [';', 'enregistré'] : [',', 'Recorded']
  appendFileSync(path, ['450-555-0146', 'ELECTIONS', '2011-05-02 10:03:00', kind, '', '', `moved ${language}`].join(delimiter)) // prettier-ignore
  const before = await reports()
  expect(await runImport(...here(path))).toMatchObject({ code: 0, out: expect.stringContaining('1 row sent') })
  expect(await reports()).toBe(before + 1)
})

test('with a key of its own a row is known again; with other content it is refused and stays as it was', async () => {
  const [header, flags] = ['Case,Date,What was said\n', ['--yes', '--source', 'Office B', '--key', 'Case']]
  const path = file(`${header}A-1,2011-05-02,moved\nA-2,2011-05-02,moved\nA-2,2011-05-02,moved again\n,2011-05-02,x\n`)
  const before = await reports()
  expect((await runImport(...here(path, ...flags))).code).toBe(2)
  expect(refusedOf(path).map(({ _line, _code }) => [_line, _code])).toEqual([
    ['4', 'key-twice'],
    ['5', 'no-key'],
  ])
  writeFileSync(path, `${header}A-2,2011-05-02,moved\nA-1,2011-05-02,moved elsewhere\n`)
  expect((await runImport(...here(path, ...flags))).code).toBe(2)
  expect(refusedOf(path)).toMatchObject([{ _line: '3', _code: 'imported-before', Case: 'A-1' }])
  expect(await reports()).toBe(before + 2)
})

test('an import that is withdrawn leaves the counts as they were; imported again as it was it stays withdrawn, and corrected it counts', async () => {
  const path = file('Date,What was said,Line called\n2011-05-02,it has moved away,519-555-0141\n2011-05-03,it has moved away,519-555-0142\n') // prettier-ignore
  const before = await counts()
  expect((await runImport(...here(path, '--yes'))).code).toBe(0)
  expect(await reports()).toBe((before[0] as number) + 2)
  for (const _ of [1, 2]) {
    expect((await runImport(...here('--withdraw', `${path}.sent.csv`))).code).toBe(0)
    expect(await counts()).toEqual(before)
  }
  expect((await runImport(...here(path, '--yes'))).code).toBe(0)
  expect(await counts()).toEqual(before)
  writeFileSync(path, readFileSync(path, 'utf8').replace('away', 'far away'))
  expect((await runImport(...here(path, '--yes'))).code).toBe(0)
  expect(await reports()).toBe((before[0] as number) + 1)
})

test('what the API refuses stands in the file of refused rows, in words and with its column', async () => {
  const path = file('Date,What was said,Line called,Riding\n2031-05-02,moved,5,Guelph\n2011-05-02,so it moved,519-555-0123,Guelph\n') // prettier-ignore
  expect((await runImport(...here(path, '--yes', '--language', 'fr'))).code).toBe(2)
  expect(refusedOf(path)).toEqual([
    {
      _line: '2',
      _column: 'Line called; Date',
      _pointer: '/reporter/phone; /call/receivedAt',
      _code: 'not-a-phone-number; in-the-future',
      _reason: 'Ce n’est pas un numéro de téléphone; écrivez-le avec son indicatif régional.; C’est dans le futur.',
      Date: '2031-05-02',
      'What was said': 'moved',
      'Line called': '5',
      Riding: 'Guelph',
    },
  ])
})

test('--dry-run says the same of every row, and nothing is stored', async () => {
  await stack.idle()
  const before = await stored(stack)
  const path = file('Date,What was said,Line called\n2031-05-02,moved,5\n2011-05-02,it did move,519-555-0123\n')
  const dry = await runImport(path, '--dry-run')
  const [said] = refusedOf(path)
  expect([dry.code, await stored(stack)]).toEqual([2, before])
  await runImport(...here(path, '--yes'))
  expect(refusedOf(path)).toEqual([said])
})

test('an address that is no CallWitness is left at the first row', async () => {
  const path = weekAsList('elsewhere', 50)
  const { code, err } = await runImport(path, '--to', stack.endpoints.sqs)
  expect([code, err]).toEqual([1, expect.stringMatching(/answers \d{3}: is it CallWitness\?/)])
})
