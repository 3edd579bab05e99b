import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { describeProgress } from '../../../operate/import/describe-import.ts'
import { type Sent, sentIn, SentRows } from '../../../operate/import/sent-rows.ts'
import { progress } from '../../../rehearsal/progress.ts'
import { type Fault, ToyStack } from '../../rehearsal/toy-stack.ts'
import { runImport } from '../../support/import-command.ts'

let fault: (n: number) => Fault
let stack: ToyStack
let dir: string
let path: string
beforeEach(async () => {
  fault = () => undefined
  dir = mkdtempSync(join(tmpdir(), 'callwitness-'))
  path = join(dir, 'list.csv')
  stack = new ToyStack((n) => fault(n))
  await stack.start()
})
afterEach(async () => {
  rmSync(dir, { recursive: true })
  await stack.stop()
})

const list = (...rows: string[]) => writeFileSync(path, ['Date,What was said', ...rows].join('\n'))
const row = (n: number) => `2011-05-02,moved ${n}`
const rows = (count: number) => Array.from({ length: count }, (_, n) => row(n))
const imported = async (...flags: string[]) => await runImport(path, '--yes', '--to', stack.url, ...flags)
const withdrawn = async (...flags: string[]) => await runImport('--withdraw', `${path}.sent.csv`, '--to', stack.url, ...flags) // prettier-ignore
async function sent(): Promise<Sent[]> {
  const all: Sent[] = []
  for await (const each of sentIn(`${path}.sent.csv`)) all.push(each)
  return all
}
const live = () => stack.filed().length

test('what was sent stands in a file with its line, report and receipt, for nobody else to read', async () => {
  list(row(1), '2 mai,moved', row(2))
  expect((await imported()).out).toContain(`receipts in ${path}.sent.csv: whoever holds it can open`)
  expect(readFileSync(`${path}.sent.csv`, 'utf8')).toMatch(/^line,id,receipt\r\n/)
  const kept = (await sent()).toSorted((a, b) => a.line - b.line)
  expect(kept.map(({ line, receipt, id }) => [line, receipt === `r1.${id}`, stack.reports.has(id)])).toEqual([[2, true, true], [4, true, true]]) // prettier-ignore
  expect(statSync(`${path}.sent.csv`).mode & 0o777).toBe(0o600)
})

test('a repeat adds what is new and no report twice, also to a file that was cut off in a line', async () => {
  list(...rows(5))
  await imported()
  list(...rows(7))
  await imported()
  expect(new Set((await sent()).map(({ id }) => id)).size).toBe(7)
  expect(await sent()).toHaveLength(7)
  truncateSync(`${path}.sent.csv`, statSync(`${path}.sent.csv`).size - 9)
  chmodSync(`${path}.sent.csv`, 0o644)
  await imported()
  const all = await sent()
  expect([all.length, all.every(({ id, receipt }) => receipt === `r1.${id}`)]).toEqual([7, true])
  expect(readFileSync(`${path}.sent.csv`, 'utf8').split('\r\n')).toHaveLength(9)
})

test('nothing is sent, and no receipts are kept, by --dry-run', async () => {
  list(row(1))
  const { out } = await runImport(path, '--yes', '--dry-run')
  expect(out).not.toContain('receipts')
  expect(existsSync(`${path}.sent.csv`)).toBe(false)
})

test('an import is withdrawn by its receipts, whatever fails on the way, and as often as one likes', async () => {
  list(...rows(40))
  await imported()
  expect((await withdrawn('--dry-run')).out).toBe('40 reports would be withdrawn\n')
  expect(live()).toBe(40)
  fault = (n) => (['unanswered-before', 'busy', 'unanswered-after'] as const)[n % 7]
  for (const _ of [1, 2]) {
    const { code, out } = await withdrawn()
    expect([code, out, live()]).toEqual([0, expect.stringMatching(/^40 of 40 reports withdrawn\n/), 0])
  }
  fault = () => undefined
  expect((await imported()).err).toContain('all were withdrawn; rows that are as they were stay so')
  expect(live()).toBe(0)
  list(row(99))
  await imported()
  expect([live(), (await sent()).length]).toEqual([1, 41])
})

test('what an API does not know by its receipt is said, and the rest is withdrawn', async () => {
  list(...rows(3))
  await imported()
  appendFileSync(`${path}.sent.csv`, '9,rpt_elsewhere,r1.elsewhere\r\n')
  const { code, out, err } = await withdrawn()
  expect([code, out, live()]).toEqual([2, '3 of 4 reports withdrawn\n', 0])
  expect(err).toContain('1 report is not known to')
})

test.each([
  ['Date,What was said\n2011-05-02,moved', 'holds no receipts'],
  [undefined, 'there is no'],
])('a file that holds no receipts withdraws nothing: %j', async (content, message) => {
  if (content !== undefined) writeFileSync(`${path}.sent.csv`, content)
  expect(await withdrawn()).toMatchObject({ code: 1, err: expect.stringContaining(message) })
})

test('a file of another kind under its name is not written to', async () => {
  list(row(1))
  writeFileSync(`${path}.sent.csv`, 'mine')
  expect((await imported()).code).toBe(1)
  expect([readFileSync(`${path}.sent.csv`, 'utf8'), live()]).toEqual(['mine', 0])
  await expect(SentRows.open(`${path}.sent.csv`)).rejects.toThrow('holds no receipts')
})

test('--help says who can open the reports', async () => {
  expect((await runImport('--help')).out).toMatch(/Whoever holds it can open, change and\s+withdraw these reports/)
})

test('a bar says how many were sent and how many were not', () => {
  const written: string[] = []
  const terminal = { isTTY: true, write: (text: string) => written.push(text) > 0 } as NodeJS.WriteStream
  const done = { sent: 17, refused: 42 }
  progress(() => describeProgress(done, { rows: 59, isDry: false }), 59, terminal).show(59)
  expect(written.join('')).toContain('] 17 of 59 sent, 42 refused, ')
})
