import { inParallel } from '../adapters/in-parallel.ts'
import type { ScriptCounts } from '../adapters/script-counts.ts'
import type { ScriptStore } from '../adapters/script-store.ts'

type Ports = {
  scripts: Pick<ScriptStore, 'roots' | 'join'>
  scriptCounts: Pick<ScriptCounts, 'putTogether'>
}

/**
 * Makes one script of each pair of nodes, the smallest root naming it. Throws a ConflictError when another invocation joined one of
 * them. What was counted of a root is put together with the new one's before it is joined, should this end here, and after, should
 * somebody have counted under it meanwhile, or joined what it was joined to.
 */
export async function joinNodes(pairs: readonly [string, string][], { scripts, scriptCounts }: Ports): Promise<void> {
  const roots = await scripts.roots(pairs.flat())
  const joined = pairs.flatMap(([a, b]) => {
    const pair = roots.join(a, b)
    return pair ? [pair] : []
  })
  await inParallel(joined, async ([part, parent]) => {
    const root = roots.rootOf(part)
    const isTogether = await scriptCounts.putTogether(part, root)
    await scripts.join(part, parent)
    const now = (await scripts.roots([part])).rootOf(part)
    if (!isTogether || now !== root) await scriptCounts.putTogether(part, now)
  })
}
