import { startHost, type HostOptions } from '../../infra/local/host.ts'

/** A stack in a process of its own, started by `startStackProcess`; it ends with whoever started it. */
process.once('disconnect', () => process.exit(1))
process.once('message', async (options: HostOptions) => {
  try {
    const host = await startHost({ isThrottled: false, visibilitySeconds: 2, longestPause: 100, ...options })
    process.send?.({ url: host.url, outputs: host.outputs })
    process.once('SIGTERM', async () => {
      await host.stop()
      process.exit(0)
    })
  } catch (error) {
    process.send?.({ failure: String(error) }, () => process.exit(1))
  }
})
