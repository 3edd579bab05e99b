import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
import { Words } from '../domain/message.ts'
import { StoredReport } from './complaint-store.ts'
import { fromItem, toItem } from './dynamodb.ts'

export type StoredReports = ReturnType<typeof storedReports>

/** Single reports by id, and nothing else of the tables. */
export function storedReports(client: DynamoDBClient, tables: { complaints: string; words: string }) {
  const get = async (table: string, id: string) => {
    const { Item } = await client.send(
      new GetItemCommand({ TableName: table, Key: toItem({ pk: id }), ConsistentRead: true }),
    )
    return Item && fromItem(Item)
  }
  return {
    async get(id: string): Promise<StoredReport | undefined> {
      const item = await get(tables.complaints, id)
      return item && StoredReport.parse({ ...item, id })
    },
    async getWords(id: string): Promise<Words> {
      return Words.parse((await get(tables.words, id)) ?? {})
    },
  }
}
