import { spawn, type ChildProcess } from 'node:child_process'
import { freePort } from '../free-port.ts'

export type EngineProcess = { url: string; pid: number; stop: () => Promise<void> }

/** Starts the binary on a free port of loopback; resolves when it listens. `onExit` is told when it ends unasked after that. */
export async function startEngineProcess(
  binary: string,
  file: string,
  onExit: (reason: string) => void,
): Promise<EngineProcess> {
  for (let tries = 1; ; tries++) {
    try {
      return await launch(binary, { file, port: await freePort(), onExit })
    } catch (error) {
      // Between being found free and being taken, a port may go to somebody else.
      if (tries === 3 || !String(error).includes('in use')) throw error
    }
  }
}

type Launch = { file: string; port: number; onExit: (reason: string) => void }

async function launch(binary: string, { file, port, onExit }: Launch): Promise<EngineProcess> {
  const watchdog = startWatchdog()
  // Detached: Ctrl-C in the terminal is for the host, which still needs the engine to drain.
  const engine = spawn(binary, ['serve', '--host', '127.0.0.1', '--port', String(port), '--db-path', file], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  watchdog?.stdin?.write(`${engine.pid}\n`)
  let printed = ''
  let isWanted = false
  const exit = new Promise<string>((resolve) => {
    engine.on('error', (error) => resolve(error.message))
    engine.on('exit', (code, signal) => resolve(`the DynamoDB engine ended (${signal ?? code}): ${printed.trim()}`))
  })
  const listening = new Promise<true>((resolve) => {
    const read = (chunk: Buffer) => {
      printed = (printed + chunk.toString()).slice(-1_000)
      if (printed.includes('listening on')) resolve(true)
    }
    engine.stdout.on('data', read)
    engine.stderr.on('data', read)
  })
  const stop = async () => {
    isWanted = false
    watchdog?.kill('SIGKILL')
    engine.kill('SIGTERM')
    const timer = setTimeout(() => engine.kill('SIGKILL'), 5_000)
    await exit
    clearTimeout(timer)
  }
  const timer = setTimeout(() => engine.kill('SIGKILL'), 10_000)
  const started = await Promise.race([listening, exit])
  clearTimeout(timer)
  if (started !== true || engine.pid === undefined) {
    watchdog?.kill('SIGKILL')
    throw new Error(String(started))
  }
  isWanted = true
  void exit.then((reason) => isWanted && onExit(reason))
  return { url: `http://127.0.0.1:${port}`, pid: engine.pid, stop }
}

/**
 * Ends the engine even when the host is killed with -9: its end of the pipe closes with the host. Started before the engine and
 * told of it in a line, so that no kill falls between the two. (Windows has no `sh`: there an engine may be left behind until the
 * next start.)
 */
function startWatchdog(): ChildProcess | undefined {
  if (process.platform === 'win32') return undefined
  const script = 'read -r pid || exit; while read -r _; do :; done; kill -9 "$pid" 2>/dev/null'
  const watchdog = spawn('sh', ['-c', script], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
  // Gone already: then the host is being stopped.
  watchdog.stdin.on('error', () => {})
  return watchdog
}
