import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { NotTakenError } from '../../../operate/import/ask-api.ts'
import { rowPoster } from '../../../operate/import/post-row.ts'
import { type Fault, ToyStack } from '../../rehearsal/toy-stack.ts'
import { refusedOf, runImport } from '../../support/import-command.ts'

const FAULTS: Fault[] = [
  'unanswered-before',
  undefined,
  undefined,
  'unanswered-after',
  undefined,
  undefined,
  'busy',
  undefined,
  undefined,
]

let fault: (n: number) => Fault
let stack: ToyStack
let dir: string
beforeEach(async () => {
  fault = () => undefined
  dir = mkdtempSync(join(tmpdir(), 'callwitness-'))
  stack = new ToyStack((n) => fault(n))
  await stack.start()
})
afterEach(async () => {
  rmSync(dir, { recursive: true })
  await stack.stop()
})

function list(rows: number): string {
  const path = join(dir, 'list.csv')
  const told = Array.from({ length: rows }, (_, n) => `2011-05-02,moved ${n}`)
  writeFileSync(path, ['Date,What was said', ...told].join('\n'))
  return path
}

const options = () => ({ to: stack.url, language: 'en' as const, signal: new AbortController().signal })

test('an API that fails before, after and instead of taking a row gets every row once', async () => {
  fault = (n) => FAULTS[n % FAULTS.length]
  const { code, out } = await runImport(list(120), '--yes', '--to', stack.url)
  expect([code, out]).toEqual([0, expect.stringContaining('120 rows sent, 0 refused')])
  expect(stack.reports.size).toBe(120)
  expect(stack.requests).toBeGreaterThan(120)
})

test('a refusal that says nothing is still a refusal', async () => {
  fault = (n) => (n === 3 ? 'refuse' : undefined)
  const path = list(5)
  expect((await runImport(path, '--yes', '--to', stack.url)).code).toBe(2)
  expect(refusedOf(path)).toMatchObject([{ _code: 'not-taken', _reason: '422' }])
})

test('an API that takes nothing for as long as patience lasts is given up', async () => {
  fault = () => 'busy'
  const post = rowPoster({ ...options(), patienceMs: 300 })
  await expect(post({ key: 'a row and its key', body: '{}' })).rejects.toThrow(NotTakenError)
  expect(stack.requests).toBeGreaterThan(1)
})

test('rows go out under the door and in the language of the import', async () => {
  const asked: [string | undefined, string | undefined][] = []
  const server = createServer((request, response) => {
    asked.push([request.url, request.headers['accept-language']])
    response.writeHead(202, { 'content-type': 'application/json' }).end('{ "id": "rpt_1", "receipt": "r1" }')
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as { port: number }
  await rowPoster({ ...options(), to: `http://127.0.0.1:${port}`, language: 'fr' })({ key: 'k', body: '{}' })
  expect(asked).toEqual([['/v1/reports?door=import', 'fr']])
  server.closeAllConnections()
  server.close()
})
