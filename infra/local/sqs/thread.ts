import { Worker } from 'node:worker_threads'
import type { QueueSettings, SqsEngine } from './engine.ts'

export type ThreadSettings = { directory: string; region: string; queues: QueueSettings[] }
export type Order = { sweep: number } | 'stop'
export type Done = { url: string } | 'done'

/** The engine in a thread of its own: what it waits for the disk, the gateway does not wait. */
export async function startSqsThread(settings: ThreadSettings, onExit: (reason: string) => void): Promise<SqsEngine> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: settings })
  const waiting: PromiseWithResolvers<Done>[] = []
  const next = async () => {
    const turn = Promise.withResolvers<Done>()
    waiting.push(turn)
    return await turn.promise
  }
  const fail = (reason: string) => {
    if (waiting.length === 0) return onExit(reason)
    for (const { reject } of waiting.splice(0)) reject(new Error(reason))
  }
  worker.on('message', (done: Done) => waiting.shift()?.resolve(done))
  worker.on('error', (error) => fail(`the SQS engine ended: ${error.message}`))
  const ready = await next()
  const order = async (message: Order) => {
    worker.postMessage(message)
    await next()
  }
  return {
    url: ready === 'done' ? '' : ready.url,
    sweep: async (now) => await order({ sweep: now.getTime() }),
    stop: async () => {
      await order('stop')
      await worker.terminate()
    },
  }
}
