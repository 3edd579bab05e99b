import {
  ConditionalCheckFailedException,
  PutItemCommand,
  type PutItemCommandInput,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { toItem } from '../functions/adapters/dynamodb.ts'
import { packCells } from '../functions/adapters/ledger-cells.ts'
import { addCounts, type Count, readCellKey } from '../functions/domain/contribution.ts'
import { recordNormal } from '../functions/domain/record.ts'
import type { Differences } from './compare-counts.ts'
import type { RunningStack } from './stack-outputs.ts'

/**
 * Sets the ledger to what the reporters contribute. The counts are then off by the same, and are set by `repairCells` after
 * comparing anew. Each write holds only if nobody wrote since: a running tally is never overwritten.
 */
export async function repairLedger(
  { dynamodb, outputs }: RunningStack,
  unfolded: Differences['unfolded'],
): Promise<void> {
  for (const { reporter, entry, cells } of unfolded) {
    const revision = (entry?.revision ?? 0) + 1
    const item = {
      pk: (reporter ?? entry)!.key,
      v: 1,
      event: outputs.EventSlug,
      revision,
      version: reporter?.version ?? entry!.version,
      cells: packCells(cells),
    }
    const condition: Partial<PutItemCommandInput> = entry
      ? { ConditionExpression: 'revision = :seen', ExpressionAttributeValues: toItem({ ':seen': entry.revision }) }
      : { ConditionExpression: 'attribute_not_exists(pk)' }
    const put = new PutItemCommand({ TableName: outputs.LedgerTable, Item: toItem(item), ...condition })
    await unlessChanged(() => dynamodb.send(put))
  }
}

/** Sets cells to the sum of the ledger. */
export async function repairCells(
  { dynamodb, outputs }: RunningStack,
  miscounted: Differences['miscounted'],
): Promise<void> {
  for (const { key, counted, off } of miscounted) {
    const { collection, record, facet } = readCellKey(key)
    const right = addCounts(counted, off, -1)
    const names = (Object.keys(right) as (keyof Count)[]).filter((name) => off[name] !== 0)
    const attributes = names.map((name, i) => [`#${i}`, facet ? `${facet}.${name}` : name])
    const { normal } = recordNormal(collection, record)
    const update = new UpdateItemCommand({
      TableName: outputs.StatsTable,
      Key: toItem({ pk: `${outputs.EventSlug}|${collection}`, sk: record }),
      UpdateExpression: `SET v = :v${normal ? ', normal = :normal' : ''}, ${names.map((_, i) => `#${i} = :right${i}`).join(', ')}`,
      ConditionExpression: names
        .map((name, i) => `(#${i} = :seen${i}${counted[name] === 0 ? ` OR attribute_not_exists(#${i})` : ''})`)
        .join(' AND '),
      ExpressionAttributeNames: Object.fromEntries(attributes),
      ExpressionAttributeValues: toItem({
        ':v': 1,
        ...(normal ? { ':normal': normal } : {}),
        ...Object.fromEntries(names.flatMap((name, i) => [[`:right${i}`, right[name]], [`:seen${i}`, counted[name]]])), // prettier-ignore
      }),
    })
    await unlessChanged(() => dynamodb.send(update))
  }
}

async function unlessChanged(write: () => Promise<unknown>): Promise<void> {
  try {
    await write()
  } catch (error) {
    // Whoever wrote in between is right; the next comparison tells.
    if (!(error instanceof ConditionalCheckFailedException)) throw error
  }
}
