import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { startEngineProcess } from './engine-process.ts'

export { freePort } from '../free-port.ts'

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
  if (binary) {
    await endStaleEngine(stalePid, file)
    return { ...(await startEngineProcess(binary, file, onExit)), file }
  }
  const url = process.env['DYNAMODB_ENDPOINT']
  if (url) return { url, file: undefined, pid: undefined, stop: async () => {} }
  throw new Error(
    `No DynamoDB engine for ${process.platform}-${process.arch}. Install one (npm install --no-save dynoxide), ` +
      'or set DYNAMODB_ENDPOINT to a DynamoDB Local that runs on this machine',
  )
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
