import { compareCounts, type Differences } from './compare-counts.ts'
import { repairCells, repairLedger } from './repair-counts.ts'
import { findStack, readFlags, type RunningStack } from './stack-outputs.ts'

/** Counts anew, and with `repair` sets right what differs; answers what still differs then. */
export async function recount(stack: RunningStack, { repair }: { repair: boolean }): Promise<Differences> {
  const found = await compareCounts(stack)
  if (!repair || isClean(found)) return found
  await repairLedger(stack, found.unfolded)
  await repairCells(stack, (await compareCounts(stack)).miscounted)
  return compareCounts(stack)
}

/** Whether the counts are right, as far as they stand still. */
export function isClean({ unreadable, misfiled, misgrouped, unfolded, miscounted }: Differences): boolean {
  return [unreadable, misfiled, misgrouped, unfolded, miscounted].every(({ length }) => length === 0)
}

function describe(differences: Differences): string {
  const lines = Object.entries(differences).map(([name, found]) => `${name.padEnd(10)} ${found.length}`)
  const examples = differences.miscounted.slice(0, 10).map(({ key, off }) => `  ${key} off by ${JSON.stringify(off)}`)
  return [...lines, ...examples, isClean(differences) ? 'no difference' : 'the counts differ from the complaints'].join(
    '\n',
  )
}

if (import.meta.main) {
  const flags = readFlags()
  const differences = await recount(findStack(flags), { repair: flags.repair ?? false })
  console.log(describe(differences))
  process.exitCode = isClean(differences) ? 0 : 1
}
