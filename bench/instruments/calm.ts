import type { Rehearsed } from '../../rehearsal/rehearsed.ts'
import { send } from '../../rehearsal/sender.ts'
import { startStack } from '../../test/support/stack.ts'
import { median } from './samples.ts'
import { variantOf } from './variant.ts'

/**
 * How long a call of each function takes when nothing else runs, in milliseconds, with one report in it. A batch takes longer and
 * each report in it less, but under load the machine would be measured: here functions share processors, on AWS they do not.
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
