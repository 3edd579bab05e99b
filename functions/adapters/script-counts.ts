import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { ConflictError, retryConflicts } from './conflict.ts'
import { toItem, transact } from './dynamodb.ts'

export type ScriptCounts = ReturnType<typeof scriptCounts>

/** Which records of scripts are part of which: counts stay where they were folded when two scripts turn out to be one. */
export function scriptCounts(client: DynamoDBClient, table: string, event: string) {
  const keyOf = (script: string) => toItem({ pk: `${event}|scripts`, sk: script })
  const isCounted = async (script: string): Promise<boolean> => {
    const asked = { TableName: table, Key: keyOf(script), ConsistentRead: true, ProjectionExpression: 'sk' }
    return Boolean((await client.send(new GetItemCommand(asked))).Item)
  }
  return {
    isCounted,

    /** It is part of no other, and no other of it. */
    async standAlone(script: string): Promise<void> {
      const changed = { UpdateExpression: 'REMOVE partOf, parts', ConditionExpression: 'attribute_exists(pk)' }
      const command = new UpdateItemCommand({ TableName: table, Key: keyOf(script), ...changed })
      await client.send(command).catch((error: unknown) => {
        if (!(error instanceof ConditionalCheckFailedException)) throw error
      })
    },

    /** Whoever reads `whole` then finds `part`, and whoever lists scripts leaves it out. */
    async putUnder(part: string, whole: string): Promise<void> {
      const put = async () =>
        await transact(client, [
          {
            Update: {
              TableName: table,
              Key: keyOf(part),
              UpdateExpression: 'SET partOf = :whole',
              ConditionExpression: 'attribute_exists(pk)',
              ExpressionAttributeValues: toItem({ ':whole': whole }),
            },
          },
          {
            Update: {
              TableName: table,
              Key: keyOf(whole),
              UpdateExpression: 'ADD parts :part',
              ExpressionAttributeValues: toItem({ ':part': new Set([part]) }),
            },
          },
        ])
      await retryConflicts(async () => {
        try {
          await put()
        } catch (error) {
          // Emptied meanwhile, it is no part of anything; else somebody folds into one of the two.
          if (!(error instanceof ConflictError) || (await isCounted(part))) throw error
        }
      })
    },
  }
}
