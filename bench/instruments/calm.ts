import type { Rehearsed } from '../../rehearsal/rehearsed.ts'
import { send } from '../../rehearsal/sender.ts'
import { startStack } from '../../test/support/stack.ts'
import { median } from './samples.ts'
import { variantOf } from './variant.ts'

/**
 * How long each function works for one report when nothing else runs, in milliseconds. More than its share of a batch takes, but
 * under load the machine would be measured: here all functions share two processors, on AWS they share none.
 */
export async function calmMillis(week: Iterable<Rehearsed>): Promise<Record<string, number>> {
  const { directory, remove } = await variantOf({ mappings: ['queue', 'stream'], streamBatch: 100 })
  const host = await startStack({ assembly: directory })
  const samples: Record<string, number[]> = {}
  for (const report of week) {
    const before = host.invocations()
    await send([report], { apiUrl: host.url })
    await host.idle()
    for (const [name, { milliseconds, invocations }] of Object.entries(host.invocations())) {
      const calls = invocations - before[name]!.invocations
      if (calls > 0) (samples[name] ??= []).push((milliseconds - before[name]!.milliseconds) / calls)
    }
  }
  await host.stop()
  remove()
  return Object.fromEntries(Object.entries(samples).map(([name, millis]) => [name, median(millis)]))
}
