import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { Words } from '../domain/message.ts'
import { StoredReport } from './complaint-store.ts'
import { retryConflicts } from './conflict.ts'
import { getTogether, orUnavailable } from './dynamodb.ts'

export type StoredReports = ReturnType<typeof storedReports>

/** Single reports by id, and nothing else of the tables. */
export function storedReports(client: DynamoDBClient, tables: { complaints: string; words: string }) {
  return {
    /** The report and its words as of one moment: a change in between never shows the words of another revision. */
    async get(id: string): Promise<{ report: StoredReport | undefined; words: Words }> {
      const [report, words] = await orUnavailable(
        retryConflicts(() => getTogether(client, [tables.complaints, tables.words], id)),
      )
      return { report: report && StoredReport.parse({ ...report, id }), words: Words.parse(words ?? {}) }
    },
  }
}
