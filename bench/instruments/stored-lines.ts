import { BatchWriteItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { ReportChange, StoredReport } from '../../functions/adapters/complaint-store.ts'
import { toItem } from '../../functions/adapters/dynamodb.ts'
import type { ReportMessage } from '../../functions/domain/message.ts'
import type { Reporter } from '../../functions/domain/reporter.ts'
import { mergeReport } from '../../functions/merge-report/merge-report.ts'

const PER_CALL = 25
const CALLS_AT_ONCE = 4

/** Puts these reports into the table as merge-report would, without merging them there one by one. */
export async function storeMerged(messages: Iterable<ReportMessage>, client: DynamoDBClient): Promise<void> {
  const [reports, reporters] = [new Map<string, StoredReport>(), new Map<string, Reporter>()]
  const store = {
    load: async (id: string, keys: string[]) => ({
      report: reports.get(id),
      reporters: new Map(keys.flatMap((key) => (reporters.has(key) ? [[key, reporters.get(key)!] as const] : []))),
    }),
    loadReporter: async (key: string) => reporters.get(key),
    save: async (change: ReportChange) => {
      reports.set(change.report.id, change.report)
      for (const reporter of change.reporters) reporters.set(reporter.key, reporter)
      for (const [id, place] of change.moved) reports.set(id, { ...reports.get(id)!, ...place })
    },
  }
  for (const message of messages) await mergeReport(message, { store })
  const items = [
    ...[...reports.values()].map(({ id, ...report }) => ({ pk: id, v: 1, ...report })),
    ...[...reporters.values()].map(({ key, ...reporter }) => ({ pk: key, v: 1, ...reporter })),
  ]
  const lots = Array.from({ length: Math.ceil(items.length / PER_CALL) }, (_, n) => items.slice(n * PER_CALL, (n + 1) * PER_CALL)).values() // prettier-ignore
  const write = async () => {
    for (const lot of lots) {
      const puts = lot.map((item) => ({ PutRequest: { Item: toItem(item) } }))
      await client.send(new BatchWriteItemCommand({ RequestItems: { complaints: puts } }))
    }
  }
  await Promise.all(Array.from({ length: CALLS_AT_ONCE }, write))
}
