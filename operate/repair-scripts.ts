import { ConditionalCheckFailedException, DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { ConflictError } from '../functions/adapters/conflict.ts'
import { toItem } from '../functions/adapters/dynamodb.ts'
import { scriptCounts } from '../functions/adapters/script-counts.ts'
import { scriptStore } from '../functions/adapters/script-store.ts'
import { joinNodes } from '../functions/group-scripts/join-nodes.ts'
import type { ScriptDifferences } from './compare-scripts.ts'
import type { RunningStack } from './stack-outputs.ts'

/** Joins what is apart and takes apart what nothing holds together. Who is counted there is folded afterwards. */
export async function repairNodes(
  { dynamodb, outputs }: RunningStack,
  { apart, glued }: ScriptDifferences,
): Promise<void> {
  const { ScriptTable: TableName, StatsTable, EventSlug: event } = outputs
  const counts = scriptCounts(dynamodb, StatsTable, event)
  for (const { script, nodes } of glued) for (const name of new Set([script, ...nodes.map(([, root]) => root)])) await counts.standAlone(name) // prettier-ignore
  for (const [node, script] of glued.flatMap(({ nodes }) => nodes)) {
    if (node === script) await dynamodb.send(new DeleteItemCommand({ TableName, Key: toItem({ pk: node }) }))
    else await dynamodb.send(new PutItemCommand({ TableName, Item: toItem({ pk: node, v: 1, event, parent: script }) }))
  }
  const ports = { scripts: scriptStore(dynamodb, TableName, event), scriptCounts: counts }
  await joinNodes(apart, ports).catch((error: unknown) => {
    // Whoever joined in between is right; the next comparison tells.
    if (!(error instanceof ConflictError || error instanceof ConditionalCheckFailedException)) throw error
  })
}
