import type { DynamoDBClient, TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { beyondKey, beyondKeys } from '../domain/beyond.ts'
import { reporterKey } from '../domain/reporter.ts'
import { getAll, toItem } from './dynamodb.ts'

/** Version of the items' shape. */
const V = 1

/** What one change of a report changes in the lists of lines, all by token. */
export type ListingChange = {
  /** Lists it under these lines, with the earliest change that named each. */
  listed: Record<string, string>
  unlisted: string[]
}

/** The ids of all reports that may be the line's: of its reporter, and of those listed beside. */
export async function idsOfLine(client: DynamoDBClient, table: string, token: string): Promise<string[]> {
  const items = await getAll(client, table, [reporterKey({ id: '', token }), ...beyondKeys(token)])
  const ids = items.flatMap(({ reports, ids }) => [...(ids instanceof Set ? ids : []), ...Object.keys(reports ?? {})])
  return [...new Set(ids.map(String))].toSorted()
}

export function listingActions(
  table: string,
  { id, event }: { id: string; event: string },
  { listed, unlisted }: ListingChange,
): TransactWriteItem[] {
  const update = (token: string, rest: Partial<TransactWriteItem['Update']>, values: object) => ({
    Update: {
      TableName: table,
      Key: toItem({ pk: beyondKey(token, id) }),
      UpdateExpression: '',
      ...rest,
      ExpressionAttributeValues: toItem({ ':id': new Set([id]), ...values }),
    },
  })
  return [
    ...Object.entries(listed).map(([token, since]) =>
      update(
        token,
        {
          UpdateExpression: 'SET v = :v, #event = :event ADD ids :id',
          // GUARD erased: the line was not erased since that was looked up.
          ConditionExpression: 'attribute_not_exists(erasedAt) OR erasedAt < :since',
          ExpressionAttributeNames: { '#event': 'event' },
        },
        { ':v': V, ':event': event, ':since': since },
      ),
    ),
    ...unlisted.map((token) => update(token, { UpdateExpression: 'DELETE ids :id' }, {})),
  ]
}

/** Marks all lists of the line as erased then, those too that are still empty. */
export function erasureActions(
  table: string,
  { token, event, erasedAt }: { token: string; event: string; erasedAt: string },
): TransactWriteItem[] {
  return beyondKeys(token).map((pk) => ({
    Update: {
      TableName: table,
      Key: toItem({ pk }),
      UpdateExpression: 'SET v = :v, #event = :event, erasedAt = :erasedAt',
      ExpressionAttributeNames: { '#event': 'event' },
      ExpressionAttributeValues: toItem({ ':v': V, ':event': event, ':erasedAt': erasedAt }),
    },
  }))
}
