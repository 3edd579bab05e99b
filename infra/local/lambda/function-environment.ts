import { appendFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'

export type WorkerSettings = { file: string; handlerName: string; logFile: string; context: Record<string, unknown> }
export type Request = { requestId: string; event: string; deadline: number }
export type Reply = { ready: true } | { payload: string } | { failure: string }

/** A handler's JSON answer, or why there is none: it threw, ran out of time, or its environment ended. */
export type Outcome = { payload: string } | { failure: string }

export type EnvironmentSettings = WorkerSettings & {
  env: Record<string, string>
  timeoutMillis: number
  memoryMb: number
}

/** Loading the module may take as long as Lambda allows for it. */
const INIT_MILLIS = 10_000

/** One execution environment: a thread with its own module state and environment variables. One invocation at a time. */
export class FunctionEnvironment {
  readonly #worker: Worker
  readonly #settings: EnvironmentSettings
  readonly #ready: Promise<void>
  #finish: ((reply: Reply) => void) | undefined
  #ended: string | undefined

  constructor(settings: EnvironmentSettings) {
    const { env, timeoutMillis: _, memoryMb, ...workerData } = settings
    this.#settings = settings
    this.#worker = new Worker(new URL('./function-worker.ts', import.meta.url), {
      env,
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    })
    this.#worker.on('message', (reply: Reply) => this.#finish?.(reply))
    this.#worker.on('error', (error) => this.#end(error.stack ?? error.message))
    this.#worker.on('exit', (code) => this.#end(`the environment ended with exit code ${code}`))
    this.#ready = this.#reply(INIT_MILLIS).then(() => {})
  }

  get isUsable(): boolean {
    return this.#ended === undefined
  }

  async invoke(requestId: string, event: string): Promise<Outcome> {
    await this.#ready
    if (this.#ended) return { failure: this.#ended }
    const { timeoutMillis } = this.#settings
    const reply = this.#reply(timeoutMillis)
    this.#worker.postMessage({ requestId, event, deadline: Date.now() + timeoutMillis } satisfies Request)
    const outcome = await reply
    return 'ready' in outcome ? { failure: 'the environment answered out of turn' } : outcome
  }

  async stop(): Promise<void> {
    await this.#worker.terminate()
  }

  #reply(withinMillis: number): Promise<Reply> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#end(`Task timed out after ${(withinMillis / 1000).toFixed(2)} seconds`)
        void this.#worker.terminate()
      }, withinMillis)
      this.#finish = (reply) => {
        clearTimeout(timer)
        this.#finish = undefined
        resolve(reply)
      }
    })
  }

  #end(reason: string): void {
    if (this.#ended) return
    this.#ended = reason
    if (!this.#finish) return
    appendFileSync(this.#settings.logFile, `${JSON.stringify({ errorType: 'Runtime', errorMessage: reason })}\n`)
    this.#finish({ failure: reason })
  }
}
