import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { StoredReport } from './complaint-store.ts'
import { getAll, orUnavailable } from './dynamodb.ts'
import { idsOfLine } from './line-index.ts'

export type LineReports = ReturnType<typeof lineReports>

/** The reports of one line, and nothing else of the table. */
export function lineReports(client: DynamoDBClient, table: string) {
  return {
    /** Those that bear its token now, in the order in which they were accepted. Those that still wait in the queue are not there. */
    async current(token: string): Promise<StoredReport[]> {
      const items = await orUnavailable(
        idsOfLine(client, table, token).then(async (ids) => await getAll(client, table, ids)),
      )
      return items
        .map((item) => StoredReport.parse({ ...item, id: item['pk'] }))
        .filter((report) => report.told && report.line?.token === token)
        .toSorted((a, b) => (a.receivedAt + a.id < b.receivedAt + b.id ? -1 : 1))
    },
  }
}
