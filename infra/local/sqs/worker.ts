import { parentPort, workerData } from 'node:worker_threads'
import { startSqsEngine } from './engine.ts'
import type { Done, Order, ThreadSettings } from './thread.ts'

const { directory, region, queues } = workerData as ThreadSettings
const engine = await startSqsEngine(directory, region, queues)
const report = (done: Done) => parentPort?.postMessage(done)

parentPort?.on('message', async (order: Order) => {
  if (order === 'stop') await engine.stop()
  else await engine.sweep(new Date(order.sweep))
  report('done')
})
report({ url: engine.url })
