import type { Random } from '../../rehearsal/random.ts'
import { nameOfCall, type PortCall } from './port-call.ts'

/**
 * What can happen to a call. Nothing done: `refused` (the connection ends), `unavailable` (503), `throttled`, `contended`
 * (transactions). All done: `lost` (the reply is), `late`, `twice`. Half done: `unprocessed` (BatchGetItem). Said to be done, for
 * a test that delivers the message itself: `withheld` (SendMessage).
 */
export type Fault = (typeof PASSING_FAULTS)[number] | 'withheld'

/** Those that an AWS service may well show us, and that pass. */
export const PASSING_FAULTS = [
  'refused',
  'unavailable',
  'throttled',
  'contended',
  'lost',
  'late',
  'twice',
  'unprocessed',
] as const

const ONLY_ON: Partial<Record<Fault, string>> = {
  contended: 'TransactWriteItems',
  unprocessed: 'BatchGetItem',
  withheld: 'SendMessage',
}

export type Plan = {
  faults: readonly Fault[]
  /** All calls, unless it says which. */
  on?: Partial<Pick<PortCall, 'service' | 'operation' | 'caller'>>
  /** Of all calls, this share; by default every one. */
  chance?: number
  /** Not the first so many calls. */
  after?: number
  /** So many calls at most. */
  times?: number
  /** By default every attempt that the SDK makes at a call, so that our own code sees the fault. */
  attempts?: number
  /** How late. */
  millis?: number
}

/** A plan that is being carried out. */
export class Injection {
  /** How often each fault was injected, by call: `merge-report TransactWriteItems lost`. */
  readonly injected = new Map<string, number>()
  readonly #plan: Plan
  readonly #random: Random
  /** By invocation: the fault chosen for it, and at how many attempts more. */
  readonly #chosen = new Map<string, { fault: Fault | undefined; left: number }>()
  #spared: number
  #left: number
  #isOver = false

  constructor(plan: Plan, random: Random) {
    this.#plan = plan
    this.#random = random
    this.#spared = plan.after ?? 0
    this.#left = plan.times ?? Infinity
  }

  get total(): number {
    return [...this.injected.values()].reduce((sum, times) => sum + times, 0)
  }

  /** The kinds of fault that were injected. */
  get kinds(): Fault[] {
    return this.#plan.faults.filter((fault) => [...this.injected.keys()].some((name) => name.endsWith(` ${fault}`)))
  }

  end(): void {
    this.#isOver = true
  }

  /** What is to happen to this attempt, if anything. */
  choose(call: PortCall): { fault: Fault; millis: number } | undefined {
    if (this.#isOver) return undefined
    const chosen = this.#chosen.get(call.invocation) ?? {
      fault: this.#pick(call),
      left: this.#plan.attempts ?? Infinity,
    }
    this.#chosen.set(call.invocation, { ...chosen, left: chosen.left - 1 })
    if (!chosen.fault || chosen.left <= 0) return undefined
    const name = `${nameOfCall(call)} ${chosen.fault}`
    this.injected.set(name, (this.injected.get(name) ?? 0) + 1)
    return { fault: chosen.fault, millis: this.#plan.millis ?? 0 }
  }

  #pick(call: PortCall): Fault | undefined {
    const { on = {}, chance = 1 } = this.#plan
    const isMeant = Object.entries(on).every(([name, value]) => call[name as keyof PortCall] === value)
    const faults = this.#plan.faults.filter((fault) => (ONLY_ON[fault] ?? call.operation) === call.operation)
    if (!isMeant || faults.length === 0 || this.#left <= 0 || !this.#random.chance(chance)) return undefined
    if (this.#spared-- > 0) return undefined
    this.#left -= 1
    return this.#random.pick(faults)
  }
}
