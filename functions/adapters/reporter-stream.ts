import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import type { DynamoDBRecord } from 'aws-lambda'
import type { Reporter } from '../domain/reporter.ts'
import { readReporter } from './complaint-store.ts'
import { fromItem } from './dynamodb.ts'
import { log, nameOf } from './log.ts'

/** The latest version of each reporter in a stream batch, and the sequence numbers of the records that cannot be read. */
export function readChangedReporters(records: DynamoDBRecord[]): { reporters: Reporter[]; unreadable: string[] } {
  const latest = new Map<string, Reporter>()
  const unreadable: string[] = []
  for (const { dynamodb } of records) {
    if (!dynamodb?.Keys?.['pk']?.S?.startsWith('REPORTER#') || !dynamodb.NewImage) continue
    try {
      const reporter = readReporter(fromItem(dynamodb.NewImage as Record<string, AttributeValue>))
      if (reporter.version > (latest.get(reporter.key)?.version ?? 0)) latest.set(reporter.key, reporter)
    } catch (error) {
      unreadable.push(dynamodb.SequenceNumber ?? '')
      log({ message: 'stream record not readable', error: nameOf(error) })
    }
  }
  return { reporters: [...latest.values()], unreadable }
}
