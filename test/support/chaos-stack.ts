import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { HostOptions } from '../../infra/local/host.ts'
import type { ChaosNews, ChaosOrder } from './chaos-process.ts'
import type { Plan } from './fault-plan.ts'

/** A stack that suffers from planned faults and can be killed, on one folder and one port. */
export function chaosStack(start: HostOptions, plans: Plan[]) {
  const lives: Life[] = []
  const current = () => lives.at(-1)!
  return {
    /** How often each fault was injected, by call and kind, over all its lives. */
    injected(): Map<string, number> {
      const sum = new Map<string, number>()
      for (const [name, n] of lives.flatMap(({ injected }) => injected)) sum.set(name, (sum.get(name) ?? 0) + n)
      return sum
    },
    async start() {
      lives.push(new Life())
      await current().order({ start, plans, seed: `life ${lives.length}` }, 'ready')
    },
    kill: async () => await current().kill(),
    /** Ends all faults, and waits until nothing is left to do. */
    calm: async () => await current().order('calm', 'idle'),
    stop: async () => await current().stop(),
  }
}

class Life {
  injected: [string, number][] = []
  readonly #child: ChildProcess
  readonly #exit: Promise<unknown>
  #arrived: { place: string; resolve: () => void } | undefined

  constructor() {
    const file = new URL('./chaos-process.ts', import.meta.url).pathname
    this.#child = spawn(process.execPath, [file], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    this.#exit = once(this.#child, 'exit')
    this.#child.on('message', (news: ChaosNews) => {
      if ('injected' in news) this.injected = news.injected
      else if (news.reached === this.#arrived?.place) this.#arrived.resolve()
    })
  }

  async order(order: ChaosOrder, until: 'ready' | 'idle'): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#arrived = { place: until, resolve }
    this.#child.send(order)
    const gone = this.#exit.then(() => {
      throw new Error(`The stack's process ended before it was ${until}`)
    })
    await Promise.race([promise, gone])
  }

  async kill(): Promise<void> {
    this.#child.kill('SIGKILL')
    await this.#exit
  }

  async stop(): Promise<void> {
    if (this.#child.connected) this.#child.send('stop')
    await this.#exit
  }
}
