import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cachedAssembly } from '../../infra/local/cached-assembly.ts'
import { startHost, type Host, type HostOptions } from '../../infra/local/host.ts'

export type StackOptions = Partial<HostOptions> & {
  event?: string
  invented?: boolean
  /** False starts on the folder of an earlier stack, and leaves it. */
  isKept?: boolean
}

export type RunningStack = Host & { dataDir: string }

/**
 * The whole stack on free ports and in a folder of its own, which goes when it stops. Unless a test says otherwise: no
 * throttling, and what fails is retried within seconds, not hours.
 */
export async function startStack({ event, invented, isKept, ...options }: StackOptions = {}): Promise<RunningStack> {
  const dataDir = options.dataDir ?? newDataDir()
  const host = await startHost({
    isThrottled: false,
    visibilitySeconds: 2,
    longestPause: 100,
    ...options,
    assembly: options.assembly ?? (await stackAssembly({ event, invented })),
    dataDir,
  })
  const isOurs = options.dataDir === undefined && !isKept
  return {
    ...host,
    dataDir,
    stop: async (how) => {
      await host.stop(how)
      if (isOurs) rmSync(dataDir, { recursive: true })
    },
  }
}

export function newDataDir(): string {
  return mkdtempSync(join(tmpdir(), 'callwitness-'))
}

export type StackProcess = Ready & {
  /** As the machine would: kill -9, and nothing more. */
  kill: () => Promise<void>
  stop: () => Promise<void>
}
type ProcessOptions = Pick<
  StackOptions,
  'event' | 'invented' | 'assembly' | 'port' | 'visibilitySeconds' | 'longestPause' | 'environments'
>

/** The same stack in a process of its own, to be killed. `dataDir` is the caller's. */
export async function startStackProcess(dataDir: string, options: ProcessOptions = {}): Promise<StackProcess> {
  const { event, invented, ...rest } = options
  const assembly = options.assembly ?? (await stackAssembly({ event, invented }))
  const file = new URL('./stack-process.ts', import.meta.url).pathname
  const child = spawn(process.execPath, [file], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const exit = once(child, 'exit')
  child.send({ ...rest, assembly, dataDir })
  const [ready] = (await Promise.race([once(child, 'message'), exit])) as unknown[]
  if (!isReady(ready)) throw new Error(`The stack did not start: ${JSON.stringify(ready)}`)
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    child.kill(signal)
    await exit
  }
  return { ...ready, kill: async () => await end('SIGKILL'), stop: async () => await end('SIGTERM') }
}

type Ready = Pick<Host, 'url' | 'outputs'>
function isReady(message: unknown): message is Ready {
  return typeof message === 'object' && message !== null && 'url' in message
}

type Props = { event: string | undefined; invented: boolean | undefined }
async function stackAssembly({ event = 'ca-ge-test', invented = false }: Props): Promise<string> {
  return await cachedAssembly({ event, invented })
}
