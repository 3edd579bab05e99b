import { Random } from '../../rehearsal/random.ts'
import { type FaultProxy, faultProxy } from './fault-proxy.ts'
import { type RunningStack, type StackOptions, startStack } from './stack.ts'

export type FaultyStack = RunningStack & { faults: FaultProxy }

/**
 * The whole stack with a fault proxy before each engine. What a failed call held comes back after a second, and two workers of a
 * kind are enough to be in each other's way. Pass a proxy of your own when something is to go wrong from the start.
 */
export async function startFaultyStack({
  faults = faultProxy(new Random('faults')),
  ...options
}: StackOptions & { faults?: FaultProxy } = {}): Promise<FaultyStack> {
  const stack = await startStack({
    visibilitySeconds: 1,
    longestPause: 50,
    environments: 2,
    interpose: faults.interpose,
    ...options,
  })
  return {
    ...stack,
    faults,
    stop: async (how) => {
      await stack.stop(how)
      await faults.stop()
    },
  }
}
