import { Worker } from 'node:worker_threads'
import type { QueueSettings, SqsEngine } from './engine.ts'

export type ThreadSettings = { directory: string; region: string; queues: QueueSettings[] }
export type Order = { sweep: number } | 'stop'
export type Done = { url: string } | 'done'

/** The engine in a thread of its own: what it waits for the disk, the gateway does not wait. */
export async function startSqsThread(directory: string, region: string, queues: QueueSettings[]): Promise<SqsEngine> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { directory, region, queues } satisfies ThreadSettings,
  })
  const next = async () =>
    await new Promise<Done>((resolve, reject) =>
      worker.once('message', resolve).once('error', reject).once('exit', reject),
    )
  const ready = await next()
  const order = async (message: Order) => {
    const done = next()
    worker.postMessage(message)
    await done
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
