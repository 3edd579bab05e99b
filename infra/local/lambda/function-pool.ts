import { randomUUID } from 'node:crypto'
import { FunctionEnvironment, type EnvironmentSettings, type Outcome } from './function-environment.ts'

export type Invocations = { invocations: number; errors: number; milliseconds: number }

/** One function: environments started on demand up to a bound, the most recently used first; callers beyond it wait. */
export class FunctionPool {
  readonly counted: Invocations = { invocations: 0, errors: 0, milliseconds: 0 }
  readonly #settings: EnvironmentSettings
  readonly #most: number
  readonly #idle: FunctionEnvironment[] = []
  readonly #waiting: ((environment: FunctionEnvironment) => void)[] = []
  readonly #all = new Set<FunctionEnvironment>()
  #busy = 0
  #isStopped = false

  constructor(settings: EnvironmentSettings, most: number) {
    this.#settings = settings
    this.#most = most
  }

  get isIdle(): boolean {
    return this.#busy === 0
  }

  async invoke(event: object): Promise<Outcome> {
    if (this.#isStopped) return { failure: 'the host has stopped' }
    this.#busy++
    const environment = await this.#take()
    const started = performance.now()
    try {
      const outcome = await environment.invoke(randomUUID(), JSON.stringify(event))
      this.counted.invocations++
      if ('failure' in outcome) this.counted.errors++
      return outcome
    } finally {
      this.counted.milliseconds += performance.now() - started
      this.#busy--
      this.#give(environment)
    }
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    await Promise.all([...this.#all].map((environment) => environment.stop()))
  }

  /** Not async: two callers in one tick must not both see room for the last environment. */
  #take(): FunctionEnvironment | Promise<FunctionEnvironment> {
    for (let idle = this.#idle.pop(); idle; idle = this.#idle.pop()) {
      if (idle.isUsable) return idle
      this.#all.delete(idle)
    }
    if (this.#all.size < this.#most) return this.#start()
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  #start(): FunctionEnvironment {
    const environment = new FunctionEnvironment(this.#settings)
    this.#all.add(environment)
    return environment
  }

  #give(environment: FunctionEnvironment): void {
    if (!environment.isUsable) this.#all.delete(environment)
    const next = this.#waiting.shift()
    if (next) next(environment.isUsable ? environment : this.#start())
    else if (environment.isUsable) this.#idle.push(environment)
  }
}
