import { startHost, type HostOptions } from '../../infra/local/host.ts'
import { Random } from '../../rehearsal/random.ts'
import { settle } from './exactly-once.ts'
import type { Plan } from './fault-plan.ts'
import { faultProxy } from './fault-proxy.ts'

export type ChaosOrder = { start: HostOptions; seed: string; plans: Plan[] } | 'calm' | 'stop'
/** Faults by call and kind, since the process started. */
export type ChaosNews = { injected: [string, number][] } | { reached: 'ready' | 'idle' }

const tell = (news: ChaosNews) => process.send?.(news)

/** A stack in a process of its own, in which things go wrong until it is told to be calm. Started by `startChaos`. */
process.once('message', async ({ start, seed, plans }: Exclude<ChaosOrder, string>) => {
  const faults = faultProxy(new Random(seed))
  const injections = plans.map((plan) => faults.inject(plan))
  const count = () => tell({ injected: injections.flatMap(({ injected }) => [...injected]) })
  setInterval(count, 100)
  const host = await startHost({ ...start, isThrottled: false, interpose: faults.interpose })
  tell({ reached: 'ready' })
  process.on('message', async (order: ChaosOrder) => {
    if (order === 'calm') {
      for (const injection of injections) injection.end()
      await settle(host)
      count()
      tell({ reached: 'idle' })
    }
    if (order === 'stop') {
      await host.stop()
      process.exit(0)
    }
  })
})
