import { exactDoor } from '../support/exact-door.ts'
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { send } from '../support/sender.ts'

const MAIN = new URL('../../infra/local/main.ts', import.meta.url).pathname
const READY_WITHIN_MS = 15_000
const folder = mkdtempSync(join(tmpdir(), 'callwitness-'))
let running: Started
beforeAll(async () => {
  running = await start()
})
afterAll(async () => {
  running.child.kill('SIGKILL')
  await running.exit
  rmSync(folder, { recursive: true })
})

type Started = { child: ChildProcess; exit: Promise<unknown[]>; url: string; curl: string; millis: number }

/** What `npm start -- --demo` runs, once it says that it is ready. */
async function start(): Promise<Started> {
  const started = performance.now()
  const child = spawn(process.execPath, [MAIN, '--port', '0', '--data', folder, '--demo'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exit = once(child, 'exit')
  let printed = ''
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  while (!/^Try: .*\n/m.test(printed)) {
    if (child.exitCode !== null) throw new Error(`it ended: ${printed}`)
    await sleep(10)
  }
  const [url = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(printed) ?? []
  const [, curl = ''] = /^Try: (.*)$/m.exec(printed) ?? []
  return { child, exit, url, curl, millis: performance.now() - started }
}

test('it is ready within 15 seconds', () => {
  expect(running.millis).toBeLessThan(READY_WITHIN_MS)
})

test('with --demo the statistics say that they are invented', async () => {
  const { headers } = await exactDoor({ url: running.url, dataDir: folder })
  expect((await send(`${running.url}/v1/exact/summary`, { headers })).json['meta']).toMatchObject({ invented: true })
})

test('a second one on the same folder is refused, and says why', async () => {
  const second = spawn(process.execPath, [MAIN, '--port', '0', '--data', folder, '--demo'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [[code], said] = await Promise.all([once(second, 'exit'), text(second.stderr)])
  expect([code, said]).toEqual([1, `callwitness: Another local host is running on ${folder}\n`])
})

test('its curl line works as printed, and what it posted is there after Ctrl-C and another start', async () => {
  const { stdout } = await promisify(execFile)('sh', ['-c', running.curl])
  expect(stdout).toMatch(/^HTTP\/1\.1 202 /)
  const { id, receipt } = JSON.parse(/\{.*\}/.exec(stdout)![0]) as { id: string; receipt: string }
  running.child.kill('SIGINT')
  expect(await running.exit).toEqual([0, null])
  running = await start()
  const { json } = await send(`${running.url}/v1/reports/${id}`, { headers: { authorization: `Bearer ${receipt}` } })
  expect(json).toMatchObject({ id, call: { message: expect.any(String) } })
})
