import { type AttributeValue, type DynamoDBClient, GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb'
import type { CountRecord, CountRecords, RecordRange } from '../domain/stats-row.ts'
import { fromItem, orUnavailable, toItem } from './dynamodb.ts'

/** Reads the stats table, and nothing else. What was written just now may be missing, unless it reads consistently, for twice the units. */
export function countRecords(client: DynamoDBClient, table: string, event: string, { isConsistent = false } = {}) {
  return {
    /** In order of their names; a record in which nothing is counted, nor in one with it, is as if it were not there. */
    async *list(
      collection: string,
      { from = ' ', to = '~', after = '', limit }: RecordRange = {},
    ): AsyncGenerator<CountRecord> {
      const pk = `${event}|${collection}`
      const lower = after < from ? from : `${after}\0`
      let start: Record<string, AttributeValue> | undefined
      // One more than are wanted, which says whether any follow.
      let most = limit && limit + 1
      do {
        if (lower > to) return
        const page = await orUnavailable(
          client.send(
            new QueryCommand({
              TableName: table,
              KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
              ExpressionAttributeValues: toItem({ ':pk': pk, ':from': lower, ':to': to }),
              ExclusiveStartKey: start,
              ConsistentRead: isConsistent,
              Limit: most,
            }),
          ),
        )
        yield* (page.Items ?? []).map((item) => readRecord(fromItem(item))).filter(isCounted)
        start = page.LastEvaluatedKey
        most &&= 2 * most
      } while (start)
    },

    async get(collection: string, record: string): Promise<CountRecord | undefined> {
      const key = toItem({ pk: `${event}|${collection}`, sk: record })
      const { Item } = await orUnavailable(client.send(new GetItemCommand({ TableName: table, Key: key })))
      const found = Item && readRecord(fromItem(Item))
      return found && isCounted(found) ? found : undefined
    },

    /** When the counts last changed. */
    async asOf(): Promise<string | null> {
      const key = toItem({ pk: `${event}|summary`, sk: 'ALL' })
      const { Item } = await orUnavailable(
        client.send(new GetItemCommand({ TableName: table, Key: key, ProjectionExpression: 'foldedAt' })),
      )
      return Item?.['foldedAt']?.S ?? null
    },
  } satisfies CountRecords & { asOf: () => Promise<string | null> }
}

function readRecord(item: Record<string, unknown>): CountRecord {
  const numbers = Object.entries(item).filter((entry): entry is [string, number] => typeof entry[1] === 'number')
  const { normal, partOf, heldBy, pieces, scriptName, foldedAt } = item
  return {
    record: String(item['sk']),
    counters: Object.fromEntries(numbers),
    ...(typeof normal === 'object' && normal ? { normal } : {}),
    ...(typeof partOf === 'string' ? { partOf } : {}),
    ...(typeof heldBy === 'string' ? { heldBy } : {}),
    ...(typeof pieces === 'number' ? { pieces } : {}),
    ...(typeof scriptName === 'string' ? { scriptName } : {}),
    ...(typeof foldedAt === 'string' ? { foldedAt } : {}),
  }
}

function isCounted({ counters, heldBy, pieces }: CountRecord): boolean {
  return (counters['reports'] ?? 0) > 0 || heldBy !== undefined || pieces !== undefined
}
