import type { Differences } from './compare-counts.ts'
import { foldAnew, repairCells } from './repair-counts.ts'
import { forgetUntold, groupAnew, markAnew, repairListing, repairNodes } from './repair-scripts.ts'
import { explainAndEnd, findStack, readFlags, type RunningStack, WHERE_HELP } from './stack-outputs.ts'
import { isClean, standingDifferences } from './standing-differences.ts'

const HELP = `npm run recount -- [--repair] [--data DIR | --aws]

Counts anew from the complaints table, and says where the counts that are kept differ.
  --repair            sets right what differs
${WHERE_HELP}
Exit code: 0 nothing differs · 1 something does, or still does after the repair · 2 the stack cannot be reached`

// Longer than a report needs from the queue to the counts while nothing is wrong.
const PAUSE_MS = 3000

type Options = { repair: boolean; pauseMillis?: number; tell?: (line: string) => void }

/** Counts anew, and with `repair` sets right what differs; answers what still differs then. */
export async function recount(
  stack: RunningStack,
  { repair, pauseMillis = PAUSE_MS, tell = () => {} }: Options,
): Promise<Differences> {
  const found = await standingDifferences(stack, pauseMillis)
  tell(describe(found))
  if (!repair || isClean(found)) return found
  await foldAnew(stack, stack.outputs.LedgerTable, found.unfolded)
  await repairNodes(stack, found)
  await markAnew(stack, found.unmarked)
  await groupAnew(stack, (await standingDifferences(stack, pauseMillis)).ungrouped)
  await forgetUntold(stack, (await standingDifferences(stack, pauseMillis)).untold)
  await repairListing(stack, (await standingDifferences(stack, pauseMillis)).unlisted)
  await repairCells(stack, (await standingDifferences(stack, pauseMillis)).miscounted)
  const left = await standingDifferences(stack, pauseMillis)
  tell(`after the repair:\n${describe(left)}`)
  return left
}

function describe(differences: Differences): string {
  const lines = Object.entries(differences).map(([name, found]) => `${name.padEnd(10)} ${found.length}`)
  const examples = differences.miscounted.slice(0, 10).map(({ key, off }) => `  ${key} off by ${JSON.stringify(off)}`)
  const verdict = isClean(differences) ? 'no difference' : 'the counts differ from the complaints'
  return [...lines, ...examples, verdict].join('\n')
}

if (import.meta.main) {
  await explainAndEnd(HELP, async () => {
    const { repair = false, ...where } = readFlags({ repair: { type: 'boolean' } })
    const left = await recount(findStack(where), { repair: Boolean(repair), tell: console.log })
    return isClean(left) ? 0 : 1
  })
}
