import { openSync, writeSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import type { Request, Reply, WorkerSettings } from './function-environment.ts'

/** The inside of one environment: the bundled handler, called with one event at a time. */
const { file, handlerName, logFile, context } = workerData as WorkerSettings
const log = openSync(logFile, 'a', 0o600)
type Write = typeof process.stdout.write
const write = ((chunk: string | Uint8Array) => {
  try {
    writeSync(log, typeof chunk === 'string' ? Buffer.from(chunk) : chunk)
  } catch {
    // A full disk costs lines of the log, not invocations.
  }
  return true
}) as Write
process.stdout.write = write
process.stderr.write = write

const reply = (message: Reply) => parentPort?.postMessage(message)
type Handler = (event: unknown, context: object) => unknown
const module = (await import(file)) as Record<string, unknown>
const handler = module[handlerName]
if (typeof handler !== 'function') throw new Error(`${file} exports no function ${handlerName}`)

parentPort?.on('message', async ({ requestId, event, deadline }: Request) => {
  try {
    const answer = await (handler as Handler)(JSON.parse(event), {
      ...context,
      awsRequestId: requestId,
      getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
    })
    reply({ payload: JSON.stringify(answer) ?? 'null' })
  } catch (error) {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
    console.error(JSON.stringify({ requestId, errorType: name, errorMessage: message, stack }))
    reply({ failure: `${name}: ${message}` })
  }
})
reply({ ready: true })
