import { spawn, execFileSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer, type AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'

/** A DynamoDB on loopback. `file` is its database, absent when the engine is not ours. */
export type DynamoDbEngine = {
  url: string
  file: string | undefined
  pid: number | undefined
  stop: () => Promise<void>
}

type Options = { file: string; stalePid: number | undefined; onExit: (reason: string) => void }

export async function startDynamoDbEngine({ file, stalePid, onExit }: Options): Promise<DynamoDbEngine> {
  const binary = findBinary()
  if (!binary) {
    const url = process.env['DYNAMODB_ENDPOINT']
    if (url) return { url, file: undefined, pid: undefined, stop: async () => {} }
    throw new Error(
      `No DynamoDB engine for ${process.platform}-${process.arch}. Install one (npm install --no-save dynoxide), ` +
        'or set DYNAMODB_ENDPOINT to a DynamoDB Local that runs on this machine',
    )
  }
  await endStaleEngine(stalePid, file)
  const port = await freePort()
  // Detached: Ctrl-C in the terminal is for the host, which still needs the engine to drain.
  const engine = spawn(binary, ['serve', '--host', '127.0.0.1', '--port', String(port), '--db-path', file], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let complaint = ''
  engine.stderr.on('data', (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(-1_000)))
  let ended: string | undefined
  let isWanted = true
  engine.on('error', (error) => (ended = error.message))
  engine.on('exit', (code, signal) => {
    ended = `the DynamoDB engine ended (${signal ?? code}) ${complaint.trim()}`
    if (isWanted) onExit(ended)
  })
  const watchdog = engine.pid === undefined ? undefined : startWatchdog(engine.pid)
  const url = `http://127.0.0.1:${port}`
  for (let i = 0; !(await answers(url)); i++) {
    if (ended || i > 500) throw new Error(ended ?? 'the DynamoDB engine did not answer within 10 s')
    await new Promise((done) => setTimeout(done, 20))
  }
  return {
    url,
    file,
    pid: engine.pid,
    stop: async () => {
      isWanted = false
      watchdog?.kill('SIGKILL')
      if (ended) return
      const exit = once(engine, 'exit')
      engine.kill('SIGTERM')
      const timer = setTimeout(() => engine.kill('SIGKILL'), 5_000)
      await exit
      clearTimeout(timer)
    },
  }
}

/** The platform's own package, else the wrapper package if someone installed it. */
function findBinary(): string | undefined {
  const { resolve } = createRequire(import.meta.url)
  const name = process.platform === 'win32' ? 'dynoxide.exe' : 'dynoxide'
  for (const found of [`@dynoxide/${process.platform}-${process.arch}/package.json`, 'dynoxide/package.json']) {
    try {
      const file = join(dirname(resolve(found)), name)
      if (existsSync(file)) return file
    } catch {
      // Not installed: look at the next place.
    }
  }
  return undefined
}

/** Ends the engine even when the host is killed with -9: the pipe's other end closes with the host. */
function startWatchdog(pid: number): ChildProcess | undefined {
  if (process.platform === 'win32') return undefined
  const script = 'while read -r _; do :; done; kill -9 "$1" 2>/dev/null'
  return spawn('sh', ['-c', script, 'sh', String(pid)], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
}

/** A killed host's engine lives some milliseconds longer; two engines must not write one file. */
async function endStaleEngine(pid: number | undefined, file: string): Promise<void> {
  const isOurs = () => pid !== undefined && commandOf(pid).includes(file)
  for (let i = 0; isOurs() && pid !== undefined; i++) {
    if (i === 0) process.kill(pid, 'SIGKILL')
    if (i > 200) throw new Error(`The DynamoDB engine of an earlier run (process ${pid}) does not end`)
    await new Promise((done) => setTimeout(done, 10))
  }
}

function commandOf(pid: number): string {
  try {
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch {
    return ''
  }
}

export async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

async function answers(url: string): Promise<boolean> {
  return await fetch(url).then(
    () => true,
    () => false,
  )
}
