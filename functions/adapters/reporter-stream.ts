import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import type { DynamoDBRecord } from 'aws-lambda'
import type { Reporter } from '../domain/reporter.ts'
import { readReporter } from './complaint-store.ts'
import { fromItem } from './dynamodb.ts'
import { log, nameOf } from './log.ts'

export type ChangedReporters = {
  /** The latest version of each. */
  reporters: Reporter[]
  /** Their earlier versions in the same batch, as they came. */
  superseded: Reporter[]
  /** The sequence numbers of the records that cannot be read. */
  unreadable: string[]
}

/** The reporters in a stream batch. */
export function readChangedReporters(records: DynamoDBRecord[]): ChangedReporters {
  const latest = new Map<string, Reporter>()
  const versions: Reporter[] = []
  const unreadable: string[] = []
  for (const { dynamodb } of records) {
    if (!dynamodb?.Keys?.['pk']?.S?.startsWith('REPORTER#') || !dynamodb.NewImage) continue
    try {
      const reporter = readReporter(fromItem(dynamodb.NewImage as Record<string, AttributeValue>))
      versions.push(reporter)
      if (reporter.version > (latest.get(reporter.key)?.version ?? 0)) latest.set(reporter.key, reporter)
    } catch (error) {
      unreadable.push(dynamodb.SequenceNumber ?? '')
      log({ message: 'stream record not readable', error: nameOf(error) })
    }
  }
  const superseded = versions.filter(({ key, version }) => version < latest.get(key)!.version)
  return { reporters: [...latest.values()], superseded, unreadable }
}
