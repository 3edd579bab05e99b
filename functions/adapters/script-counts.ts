import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  type TransactWriteItem,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { joinTrees, type TreeRecord } from '../domain/scripts/join-trees.ts'
import { retryConflicts } from './conflict.ts'
import { fromItem, toItem, transact } from './dynamodb.ts'

export type ScriptCounts = ReturnType<typeof scriptCounts>

const StoredRecord = z.object({
  heldBy: z.optional(z.string()),
  pieces: z.optional(z.int()),
  scriptName: z.optional(z.string()),
})

/** Which records of scripts are counted together: counts stay where they were folded when two scripts turn out to be one. */
export function scriptCounts(client: DynamoDBClient, table: string, event: string) {
  const keyOf = (script: string) => toItem({ pk: `${event}|scripts`, sk: script })
  const heldKey = (holder: string, held: string) => toItem({ pk: `${event}|script-pieces`, sk: `${holder} ${held}` })

  // Whoever reads less than the latest of a holder writes nothing: it is no longer as it was seen.
  const read = async (script: string, ConsistentRead = false): Promise<TreeRecord | undefined> => {
    const { Item } = await client.send(
      new GetItemCommand({
        TableName: table,
        Key: keyOf(script),
        ConsistentRead,
        ProjectionExpression: 'sk, heldBy, pieces, scriptName',
      }),
    )
    return Item && { script, isStored: true, ...StoredRecord.parse(fromItem(Item)) }
  }
  const topOf = async (record: TreeRecord): Promise<TreeRecord> => {
    const holder = record.heldBy === undefined ? undefined : await read(record.heldBy)
    return holder ? await topOf(holder) : record
  }

  return {
    /** It is part of no other, and holds no other. */
    async standAlone(script: string): Promise<void> {
      const { heldBy } = (await read(script, true)) ?? {}
      if (heldBy) await client.send(new DeleteItemCommand({ TableName: table, Key: heldKey(heldBy, script) }))
      const changed = {
        // `parts` is how they were listed before.
        UpdateExpression: 'REMOVE partOf, heldBy, pieces, scriptName, parts',
        ConditionExpression: 'attribute_exists(pk)',
      }
      const command = new UpdateItemCommand({ TableName: table, Key: keyOf(script), ...changed })
      await client.send(command).catch((error: unknown) => {
        if (!(error instanceof ConditionalCheckFailedException)) throw error
      })
    },

    /** What is counted of these two is one script from now on. Answers whether it is: where nothing is counted of the first, nothing happens. */
    async putTogether(part: string, whole: string): Promise<boolean> {
      return await retryConflicts(async () => {
        const one = await read(part, true)
        if (!one) return false
        const other = await read(whole)
        const joined = joinTrees(await topOf(one), await topOf(other ?? { script: whole, isStored: false }))
        if (!joined) return true
        const { top, held, name, renamed } = joined
        const changes = new Map<string, Record<string, unknown>>([
          [top.script, { pieces: joined.pieces, scriptName: name }],
          [held.script, { heldBy: top.script }],
        ])
        changes.set(renamed, { ...changes.get(renamed), partOf: name })
        const conditions = new Map([top, held].map((record) => [record.script, asSeen(record)]))
        await transact(client, [
          ...[...changes].map(([script, set]) => update(keyOf(script), set, conditions.get(script))),
          update(heldKey(top.script, held.script), { heldBy: top.script }),
        ])
        return true
      })
    },
  }

  function update(
    Key: ReturnType<typeof keyOf>,
    set: Record<string, unknown>,
    seen: { condition: string; values: object } = { condition: '', values: {} },
  ): TransactWriteItem {
    const names = Object.keys(set)
    const values = Object.fromEntries(names.map((name) => [`:${name}`, set[name]]))
    return {
      Update: {
        TableName: table,
        Key,
        UpdateExpression: `SET ${names.map((name) => `${name} = :${name}`).join(', ')}`,
        ExpressionAttributeValues: toItem({ ...values, ...seen.values }),
        ...(seen.condition ? { ConditionExpression: seen.condition } : {}),
      },
    }
  }
}

/** GUARD tree: nobody put it under another, or another under it, or emptied it, since it was read. */
function asSeen({ isStored, pieces }: TreeRecord): { condition: string; values: object } {
  const isTop = 'attribute_not_exists(heldBy)'
  if (pieces !== undefined) return { condition: `${isTop} AND pieces = :seen`, values: { ':seen': pieces } }
  const isThere = isStored ? ' AND attribute_exists(pk)' : ''
  return { condition: `${isTop} AND attribute_not_exists(pieces)${isThere}`, values: {} }
}
