import { ConditionalCheckFailedException, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { ConflictError } from '../functions/adapters/conflict.ts'
import { countStore } from '../functions/adapters/count-store.ts'
import { MAX_TRANSACTION_ACTIONS, toItem } from '../functions/adapters/dynamodb.ts'
import { addCounts, type Contribution, type Count, readCellKey } from '../functions/domain/contribution.ts'
import { type LedgerEntry, type Noted, planFold } from '../functions/domain/fold.ts'
import type { Reporter } from '../functions/domain/reporter.ts'
import { recordNormal } from '../functions/domain/record.ts'
import type { Differences } from './compare-counts.ts'
import type { RunningStack } from './stack-outputs.ts'

type Unfolded = {
  reporter: Reporter | undefined
  entry: LedgerEntry | undefined
  cells: Contribution
  noted?: Noted
}

/** Folds these reporters, ledger and counts together, unless somebody else did in the meantime. */
export async function foldAnew(
  { dynamodb, outputs }: RunningStack,
  ledger: string,
  unfolded: readonly Unfolded[],
): Promise<void> {
  const counts = countStore(dynamodb, { ledger, stats: outputs.StatsTable }, outputs.EventSlug)
  for (const { reporter, entry = newEntry(reporter!.key), cells, noted } of unfolded) {
    const version = reporter?.version ?? entry.version
    for (const step of planFold([{ entry, version, cells, noted }], MAX_TRANSACTION_ACTIONS)) {
      await unlessChanged(() => counts.fold(step, new Date()))
    }
  }
}

function newEntry(key: string): LedgerEntry {
  return { key, revision: 0, version: 0, cells: new Map() }
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

export async function unlessChanged(write: () => Promise<unknown>): Promise<void> {
  try {
    await write()
  } catch (error) {
    // Whoever wrote in between is right; the next comparison tells.
    if (!(error instanceof ConditionalCheckFailedException || error instanceof ConflictError)) throw error
  }
}
