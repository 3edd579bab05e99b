import { ConditionalCheckFailedException, type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { RejectedError, UnavailableError } from '../domain/rejected.ts'

/** When a change was first accepted, and under which id it goes through the queue. */
export type Stamp = { acceptedAt: string; messageId: string }

/** A request under an idempotency key: both are keyed hashes, so that the table says nothing. */
export type GuardedRequest = { guardId: string; bodyHash: string; stamp: Stamp }

export type GuardTable = ReturnType<typeof guardTable>

/** As long as a dead letter lives. */
const GUARD_SECONDS = 14 * 24 * 3600
// The table removes what has expired when it comes round to it, which may take days.
const NEW_OR_EXPIRED = 'attribute_not_exists(pk) OR expiresAt < :now'

/** Remembers which body came under an idempotency key. */
export function guardTable(client: DynamoDBClient, table: string) {
  return {
    /**
     * The stamp under which this request goes on: its own, or that of the same request before. Throws a RejectedError when the
     * key came with another body in the last 14 days.
     */
    async admit(request: GuardedRequest): Promise<Stamp> {
      try {
        await client.send(new PutItemCommand(putGuard(table, request)))
        return request.stamp
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) {
          throw new UnavailableError('the guards cannot be written', { cause: error })
        }
        return replayed(request, error)
      }
    },
  }
}

function putGuard(TableName: string, { guardId, bodyHash, stamp }: GuardedRequest) {
  const now = Math.floor(Date.parse(stamp.acceptedAt) / 1000)
  return {
    TableName,
    Item: {
      pk: { S: guardId },
      bodyHash: { S: bodyHash },
      acceptedAt: { S: stamp.acceptedAt },
      messageId: { S: stamp.messageId },
      expiresAt: { N: String(now + GUARD_SECONDS) },
    },
    ConditionExpression: NEW_OR_EXPIRED,
    ExpressionAttributeValues: { ':now': { N: String(now) } },
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
  }
}

function replayed({ bodyHash }: GuardedRequest, { Item }: ConditionalCheckFailedException): Stamp {
  if (Item?.['bodyHash']?.S !== bodyHash) throw new RejectedError('idempotency-key-reused')
  return { acceptedAt: Item['acceptedAt']!.S!, messageId: Item['messageId']!.S! }
}
