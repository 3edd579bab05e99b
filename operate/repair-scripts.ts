import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { complaintStore } from '../functions/adapters/complaint-store.ts'
import { countStore } from '../functions/adapters/count-store.ts'
import { toItem } from '../functions/adapters/dynamodb.ts'
import { scriptCounts } from '../functions/adapters/script-counts.ts'
import { scriptStore } from '../functions/adapters/script-store.ts'
import { groupScripts } from '../functions/group-scripts/group-scripts.ts'
import { joinNodes } from '../functions/group-scripts/join-nodes.ts'
import { changeSending } from '../functions/domain/scripts/templates.ts'
import type { ScriptDifferences } from './compare-scripts.ts'
import { foldAnew, unlessChanged } from './repair-counts.ts'
import type { RunningStack } from './stack-outputs.ts'
import { groupingOf } from './stored-scripts.ts'

/** Joins what is apart, takes apart what nothing holds together, and notes who bridges what. Who is counted there is folded afterwards. */
export async function repairNodes(
  { dynamodb, outputs }: RunningStack,
  { apart, misbridged, glued }: ScriptDifferences,
): Promise<void> {
  const { ScriptTable: TableName, StatsTable, EventSlug: event } = outputs
  const counts = scriptCounts(dynamodb, StatsTable, event)
  for (const [node, script] of glued.flatMap(({ nodes }) => nodes)) {
    if (node === script) await dynamodb.send(new DeleteItemCommand({ TableName, Key: toItem({ pk: node }) }))
    else await dynamodb.send(new PutItemCommand({ TableName, Item: toItem({ pk: node, v: 1, event, parent: script }) }))
  }
  const ports = { scripts: scriptStore(dynamodb, TableName, event), scriptCounts: counts }
  for (const bridge of misbridged) await unlessChanged(() => ports.scripts.saveBridge(bridge))
  await unlessChanged(() => joinNodes(apart, ports))
}

/** Notes who sends these texts, and when they came as a template. Who is counted otherwise is grouped afterwards. */
export async function markAnew(
  { dynamodb, outputs }: RunningStack,
  unmarked: ScriptDifferences['unmarked'],
): Promise<void> {
  const scripts = scriptStore(dynamodb, outputs.ScriptTable, outputs.EventSlug)
  for (const [id, came] of unmarked) {
    const { version = 0, bands = [] } = (await scripts.texts([id])).get(id) ?? {}
    const { concerned: _, ...sending } = changeSending({ senders: {}, spans: [] }, { came })
    if (version > 0) await unlessChanged(() => scripts.saveText({ id, version, bands, ...sending }))
  }
}

/** Clears away what is kept of texts that nobody tells. */
export async function forgetUntold(
  { dynamodb, outputs }: RunningStack,
  untold: ScriptDifferences['untold'],
): Promise<void> {
  const scripts = scriptStore(dynamodb, outputs.ScriptTable, outputs.EventSlug)
  for (const [id, bands] of untold)
    await unlessChanged(async () => {
      // Saved, if it was not, so that whoever comes to tell it meanwhile is seen.
      if (!(await scripts.texts([id])).has(id))
        await scripts.saveText({ id, version: 0, bands, senders: {}, spans: [] })
      const text = (await scripts.texts([id])).get(id)
      if (text) await scripts.forgetText(text, await scripts.bands(bands))
    })
}

/** Lets readers find the records of each script together, and no others. */
export async function repairListing(
  { dynamodb, outputs }: RunningStack,
  unlisted: ScriptDifferences['unlisted'],
): Promise<void> {
  const counts = scriptCounts(dynamodb, outputs.StatsTable, outputs.EventSlug)
  for (const script of unlisted.flatMap(([root, records]) => [root, ...records])) await counts.standAlone(script)
  for (const [root, records] of unlisted)
    for (const script of records) if (script !== root) await counts.putTogether(script, root)
}

/** Groups these reporters again, as if they had just changed; whom nobody knows any more is taken off. */
export async function groupAnew(stack: RunningStack, ungrouped: ScriptDifferences['ungrouped']): Promise<void> {
  const { dynamodb, outputs } = stack
  const { ScriptTable, StatsTable, ComplaintTable, EventSlug: event } = outputs
  const known = ungrouped.flatMap(({ reporter }) => reporter ?? [])
  await groupScripts(known, {
    scripts: scriptStore(dynamodb, ScriptTable, event),
    counts: countStore(dynamodb, { ledger: ScriptTable, stats: StatsTable }, event),
    scriptCounts: scriptCounts(dynamodb, StatsTable, event),
    complaints: complaintStore(dynamodb, { complaints: ComplaintTable, words: '' }),
    grouping: await groupingOf(stack),
    now: () => new Date(),
  })
  await foldAnew(
    stack,
    ScriptTable,
    ungrouped.filter(({ reporter }) => !reporter),
  )
}
