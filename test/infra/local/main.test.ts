import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'

const MAIN = new URL('../../../infra/local/main.ts', import.meta.url).pathname
const children: ChildProcess[] = []
const folders: string[] = []
afterEach(async () => {
  for (const child of children.splice(0)) {
    const exit = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined
    child.kill('SIGKILL')
    await exit
  }
  // The engine's watchdog may still be ending it.
  for (const each of folders.splice(0)) rmSync(each, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
})

/** `npm start` with these flags; `until` waits for a line that holds the text. */
function start(...flags: string[]) {
  const child = spawn(process.execPath, [MAIN, ...flags], { stdio: ['ignore', 'pipe', 'pipe'] })
  children.push(child)
  let printed = ''
  const exit = once(child, 'exit') as Promise<[number | null]>
  const until = async (line: string): Promise<string> => {
    for (let i = 0; !printed.includes(line); i++) {
      if (i > 6_000 || child.exitCode !== null) throw new Error(`«${line}» was not printed, but: ${printed}`)
      await new Promise((done) => setTimeout(done, 10))
    }
    return printed
  }
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  return { child, exit, until, printed: () => printed }
}
function folder(): string {
  folders.push(mkdtempSync(join(tmpdir(), 'callwitness-')))
  return folders.at(-1) ?? ''
}

test('npm start says where it listens, and its curl line works as pasted; Ctrl-C ends it', async () => {
  const { child, exit, until, printed } = start('--port', '0', '--data', folder())
  const text = await until('Try: ')
  expect(text).toMatch(/listens on http:\/\/127\.0\.0\.1:\d+/)
  expect(text).toMatch(/^No effect on one machine: .*IAM::Role.*$/m)
  expect(text).toMatch(/^Replies to texts that come by AWS go nowhere/m)
  expect(text).toMatch(/^Public statistics .* of published editions: npm run publish/m)
  const curl = /^Try: (.*)$/m.exec(text)?.[1] ?? ''
  const { stdout } = await promisify(execFile)('sh', ['-c', curl])
  expect(stdout).toMatch(/^HTTP\/1\.1 202 /)
  child.kill('SIGINT')
  expect((await exit)[0]).toBe(0)
  expect(printed()).toContain('Stopping')
})

test('a second Ctrl-C leaves at once', async () => {
  const { child, exit, until } = start('--port', '0', '--data', folder())
  await until('Try: ')
  child.kill('SIGINT')
  await until('Stopping')
  child.kill('SIGINT')
  expect((await exit)[0]).toBe(130)
})

test('a port in use is said to be', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const { exit, printed } = start('--port', String(port), '--data', folder())
  expect((await exit)[0]).toBe(1)
  expect(printed()).toBe(`callwitness: Port ${port} is in use: choose another with --port\n`)
  server.close()
})

test.each([
  [['--prot', '1'], "Unknown option '--prot'"],
  [['--port', 'x'], 'x is no port'],
  [['--port', '65536'], '65536 is no port'],
  [['now'], "Unexpected argument 'now'"],
])('flags %j are refused with how it is meant', async (flags, message) => {
  const { exit, printed } = start(...flags)
  expect((await exit)[0]).toBe(1)
  expect(printed()).toContain(message)
  expect(printed()).toContain('npm start -- [--port N] [--data DIR] [--demo]')
})

test('--help says how it is meant, and starts nothing', async () => {
  const { exit, printed } = start('--help')
  expect((await exit)[0]).toBe(0)
  expect(printed()).toMatch(/^npm start -- \[--port N\] \[--data DIR\] \[--demo\]\n/)
  expect(printed()).not.toContain('CallWitness listens')
})

test('a folder that cannot be written is said to be', async () => {
  const file = join(folder(), 'file')
  writeFileSync(file, '')
  const { exit, printed } = start('--port', '0', '--data', join(file, 'data'))
  expect((await exit)[0]).toBe(1)
  expect(printed()).toContain('Cannot write the data folder')
})

test('a host that is killed while it starts leaves no engine behind', async () => {
  const data = folder()
  for (const millis of [350, 450, 500, 550, 600, 700]) {
    const { child, exit } = start('--port', '0', '--data', data)
    await pause(millis)
    child.kill('SIGKILL')
    await exit
  }
  const left = async () => (await promisify(execFile)('ps', ['-eo', 'args'])).stdout.includes(data)
  await vi.waitFor(async () => expect(await left()).toBe(false), { timeout: 3_000 })
})

test('--demo plays a rehearsal until all of it is counted, marked as invented', async () => {
  const { until } = start('--port', '0', '--data', folder(), '--demo')
  const text = await until('See them:')
  expect(text).toMatch(/Rehearsed: \d+ invented reports/)
  await until('/v1/stats/summary')
  const url = /listens on (http:\S+)/.exec(text)?.[1]
  const summary = (await (await fetch(`${url}/v1/stats/summary`)).json()) as {
    meta: object
    rows: { reports: number }[]
  }
  expect(summary.meta).toMatchObject({
    event: 'demo',
    protection: { rule: { en: expect.stringContaining('multiple of 5') } },
  })
  expect(summary.rows[0]?.reports).toBeGreaterThan(50)
})
